import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import { type BulkResult, createBulkResult } from '../http/response/bulk-result.js';
import type { Page } from '../http/input/page.js';
import { requireTemplateOrCapabilities } from '../upstream/capabilities.js';
import { SpaceMetadataCache } from '../upstream/space-metadata-cache.js';
import type {
  DefaultPermission,
  GrantPermissionsBody,
  ListPermissionsQuery,
  Permission,
  SetDefaultPermissionBody,
} from './permissions.dto.js';
import {
  requireTeamSpace,
  grantPermissions,
  listPermissions,
  readDefaultPermission,
  setDefaultPermission,
  type TeamSpace,
} from './permissions.upstream.js';

/** Finds the owner of the space, and rejects grants that do not have exactly one of template and capabilities. */
@Injectable()
export class PermissionsService {
  constructor(private readonly spaces: SpaceMetadataCache) {}

  async list(koodrive: BoundClient, spaceId: string, query: ListPermissionsQuery): Promise<Page<Permission>> {
    return listPermissions(koodrive, spaceId, await this.findTeamSpace(koodrive, spaceId), query);
  }

  /**
   * The upstream applies all grants or none, and returns no result for each grant.
   *
   * @throws ProblemError invalid-input for a user who is named twice, or a grant without exactly one of template and
   * capabilities
   */
  async grant(koodrive: BoundClient, spaceId: string, body: GrantPermissionsBody): Promise<BulkResult> {
    body.grants.forEach((grant, index) => {
      requireTemplateOrCapabilities(grant, `/grants/${index}`);
      if (body.grants.findIndex(({ userId }) => userId === grant.userId) < index) {
        throw createInvalidInputProblem(`/grants/${index}/userId`, { en: 'is named twice', zh: '重复' });
      }
    });
    await grantPermissions(koodrive, spaceId, await this.findTeamSpace(koodrive, spaceId), body);
    return createBulkResult(
      body.grants.map(({ userId }) => userId),
      new Map(),
    );
  }

  async readDefault(koodrive: BoundClient, spaceId: string): Promise<DefaultPermission> {
    return readDefaultPermission(koodrive, await this.findTeamSpace(koodrive, spaceId));
  }

  async setDefault(koodrive: BoundClient, spaceId: string, body: SetDefaultPermissionBody): Promise<DefaultPermission> {
    requireTemplateOrCapabilities(body, '');
    return setDefaultPermission(koodrive, await this.findTeamSpace(koodrive, spaceId), body);
  }

  private async findTeamSpace(koodrive: BoundClient, spaceId: string): Promise<TeamSpace> {
    return requireTeamSpace(await this.spaces.get(koodrive, spaceId));
  }
}

import { Injectable } from '@nestjs/common';
import type { BoundClient } from '#koodrive';
import { invalidInput } from '#problem';
import { type BatchResult, batchResult } from '../http/answer/entry-result.js';
import type { Page } from '../http/input/page.js';
import { requireOneWay } from '../upstream/capabilities.js';
import { SpaceDirectory } from '../upstream/space-directory.js';
import type {
  DefaultPermission,
  GrantPermissionsBody,
  ListPermissionsQuery,
  Permission,
  SetDefaultPermissionBody,
} from './permissions.dto.js';
import {
  demandTeamSpace,
  grantPermissions,
  listPermissions,
  readDefaultPermission,
  setDefaultPermission,
  type TeamSpace,
} from './permissions.upstream.js';

/** Decides whose space it is, and refuses what names no right or two. */
@Injectable()
export class PermissionsService {
  constructor(private readonly spaces: SpaceDirectory) {}

  async list(koodrive: BoundClient, spaceId: string, query: ListPermissionsQuery): Promise<Page<Permission>> {
    return listPermissions(koodrive, spaceId, await this.teamSpace(koodrive, spaceId), query);
  }

  /** The upstream takes all or none, and answers no entry of its own for each. */
  async grant(koodrive: BoundClient, spaceId: string, body: GrantPermissionsBody): Promise<BatchResult> {
    body.grants.forEach((grant, place) => {
      requireOneWay(grant, `/grants/${place}`);
      if (body.grants.findIndex(({ userId }) => userId === grant.userId) < place) {
        throw invalidInput(`/grants/${place}/userId`, { en: 'is named twice', zh: '重复' });
      }
    });
    await grantPermissions(koodrive, spaceId, await this.teamSpace(koodrive, spaceId), body);
    return batchResult(
      body.grants.map(({ userId }) => userId),
      new Map(),
    );
  }

  async readDefault(koodrive: BoundClient, spaceId: string): Promise<DefaultPermission> {
    return readDefaultPermission(koodrive, await this.teamSpace(koodrive, spaceId));
  }

  async setDefault(koodrive: BoundClient, spaceId: string, body: SetDefaultPermissionBody): Promise<DefaultPermission> {
    requireOneWay(body, '');
    return setDefaultPermission(koodrive, await this.teamSpace(koodrive, spaceId), body);
  }

  private async teamSpace(koodrive: BoundClient, spaceId: string): Promise<TeamSpace> {
    return demandTeamSpace(await this.spaces.find(koodrive, spaceId));
  }
}

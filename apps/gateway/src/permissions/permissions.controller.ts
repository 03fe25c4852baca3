import { Body, Controller, Get, Param, Patch, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BulkResult } from '../http/response/bulk-result.js';
import { type CacheRule, type InvalidationRule, cacheTags, visibilityTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import {
  DefaultPermission,
  GrantPermissionsBody,
  ListPermissionsQuery,
  Permission,
  PermissionsParams,
  SetDefaultPermissionBody,
} from './permissions.dto.js';
import { PermissionsService } from './permissions.service.js';

/** The members and their names change with groups, departments and users. */
const cacheRule: CacheRule = { maxAgeSeconds: 15, staleWhileRevalidateSeconds: 60, tags: () => visibilityTags };
/** What a user sees of the space depends on permissions: see visibilityTags. */
const invalidatesPermissions: InvalidationRule = () => [cacheTags.permissions, cacheTags.permissionTemplates];

@ApiTags('permissions')
@Controller('v1/spaces/:spaceId')
export class PermissionsController {
  constructor(private readonly permissions: PermissionsService) {}

  @Get('permissions')
  @Endpoint({
    summary: 'List the permissions in a team space or on one of its files',
    scope: 'permissions:read',
    upstreamOperations: ['getUserPermissionList', 'getSpaceByContainerID'],
    response: createPageClass(Permission),
    cache: cacheRule,
  })
  list(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: PermissionsParams,
    @Query() query: ListPermissionsQuery,
  ): Promise<Page<Permission>> {
    return this.permissions.list(koodrive, spaceId, query);
  }

  @Patch('permissions')
  @Endpoint({
    summary: 'Grant permissions in a team space or on one of its files',
    description: 'All grants succeed or fail together.',
    scope: 'admin:permissions',
    upstreamOperations: ['permissionBatchUpdate', 'getSpaceByContainerID'],
    response: BulkResult,
    invalidates: invalidatesPermissions,
    audit: 'permission-changed',
  })
  grant(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: PermissionsParams,
    @Body() body: GrantPermissionsBody,
  ): Promise<BulkResult> {
    return this.permissions.grant(koodrive, spaceId, body);
  }

  @Get('default-permission')
  @Endpoint({
    summary: 'Read the default permission of new members of a team space',
    scope: 'permissions:read',
    upstreamOperations: ['initialMemberPermission', 'getSpaceByContainerID'],
    response: DefaultPermission,
    cache: cacheRule,
  })
  readDefault(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: PermissionsParams,
  ): Promise<DefaultPermission> {
    return this.permissions.readDefault(koodrive, spaceId);
  }

  @Put('default-permission')
  @Endpoint({
    summary: 'Set the default permission of new members of a team space',
    scope: 'admin:permissions',
    upstreamOperations: ['addMemberInitialPermission', 'initialMemberPermission', 'getSpaceByContainerID'],
    response: DefaultPermission,
    invalidates: invalidatesPermissions,
    audit: 'permission-changed',
  })
  setDefault(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: PermissionsParams,
    @Body() body: SetDefaultPermissionBody,
  ): Promise<DefaultPermission> {
    return this.permissions.setDefault(koodrive, spaceId, body);
  }
}

import { Body, Controller, Get, Param, Patch, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BatchResult } from '../http/answer/entry-result.js';
import { type CacheRule, type Purge, tags, whoSeesWhat } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  DefaultPermission,
  GrantPermissionsBody,
  ListPermissionsQuery,
  Permission,
  PermissionsParams,
  SetDefaultPermissionBody,
} from './permissions.dto.js';
import { PermissionsService } from './permissions.service.js';

/** Who the members are and what they are called changes with groups and users. */
const kept: CacheRule = { fresh: 15, stale: 60, tags: () => whoSeesWhat };
/** What somebody may see of the space depends on it: see whoSeesWhat. */
const changed: Purge = () => [tags.permissions, tags.permissionTemplates];

@ApiTags('permissions')
@Controller('v1/spaces/:spaceId')
export class PermissionsController {
  constructor(private readonly permissions: PermissionsService) {}

  @Get('permissions')
  @Endpoint({
    summary: 'List who may do what in a team space, or with one file of it',
    scope: 'permissions:read',
    upstream: ['getUserPermissionList', 'getSpaceByContainerID'],
    answer: pageOf(Permission),
    cache: kept,
  })
  list(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: PermissionsParams,
    @Query() query: ListPermissionsQuery,
  ): Promise<Page<Permission>> {
    return this.permissions.list(koodrive, spaceId, query);
  }

  @Patch('permissions')
  @Endpoint({
    summary: 'Say what members of a team space may do in it, or with one file of it',
    description: 'All or none: a refusal is of the whole call.',
    scope: 'admin:permissions',
    upstream: ['permissionBatchUpdate', 'getSpaceByContainerID'],
    answer: BatchResult,
    purge: changed,
    audit: 'permission-changed',
  })
  grant(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: PermissionsParams,
    @Body() body: GrantPermissionsBody,
  ): Promise<BatchResult> {
    return this.permissions.grant(koodrive, spaceId, body);
  }

  @Get('default-permission')
  @Endpoint({
    summary: 'Read what new members of a team space begin with',
    scope: 'permissions:read',
    upstream: ['initialMemberPermission', 'getSpaceByContainerID'],
    answer: DefaultPermission,
    cache: kept,
  })
  readDefault(@Upstream() koodrive: BoundClient, @Param() { spaceId }: PermissionsParams): Promise<DefaultPermission> {
    return this.permissions.readDefault(koodrive, spaceId);
  }

  @Put('default-permission')
  @Endpoint({
    summary: 'Set what new members of a team space begin with',
    scope: 'admin:permissions',
    upstream: ['addMemberInitialPermission', 'initialMemberPermission', 'getSpaceByContainerID'],
    answer: DefaultPermission,
    purge: changed,
    audit: 'permission-changed',
  })
  setDefault(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: PermissionsParams,
    @Body() body: SetDefaultPermissionBody,
  ): Promise<DefaultPermission> {
    return this.permissions.setDefault(koodrive, spaceId, body);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { listOrganizationSpaces } from './organization-spaces.upstream.js';
import { ListOrganizationSpacesQuery, ListSpacesOfUserQuery, Space, SpacesOfUserParams } from './spaces.dto.js';
import { listSpacesOfUser } from './spaces.upstream.js';

/** The lists show the names of the owners. */
const cacheRule: CacheRule = {
  maxAgeSeconds: 30,
  staleWhileRevalidateSeconds: 300,
  staleIfErrorSeconds: 600,
  tags: () => [cacheTags.spaces, cacheTags.users, cacheTags.departments, cacheTags.groups],
};

/** Spaces of other users, for administrators. */
@ApiTags('spaces')
@Controller('v1')
export class OrganizationSpacesController {
  @Get('organization/spaces')
  @Endpoint({
    summary: 'List the spaces of all users, departments or groups',
    description:
      'Departments: the spaces of departments that you can see. Groups: for system administrators. Users: for ' +
      'administrators of their department, but not for browser sessions, because the upstream requires the token of the ' +
      'app beside your user id.',
    scope: 'admin:spaces',
    upstreamOperations: ['getDepartmentSpaceList', 'getGroupSpaceList', 'getUserSpaceList'],
    response: createPageClass(Space),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListOrganizationSpacesQuery): Promise<Page<Space>> {
    return listOrganizationSpaces(koodrive, query);
  }

  @Get('users/:userId/spaces')
  @Endpoint({
    summary: 'List the individual spaces of a user',
    description:
      'For administrators. Read with the token of the app and your user id. A browser session uses its own token, for ' +
      'which the upstream returns only one space.',
    scope: 'admin:spaces',
    upstreamOperations: ['getSpaceV2', 'getSpace'],
    response: createPageClass(Space),
    cache: cacheRule,
  })
  ofUser(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { userId }: SpacesOfUserParams,
    @Query() query: ListSpacesOfUserQuery,
  ): Promise<Page<Space>> {
    return listSpacesOfUser(koodrive, userId, query);
  }
}

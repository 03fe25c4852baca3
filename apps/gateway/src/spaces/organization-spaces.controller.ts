import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { listOrganizationSpaces } from './organization-spaces.upstream.js';
import { ListOrganizationSpacesQuery, ListSpacesOfUserQuery, Space, SpacesOfUserParams } from './spaces.dto.js';
import { listSpacesOfUser } from './spaces.upstream.js';

/** The lists show owners by their names. */
const kept: CacheRule = {
  fresh: 30,
  stale: 300,
  staleOnError: 600,
  tags: () => [tags.spaces, tags.users, tags.departments, tags.groups],
};

/** Spaces of others, for administrators. */
@ApiTags('spaces')
@Controller('v1')
export class OrganizationSpacesController {
  @Get('organization/spaces')
  @Endpoint({
    summary: 'List the spaces of all users, departments or groups',
    description:
      'Departments: those that you see. Groups: for system administrators. Users: for administrators of their ' +
      'department, and not for browser sessions, since the upstream wants the token of the app beside your name.',
    scope: 'admin:spaces',
    upstream: ['getDepartmentSpaceList', 'getGroupSpaceList', 'getUserSpaceList'],
    answer: pageOf(Space),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListOrganizationSpacesQuery): Promise<Page<Space>> {
    return listOrganizationSpaces(koodrive, query);
  }

  @Get('users/:userId/spaces')
  @Endpoint({
    summary: 'List the individual spaces of a user',
    description:
      'For administrators. Read with the token of the app, which names you; a browser session asks with its own, and ' +
      'is told of one.',
    scope: 'admin:spaces',
    upstream: ['getSpaceV2', 'getSpace'],
    answer: pageOf(Space),
    cache: kept,
  })
  ofUser(
    @Upstream() koodrive: BoundClient,
    @Param() { userId }: SpacesOfUserParams,
    @Query() query: ListSpacesOfUserQuery,
  ): Promise<Page<Space>> {
    return listSpacesOfUser(koodrive, userId, query);
  }
}

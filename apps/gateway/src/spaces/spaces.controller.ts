import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, purgesSpace, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { readSpacesByOwner } from './organization-spaces.upstream.js';
import { ChangeSpaceBody, CreatedSpace, CreateSpaceBody } from './space-lives.dto.js';
import { ListSpacesQuery, Space, SpaceParams, SpacesByOwner, SpacesByOwnerQuery } from './spaces.dto.js';
import { SpacesService } from './spaces.service.js';
import { getSpace, listSpaces } from './spaces.upstream.js';

const kept: CacheRule = { fresh: 30, stale: 300, staleOnError: 600, tags: () => [tags.spaces] };
const allWell = ({ items }: SpacesByOwner): boolean => items.every(({ status }) => status === 'done');

@ApiTags('spaces')
@Controller('v1/spaces')
export class SpacesController {
  constructor(private readonly spaces: SpacesService) {}

  @Get()
  @Endpoint({
    summary: 'List the spaces you can reach',
    description: 'Individual spaces first, then those of departments and groups.',
    scope: 'spaces:read',
    upstream: ['getSpace', 'getSpaceV2', 'getTeamSpaceList'],
    answer: pageOf(Space),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListSpacesQuery): Promise<Page<Space>> {
    return listSpaces(koodrive, query);
  }

  @Get('by-owner')
  @Endpoint({
    summary: 'Read the spaces of several users, departments or groups',
    description:
      'One result for each owner. Of a user with several individual spaces the upstream wants to know which: that ' +
      'owner fails here, and is answered by `GET /v1/users/{userId}/spaces`.',
    scope: 'spaces:read',
    upstream: ['batchGetSpace'],
    answer: SpacesByOwner,
    cache: { ...kept, keepIf: allWell },
  })
  byOwner(@Upstream() koodrive: BoundClient, @Query() query: SpacesByOwnerQuery): Promise<SpacesByOwner> {
    return readSpacesByOwner(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Make a space for a user, a department or a new group',
    description:
      'A department has one at most. A group space is made with its group, which you own; members who could not be ' +
      'added are `failed` in `members`.',
    scope: 'admin:spaces',
    upstream: ['createSpace', 'createGroupSpace', 'getSpace', 'getSpaceV2', 'getSpaceByContainerID'],
    answer: CreatedSpace,
    status: 201,
    purge: purgesSpace,
    audit: 'space-changed',
    location: ({ id }) => `/v1/spaces/${String(id)}`,
  })
  create(@Upstream() koodrive: BoundClient, @Body() body: CreateSpaceBody): Promise<CreatedSpace> {
    return this.spaces.create(koodrive, body);
  }

  @Get(':spaceId')
  @Endpoint({
    summary: 'Read a space',
    scope: 'spaces:read',
    upstream: ['getSpaceByContainerID'],
    answer: Space,
    cache: kept,
  })
  read(@Upstream() koodrive: BoundClient, @Param() { spaceId }: SpaceParams): Promise<Space> {
    return getSpace(koodrive, spaceId);
  }

  @Patch(':spaceId')
  @Endpoint({
    summary: 'Resize, disable or enable a space',
    description: 'Of a user or a department: the upstream cannot change one of a group.',
    scope: 'admin:spaces',
    upstream: ['updateSpace', 'getSpaceByContainerID'],
    answer: Space,
    purge: purgesSpace,
    audit: 'space-changed',
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: SpaceParams,
    @Body() body: ChangeSpaceBody,
  ): Promise<Space> {
    return this.spaces.change(koodrive, spaceId, body);
  }

  @Delete(':spaceId')
  @Endpoint({
    summary: 'Delete a space with all its files',
    description: 'One of a group takes the group along.',
    scope: 'admin:spaces',
    upstream: ['deleteSpace', 'deleteGroupSpace', 'getSpaceByContainerID'],
    status: 204,
    purge: purgesSpace,
    audit: 'space-changed',
  })
  delete(
    @Upstream() koodrive: BoundClient,
    @Param() { spaceId }: SpaceParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return this.spaces.delete(koodrive, spaceId, confirmation);
  }
}

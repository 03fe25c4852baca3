import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, invalidatesSpace, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { readSpacesByOwner } from './organization-spaces.upstream.js';
import { ChangeSpaceBody, CreatedSpace, CreateSpaceBody } from './space-lifecycle.dto.js';
import { ListSpacesQuery, Space, SpaceParams, SpacesByOwner, SpacesByOwnerQuery } from './spaces.dto.js';
import { SpacesService } from './spaces.service.js';
import { readSpace, listSpaces } from './spaces.upstream.js';

const cacheRule: CacheRule = {
  maxAgeSeconds: 30,
  staleWhileRevalidateSeconds: 300,
  staleIfErrorSeconds: 600,
  tags: () => [cacheTags.spaces],
};
const allSucceeded = ({ items }: SpacesByOwner): boolean => items.every(({ status }) => status === 'done');

@ApiTags('spaces')
@Controller('v1/spaces')
export class SpacesController {
  constructor(private readonly spaces: SpacesService) {}

  @Get()
  @Endpoint({
    summary: 'List the spaces that you have access to',
    description: 'Individual spaces first, then those of departments and groups.',
    scope: 'spaces:read',
    upstreamOperations: ['getSpace', 'getSpaceV2', 'getTeamSpaceList'],
    response: createPageClass(Space),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListSpacesQuery): Promise<Page<Space>> {
    return listSpaces(koodrive, query);
  }

  @Get('by-owner')
  @Endpoint({
    summary: 'Read the spaces of several users, departments or groups',
    description:
      'One result for each owner. The result of a user with several individual spaces is `failed`, because the upstream ' +
      'requires one of them. Use `GET /v1/users/{userId}/spaces` for such a user.',
    scope: 'spaces:read',
    upstreamOperations: ['batchGetSpace'],
    response: SpacesByOwner,
    cache: { ...cacheRule, cacheIf: allSucceeded },
  })
  byOwner(@UpstreamClient() koodrive: BoundClient, @Query() query: SpacesByOwnerQuery): Promise<SpacesByOwner> {
    return readSpacesByOwner(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Create a space for a user, a department or a new group',
    description:
      'A department can have only one space. A group space is created with its group, which you own. Members who could ' +
      'not be added are `failed` in `members`.',
    scope: 'admin:spaces',
    upstreamOperations: ['createSpace', 'createGroupSpace', 'getSpace', 'getSpaceV2', 'getSpaceByContainerID'],
    response: CreatedSpace,
    status: 201,
    invalidates: invalidatesSpace,
    audit: 'space-changed',
    location: ({ id }) => `/v1/spaces/${String(id)}`,
  })
  create(@UpstreamClient() koodrive: BoundClient, @Body() body: CreateSpaceBody): Promise<CreatedSpace> {
    return this.spaces.create(koodrive, body);
  }

  @Get(':spaceId')
  @Endpoint({
    summary: 'Read a space',
    scope: 'spaces:read',
    upstreamOperations: ['getSpaceByContainerID'],
    response: Space,
    cache: cacheRule,
  })
  read(@UpstreamClient() koodrive: BoundClient, @Param() { spaceId }: SpaceParams): Promise<Space> {
    return readSpace(koodrive, spaceId);
  }

  @Patch(':spaceId')
  @Endpoint({
    summary: 'Resize, disable or enable a space',
    description: 'Only for the space of a user or department: the upstream cannot change the space of a group.',
    scope: 'admin:spaces',
    upstreamOperations: ['updateSpace', 'getSpaceByContainerID'],
    response: Space,
    invalidates: invalidatesSpace,
    audit: 'space-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: SpaceParams,
    @Body() body: ChangeSpaceBody,
  ): Promise<Space> {
    return this.spaces.change(koodrive, spaceId, body);
  }

  @Delete(':spaceId')
  @Endpoint({
    summary: 'Delete a space with all its files',
    description: 'The group of a group space is deleted too.',
    scope: 'admin:spaces',
    upstreamOperations: ['deleteSpace', 'deleteGroupSpace', 'getSpaceByContainerID'],
    status: 204,
    invalidates: invalidatesSpace,
    audit: 'space-changed',
  })
  delete(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { spaceId }: SpaceParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return this.spaces.delete(koodrive, spaceId, confirmation);
  }
}

import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, type InvalidationRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { ChangeGroupBody, CreateGroupBody, Group, GroupParams, ListGroupsQuery, ReadGroupQuery } from './groups.dto.js';
import { changeGroup, createGroup, deleteGroup, listGroups, readGroup } from './groups.upstream.js';

const cacheRule: CacheRule = {
  maxAgeSeconds: 30,
  staleWhileRevalidateSeconds: 300,
  staleIfErrorSeconds: 600,
  tags: () => [cacheTags.groups],
};
/** A group of kind `group` is created and deleted together with its space, which has the name of the group. */
const invalidatesGroups: InvalidationRule = () => [cacheTags.groups, cacheTags.spaces, cacheTags.access];

@ApiTags('groups')
@Controller('v1/groups')
export class GroupsController {
  @Get()
  @Endpoint({
    summary: 'List the groups you are in',
    scope: 'groups:read',
    upstreamOperations: ['getUserGroupList'],
    response: createPageClass(Group),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListGroupsQuery): Promise<Page<Group>> {
    return listGroups(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Create a group',
    description: 'You are its owner.',
    scope: 'admin:groups',
    upstreamOperations: ['createUserGroup', 'getUserGroup'],
    response: Group,
    status: 201,
    invalidates: invalidatesGroups,
    audit: 'user-changed',
    location: ({ id }) => `/v1/groups/${String(id)}`,
  })
  create(@UpstreamClient() koodrive: BoundClient, @Body() body: CreateGroupBody): Promise<Group> {
    return createGroup(koodrive, body);
  }

  @Get(':groupId')
  @Endpoint({
    summary: 'Read a group',
    scope: 'groups:read',
    upstreamOperations: ['getUserGroup'],
    response: Group,
    cache: cacheRule,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Query() _query: ReadGroupQuery,
  ): Promise<Group> {
    return readGroup(koodrive, groupId);
  }

  @Patch(':groupId')
  @Endpoint({
    summary: 'Rename a group, change its picture or pin it',
    scope: 'admin:groups',
    upstreamOperations: ['updateUserGroup', 'getUserGroup'],
    response: Group,
    invalidates: invalidatesGroups,
    audit: 'user-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Body() body: ChangeGroupBody,
  ): Promise<Group> {
    return changeGroup(koodrive, groupId, body);
  }

  @Delete(':groupId')
  @Endpoint({
    summary: 'Delete a group',
    description: 'If the group has a space, the space and its files are deleted too (inferred).',
    scope: 'admin:groups',
    upstreamOperations: ['deleteUserGroup'],
    status: 204,
    invalidates: invalidatesGroups,
    audit: 'user-changed',
  })
  delete(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return deleteGroup(koodrive, groupId, confirmation);
  }
}

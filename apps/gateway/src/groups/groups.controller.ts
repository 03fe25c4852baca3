import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, type Purge, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import { ChangeGroupBody, CreateGroupBody, Group, GroupParams, ListGroupsQuery, ReadGroupQuery } from './groups.dto.js';
import { changeGroup, createGroup, deleteGroup, listGroups, readGroup } from './groups.upstream.js';

const kept: CacheRule = { fresh: 30, stale: 300, staleOnError: 600, tags: () => [tags.groups] };
/** A group of kind `group` comes and goes with its space, whose name is its own. */
const changed: Purge = () => [tags.groups, tags.spaces, tags.access];

@ApiTags('groups')
@Controller('v1/groups')
export class GroupsController {
  @Get()
  @Endpoint({
    summary: 'List the groups you are in',
    scope: 'groups:read',
    upstream: ['getUserGroupList'],
    answer: pageOf(Group),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListGroupsQuery): Promise<Page<Group>> {
    return listGroups(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Make a group',
    description: 'You own it.',
    scope: 'admin:groups',
    upstream: ['createUserGroup', 'getUserGroup'],
    answer: Group,
    status: 201,
    purge: changed,
    audit: 'user-changed',
    location: ({ id }) => `/v1/groups/${String(id)}`,
  })
  create(@Upstream() koodrive: BoundClient, @Body() body: CreateGroupBody): Promise<Group> {
    return createGroup(koodrive, body);
  }

  @Get(':groupId')
  @Endpoint({
    summary: 'Read a group',
    scope: 'groups:read',
    upstream: ['getUserGroup'],
    answer: Group,
    cache: kept,
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Query() _query: ReadGroupQuery,
  ): Promise<Group> {
    return readGroup(koodrive, groupId);
  }

  @Patch(':groupId')
  @Endpoint({
    summary: 'Rename a group, change its picture, pin it',
    scope: 'admin:groups',
    upstream: ['updateUserGroup', 'getUserGroup'],
    answer: Group,
    purge: changed,
    audit: 'user-changed',
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Body() body: ChangeGroupBody,
  ): Promise<Group> {
    return changeGroup(koodrive, groupId, body);
  }

  @Delete(':groupId')
  @Endpoint({
    summary: 'Delete a group',
    description: 'A group with a space takes the space and its files along (inferred).',
    scope: 'admin:groups',
    upstream: ['deleteUserGroup'],
    status: 204,
    purge: changed,
    audit: 'user-changed',
  })
  delete(
    @Upstream() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return deleteGroup(koodrive, groupId, confirmation);
  }
}

import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BatchResult } from '../http/answer/entry-result.js';
import { type Purge, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  AddGroupMembersBody,
  ChangeGroupMemberBody,
  GroupMember,
  GroupMemberParams,
  GroupParams,
  ListGroupMembersQuery,
  RemoveGroupMembersBody,
} from './groups.dto.js';
import { addMembers, changeMember, listMembers, removeMembers } from './members.upstream.js';

/** Who is in a group reaches its space. */
const changed: Purge = () => [tags.groups, tags.spaces, tags.access];

@ApiTags('groups')
@Controller('v1/groups/:groupId/members')
export class GroupMembersController {
  @Get()
  @Endpoint({
    summary: 'List the members of a group',
    scope: 'groups:read',
    upstream: ['getUserGroupMemberList'],
    answer: pageOf(GroupMember),
    cache: { fresh: 30, stale: 300, staleOnError: 600, tags: () => [tags.groups, tags.users, tags.departments] },
  })
  list(
    @Upstream() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Query() query: ListGroupMembersQuery,
  ): Promise<Page<GroupMember>> {
    return listMembers(koodrive, groupId, query);
  }

  @Post()
  @Endpoint({
    summary: 'Add members to a group',
    description: 'Answers one result for each user; the upstream does not say why one fails.',
    scope: 'admin:groups',
    upstream: ['batchAddGroupMembers'],
    answer: BatchResult,
    purge: changed,
    audit: 'user-changed',
  })
  add(
    @Upstream() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Body() body: AddGroupMembersBody,
  ): Promise<BatchResult> {
    return addMembers(koodrive, groupId, body);
  }

  @Post('remove')
  @Endpoint({
    summary: 'Remove members from a group',
    description: 'Answers one result for each user; the upstream does not say why one fails.',
    scope: 'admin:groups',
    upstream: ['batchDeleteGroupMembers'],
    answer: BatchResult,
    purge: changed,
    audit: 'user-changed',
  })
  remove(
    @Upstream() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Body() body: RemoveGroupMembersBody,
  ): Promise<BatchResult> {
    return removeMembers(koodrive, groupId, body);
  }

  @Patch(':userId')
  @Endpoint({
    summary: "Change a member's role",
    scope: 'admin:groups',
    upstream: ['updateUserGroup', 'getUserGroup'],
    status: 204,
    purge: changed,
    audit: 'user-changed',
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() { groupId, userId }: GroupMemberParams,
    @Body() body: ChangeGroupMemberBody,
  ): Promise<void> {
    return changeMember(koodrive, groupId, userId, body);
  }
}

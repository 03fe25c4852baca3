import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { BulkResult } from '../http/response/bulk-result.js';
import { type InvalidationRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
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

/** The members of a group have access to its space. */
const invalidatesGroupMembership: InvalidationRule = () => [cacheTags.groups, cacheTags.spaces, cacheTags.access];

@ApiTags('groups')
@Controller('v1/groups/:groupId/members')
export class GroupMembersController {
  @Get()
  @Endpoint({
    summary: 'List the members of a group',
    scope: 'groups:read',
    upstreamOperations: ['getUserGroupMemberList'],
    response: createPageClass(GroupMember),
    cache: {
      maxAgeSeconds: 30,
      staleWhileRevalidateSeconds: 300,
      staleIfErrorSeconds: 600,
      tags: () => [cacheTags.groups, cacheTags.users, cacheTags.departments],
    },
  })
  list(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Query() query: ListGroupMembersQuery,
  ): Promise<Page<GroupMember>> {
    return listMembers(koodrive, groupId, query);
  }

  @Post()
  @Endpoint({
    summary: 'Add members to a group',
    description: 'One result for each user. The upstream does not return why a user failed.',
    scope: 'admin:groups',
    upstreamOperations: ['batchAddGroupMembers'],
    response: BulkResult,
    invalidates: invalidatesGroupMembership,
    audit: 'user-changed',
  })
  add(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Body() body: AddGroupMembersBody,
  ): Promise<BulkResult> {
    return addMembers(koodrive, groupId, body);
  }

  @Post('remove')
  @Endpoint({
    summary: 'Remove members from a group',
    description: 'One result for each user. The upstream does not return why a user failed.',
    scope: 'admin:groups',
    upstreamOperations: ['batchDeleteGroupMembers'],
    response: BulkResult,
    invalidates: invalidatesGroupMembership,
    audit: 'user-changed',
  })
  remove(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { groupId }: GroupParams,
    @Body() body: RemoveGroupMembersBody,
  ): Promise<BulkResult> {
    return removeMembers(koodrive, groupId, body);
  }

  @Patch(':userId')
  @Endpoint({
    summary: "Change a member's role",
    scope: 'admin:groups',
    upstreamOperations: ['updateUserGroup', 'getUserGroup'],
    status: 204,
    invalidates: invalidatesGroupMembership,
    audit: 'user-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { groupId, userId }: GroupMemberParams,
    @Body() body: ChangeGroupMemberBody,
  ): Promise<void> {
    return changeMember(koodrive, groupId, userId, body);
  }
}

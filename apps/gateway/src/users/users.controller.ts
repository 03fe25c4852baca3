import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, type InvalidationRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { CheckImportBody, ImportCheckResult } from './import-checks.dto.js';
import { checkImport } from './import-checks.upstream.js';
import {
  AddedUser,
  AddUserBody,
  ChangeUserBody,
  CountUsersQuery,
  ListUsersQuery,
  ReadUserQuery,
  User,
  UserCount,
  UserMobile,
  UserParams,
} from './users.dto.js';
import { addUser, changeUser, countUsers, deleteUser, listUsers, readUserMobile, readUser } from './users.upstream.js';

/** Users have the name of their department. The list of a department includes the users of departments below. */
const cacheRule: CacheRule = {
  maxAgeSeconds: 30,
  staleWhileRevalidateSeconds: 300,
  staleIfErrorSeconds: 600,
  tags: () => [cacheTags.users, cacheTags.departments],
};
/** A new, moved or deleted user also changes spaces, memberships and the access to spaces. */
const invalidatesUsers: InvalidationRule = () => [
  cacheTags.users,
  cacheTags.spaces,
  cacheTags.groups,
  cacheTags.access,
];

@ApiTags('users')
@Controller('v1/users')
export class UsersController {
  @Get()
  @Endpoint({
    summary: 'List users',
    scope: 'users:read',
    upstreamOperations: ['getUserList'],
    response: createPageClass(User),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListUsersQuery): Promise<Page<User>> {
    return listUsers(koodrive, query);
  }

  @Get('count')
  @Endpoint({
    summary: 'Count users',
    scope: 'users:read',
    upstreamOperations: ['countUser'],
    response: UserCount,
    cache: cacheRule,
  })
  count(@UpstreamClient() koodrive: BoundClient, @Query() query: CountUsersQuery): Promise<UserCount> {
    return countUsers(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Add a user from OrgID',
    description: 'The user can then sign in, and counts toward the user limit.',
    scope: 'admin:users',
    upstreamOperations: ['createUser', 'getUser', 'getUserList'],
    response: AddedUser,
    status: 201,
    invalidates: invalidatesUsers,
    audit: 'user-changed',
    location: ({ id }) => (typeof id === 'string' ? `/v1/users/${id}` : '/v1/users'),
  })
  add(@UpstreamClient() koodrive: BoundClient, @Body() body: AddUserBody): Promise<AddedUser> {
    return addUser(koodrive, body);
  }

  @Post('import-checks')
  @Endpoint({
    summary: 'Check rows before an import',
    description: 'For browser sessions only: the upstream accepts no other credential. Does not import users.',
    scope: 'admin:users',
    safe: true,
    upstreamOperations: ['batchImportUserPreVerify'],
    response: ImportCheckResult,
  })
  checkImport(@UpstreamClient() koodrive: BoundClient, @Body() body: CheckImportBody): Promise<ImportCheckResult> {
    return checkImport(koodrive, body);
  }

  @Get(':userId')
  @Endpoint({
    summary: 'Read a user',
    scope: 'users:read',
    upstreamOperations: ['getUser'],
    response: User,
    cache: cacheRule,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { userId }: UserParams,
    @Query() _query: ReadUserQuery,
  ): Promise<User> {
    return readUser(koodrive, userId);
  }

  @Get(':userId/mobile')
  @Endpoint({
    summary: 'Read the mobile number of a user',
    description: 'Complete or masked, depending on your rights at the upstream. Not cached.',
    scope: 'users:read',
    upstreamOperations: ['getUserMobile'],
    response: UserMobile,
  })
  mobile(@UpstreamClient() koodrive: BoundClient, @Param() { userId }: UserParams): Promise<UserMobile> {
    return readUserMobile(koodrive, userId);
  }

  @Patch(':userId')
  @Endpoint({
    summary: "Change a user's department, role or state",
    scope: 'admin:users',
    upstreamOperations: ['updateUser', 'getUser'],
    response: User,
    invalidates: invalidatesUsers,
    audit: 'user-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { userId }: UserParams,
    @Body() body: ChangeUserBody,
  ): Promise<User> {
    return changeUser(koodrive, userId, body);
  }

  @Delete(':userId')
  @Endpoint({
    summary: 'Delete a user with all their files',
    description:
      'Only a user who is disabled or was never activated can be deleted. To keep the files, use user-tasks instead: ' +
      '`hand-over-and-delete` transfers them to another user.',
    scope: 'admin:users',
    upstreamOperations: ['deleteUser'],
    status: 204,
    invalidates: invalidatesUsers,
    audit: 'user-changed',
  })
  delete(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { userId }: UserParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return deleteUser(koodrive, userId, confirmation);
  }
}

import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, type Purge, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
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
import { addUser, changeUser, countUsers, deleteUser, listUsers, readMobile, readUser } from './users.upstream.js';

/** Users show the name of their department, and are listed with those of departments below. */
const kept: CacheRule = {
  fresh: 30,
  stale: 300,
  staleOnError: 600,
  tags: () => [tags.users, tags.departments],
};
/** A user who comes, moves or goes takes spaces, memberships and the way into spaces along. */
const changed: Purge = () => [tags.users, tags.spaces, tags.groups, tags.access];

@ApiTags('users')
@Controller('v1/users')
export class UsersController {
  @Get()
  @Endpoint({
    summary: 'List users',
    scope: 'users:read',
    upstream: ['getUserList'],
    answer: pageOf(User),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListUsersQuery): Promise<Page<User>> {
    return listUsers(koodrive, query);
  }

  @Get('count')
  @Endpoint({
    summary: 'Count users',
    scope: 'users:read',
    upstream: ['countUser'],
    answer: UserCount,
    cache: kept,
  })
  count(@Upstream() koodrive: BoundClient, @Query() query: CountUsersQuery): Promise<UserCount> {
    return countUsers(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Add a person of OrgID',
    description: 'They can sign in from then on, and count against the user limit.',
    scope: 'admin:users',
    upstream: ['createUser', 'getUser', 'getUserList'],
    answer: AddedUser,
    status: 201,
    purge: changed,
    audit: 'user-changed',
    location: ({ id }) => (typeof id === 'string' ? `/v1/users/${id}` : '/v1/users'),
  })
  add(@Upstream() koodrive: BoundClient, @Body() body: AddUserBody): Promise<AddedUser> {
    return addUser(koodrive, body);
  }

  @Post('import-checks')
  @Endpoint({
    summary: 'Check rows before an import',
    description: 'For browser sessions only: the upstream takes no other credential. Imports nobody.',
    scope: 'admin:users',
    upstream: ['batchImportUserPreVerify'],
    answer: ImportCheckResult,
  })
  checkImport(@Upstream() koodrive: BoundClient, @Body() body: CheckImportBody): Promise<ImportCheckResult> {
    return checkImport(koodrive, body);
  }

  @Get(':userId')
  @Endpoint({
    summary: 'Read a user',
    scope: 'users:read',
    upstream: ['getUser'],
    answer: User,
    cache: kept,
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() { userId }: UserParams,
    @Query() _query: ReadUserQuery,
  ): Promise<User> {
    return readUser(koodrive, userId);
  }

  @Get(':userId/mobile')
  @Endpoint({
    summary: 'Read the mobile number of a user',
    description: 'Whole or masked, as the upstream allows you. Never kept.',
    scope: 'users:read',
    upstream: ['getUserMobile'],
    answer: UserMobile,
  })
  mobile(@Upstream() koodrive: BoundClient, @Param() { userId }: UserParams): Promise<UserMobile> {
    return readMobile(koodrive, userId);
  }

  @Patch(':userId')
  @Endpoint({
    summary: "Change a user's department, role or state",
    scope: 'admin:users',
    upstream: ['updateUser', 'getUser'],
    answer: User,
    purge: changed,
    audit: 'user-changed',
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() { userId }: UserParams,
    @Body() body: ChangeUserBody,
  ): Promise<User> {
    return changeUser(koodrive, userId, body);
  }

  @Delete(':userId')
  @Endpoint({
    summary: 'Delete a user with all their files',
    description:
      'Only who is disabled or was never activated can go. To keep the files, hand them over first: see user-tasks.',
    scope: 'admin:users',
    upstream: ['deleteUser'],
    status: 204,
    purge: changed,
    audit: 'user-changed',
  })
  delete(
    @Upstream() koodrive: BoundClient,
    @Param() { userId }: UserParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return deleteUser(koodrive, userId, confirmation);
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { Endpoint } from '../http/endpoint.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  ImportResult,
  ListUserTasksQuery,
  StartUserTaskBody,
  StartUserTaskQuery,
  UserTask,
  UserTaskParams,
} from './user-tasks.dto.js';
import { UserTasksService } from './user-tasks.service.js';
import { listUserTasks, readImportResult } from './user-tasks.upstream.js';

@ApiTags('user-tasks')
@Controller('v1/user-tasks')
export class UserTasksController {
  constructor(private readonly tasks: UserTasksService) {}

  @Get()
  @Endpoint({
    summary: 'List tasks about users',
    scope: 'user-tasks:read',
    upstream: ['getTaskLIst'],
    answer: pageOf(UserTask),
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListUserTasksQuery): Promise<Page<UserTask>> {
    return listUserTasks(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Hand over and delete a user, or import users',
    description:
      'Goes on after the answer: read the task at the address in Location until it has succeeded or failed. To let a ' +
      'user go: disable them (PATCH /v1/users/{userId}), hand them over here with ?confirm=<userId>, follow the task.',
    scope: 'admin:user-tasks',
    upstream: ['createTask', 'getTaskDetail', 'getSpaceV2'],
    answer: UserTask,
    status: 202,
    audit: 'user-changed',
    location: ({ id }) => `/v1/user-tasks/${String(id)}`,
  })
  start(
    @Upstream() koodrive: BoundClient,
    @Query() query: StartUserTaskQuery,
    @Body() body: StartUserTaskBody,
  ): Promise<UserTask> {
    return this.tasks.start(koodrive, body, query);
  }

  @Get(':taskId')
  @Endpoint({
    summary: 'Read a task about users',
    scope: 'user-tasks:read',
    upstream: ['getTaskDetail'],
    answer: UserTask,
  })
  read(@Upstream() koodrive: BoundClient, @Param() { taskId }: UserTaskParams): Promise<UserTask> {
    return this.tasks.read(koodrive, taskId);
  }

  @Get(':taskId/result')
  @Endpoint({
    summary: 'Read what an import came to',
    scope: 'user-tasks:read',
    upstream: ['getTaskResult'],
    answer: ImportResult,
  })
  result(@Upstream() koodrive: BoundClient, @Param() { taskId }: UserTaskParams): Promise<ImportResult> {
    return readImportResult(koodrive, taskId);
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
import { ImportResult, ListUserTasksQuery, StartUserTaskBody, UserTask, UserTaskParams } from './user-tasks.dto.js';
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
    upstreamOperations: ['getTaskLIst'],
    response: createPageClass(UserTask),
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListUserTasksQuery): Promise<Page<UserTask>> {
    return listUserTasks(koodrive, query);
  }

  @Post()
  @Endpoint({
    summary: 'Start a task: transfer the files of a user and delete the user, or import users',
    description:
      'The task runs after the response. Location has its URL: read the task there until it has succeeded or failed. To ' +
      'remove a user: disable the user (PATCH /v1/users/{userId}), start `hand-over-and-delete` with ?confirm=<userId>, ' +
      'and follow the task.',
    scope: 'admin:user-tasks',
    upstreamOperations: ['createTask', 'getTaskDetail', 'getSpaceV2'],
    response: UserTask,
    status: 202,
    audit: 'user-changed',
    location: ({ id }) => `/v1/user-tasks/${String(id)}`,
  })
  start(
    @UpstreamClient() koodrive: BoundClient,
    @Query() confirmation: ConfirmationQuery,
    @Body() body: StartUserTaskBody,
  ): Promise<UserTask> {
    return this.tasks.start(koodrive, body, confirmation);
  }

  @Get(':taskId')
  @Endpoint({
    summary: 'Read a task about users',
    scope: 'user-tasks:read',
    upstreamOperations: ['getTaskDetail'],
    response: UserTask,
  })
  read(@UpstreamClient() koodrive: BoundClient, @Param() { taskId }: UserTaskParams): Promise<UserTask> {
    return this.tasks.read(koodrive, taskId);
  }

  @Get(':taskId/result')
  @Endpoint({
    summary: 'Read the result of an import',
    scope: 'user-tasks:read',
    upstreamOperations: ['getTaskResult'],
    response: ImportResult,
  })
  result(@UpstreamClient() koodrive: BoundClient, @Param() { taskId }: UserTaskParams): Promise<ImportResult> {
    return readImportResult(koodrive, taskId);
  }
}

import { Injectable } from '@nestjs/common';
import { ResponseCache } from '#cache';
import { type BoundClient, UpstreamError } from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { cacheTags } from '../http/response/cache-tags.js';
import { requiredId } from '../upstream/required.js';
import { WriteRecords } from '../http/response/write-records.js';
import type { StartUserTaskBody, UserTask } from './user-tasks.dto.js';
import { readUserTask, readSpaceIdsOfUser, toCreateTaskInput } from './user-tasks.upstream.js';

/** Starts tasks that delete users only after a confirmation, and invalidates the responses that a task has changed. */
@Injectable()
export class UserTasksService {
  constructor(
    private readonly cache: ResponseCache,
    private readonly records: WriteRecords,
  ) {}

  /** @throws ProblemError invalid-input, or confirmation-required for a task that deletes a user */
  async start(koodrive: BoundClient, body: StartUserTaskBody, confirmation: ConfirmationQuery): Promise<UserTask> {
    const input = toCreateTaskInput(body);
    if (body.userId !== undefined) requireConfirmation(confirmation, body.userId);
    const taskId = requiredId(await koodrive.call('createTask', input), 'taskId');
    if (body.receiverId !== undefined) await this.storeAffectedSpaces(koodrive, taskId, body.receiverId);
    return this.read(koodrive, taskId);
  }

  async read(koodrive: BoundClient, taskId: string): Promise<UserTask> {
    const task = await readUserTask(koodrive, taskId);
    if (task.status === 'succeeded' || task.status === 'failed') await this.invalidateOnEnd(koodrive, taskId);
    return task;
  }

  /**
   * The upstream does not return to which space the files of a task go. The spaces of the recipient are therefore
   * stored when the task starts, if the caller can read them.
   */
  private async storeAffectedSpaces(koodrive: BoundClient, taskId: string, receiverId: string): Promise<void> {
    const spaceIds = await readSpaceIdsOfUser(koodrive, receiverId).catch((error: unknown) => {
      if (error instanceof UpstreamError) return [];
      throw error;
    });
    await this.records.save(koodrive.principal, `user-task:${taskId}`, JSON.stringify(spaceIds));
  }

  /**
   * Invalidates once, before a caller gets the response that the task has ended. The invalidation is recorded only
   * after it succeeded, as for jobs.
   */
  private async invalidateOnEnd({ principal }: BoundClient, taskId: string): Promise<void> {
    const invalidatedKey = `user-task-settled:${taskId}`;
    if (await this.records.find(invalidatedKey)) return;
    const stored = await this.records.find(`user-task:${taskId}`);
    const spaceIds = stored ? (JSON.parse(stored) as string[]) : [];
    await this.cache.invalidate([
      cacheTags.users,
      cacheTags.groups,
      cacheTags.spaces,
      cacheTags.access,
      cacheTags.search,
      ...spaceIds.map((spaceId) => cacheTags.files(spaceId)),
    ]);
    await this.records.save(principal, invalidatedKey, '1');
  }
}

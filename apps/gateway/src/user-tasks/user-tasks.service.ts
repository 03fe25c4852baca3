import { Injectable } from '@nestjs/common';
import { ResponseCache } from '#cache';
import { type BoundClient, parseId, UpstreamError } from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { cacheTags } from '../http/response/cache-tags.js';
import { required } from '../upstream/required.js';
import { BestEffortStore } from '#store';
import type { StartUserTaskBody, UserTask } from './user-tasks.dto.js';
import { readUserTask, readSpaceIdsOfUser, toCreateTaskInput } from './user-tasks.upstream.js';

const taskRecordTtlMs = 24 * 3_600_000;

/** Starts tasks that delete users only after a confirmation, and invalidates the responses that a task has changed. */
@Injectable()
export class UserTasksService {
  constructor(
    private readonly cache: ResponseCache,
    private readonly store: BestEffortStore,
  ) {}

  /** @throws ProblemError invalid-input, or confirmation-required for a task that deletes a user */
  async start(koodrive: BoundClient, body: StartUserTaskBody, confirmation: ConfirmationQuery): Promise<UserTask> {
    const input = toCreateTaskInput(body);
    if (body.userId !== undefined) requireConfirmation(confirmation, body.userId);
    const taskId = required(parseId((await koodrive.call('createTask', input)).taskId));
    if (body.receiverId !== undefined) await this.storeAffectedSpaces(koodrive, taskId, body.receiverId);
    return this.read(koodrive, taskId);
  }

  async read(koodrive: BoundClient, taskId: string): Promise<UserTask> {
    const task = await readUserTask(koodrive, taskId);
    if (task.status === 'succeeded' || task.status === 'failed') await this.invalidateOnEnd(taskId);
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
    await this.store.use((store) => store.set(`user-task:${taskId}`, JSON.stringify(spaceIds), taskRecordTtlMs));
  }

  /**
   * Invalidates once, before a caller gets the response that the task has ended. The invalidation is recorded only
   * after it succeeded, as for jobs.
   */
  private async invalidateOnEnd(taskId: string): Promise<void> {
    const invalidatedKey = `user-task-settled:${taskId}`;
    if (await this.store.use((store) => store.get(invalidatedKey))) return;
    const stored = await this.store.use((store) => store.get(`user-task:${taskId}`));
    const spaceIds = stored ? (JSON.parse(stored.toString()) as string[]) : [];
    await this.cache.invalidate([
      cacheTags.users,
      cacheTags.groups,
      cacheTags.spaces,
      cacheTags.access,
      cacheTags.search,
      ...spaceIds.map((spaceId) => cacheTags.files(spaceId)),
    ]);
    await this.store.use((store) => store.set(invalidatedKey, '1', taskRecordTtlMs));
  }
}

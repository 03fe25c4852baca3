import { Injectable } from '@nestjs/common';
import { AnswerCache } from '#cache';
import { type BoundClient, id, UpstreamError } from '#koodrive';
import { requireConfirmation } from '../http/input/confirmation.js';
import { tags } from '../http/answer/freshness.js';
import { demand } from '../upstream/demand.js';
import { SharedStore } from '../upstream/shared-store.js';
import type { StartUserTaskBody, StartUserTaskQuery, UserTask } from './user-tasks.dto.js';
import { readUserTask, spacesOf, startInput } from './user-tasks.upstream.js';

const dayInMs = 86_400_000;

/** Starts what deletes users only when the caller says twice whom, and makes stale what a task has changed. */
@Injectable()
export class UserTasksService {
  constructor(
    private readonly cache: AnswerCache,
    private readonly store: SharedStore,
  ) {}

  async start(koodrive: BoundClient, body: StartUserTaskBody, query: StartUserTaskQuery): Promise<UserTask> {
    const input = startInput(body);
    if (body.userId !== undefined) requireConfirmation(query, body.userId);
    const { taskId } = await koodrive.call('createTask', input);
    const started = demand(id(taskId));
    if (body.receiverId !== undefined) await this.remember(koodrive, started, body.receiverId);
    return this.read(koodrive, started);
  }

  async read(koodrive: BoundClient, taskId: string): Promise<UserTask> {
    const task = await readUserTask(koodrive, taskId);
    if (task.status === 'succeeded' || task.status === 'failed') await this.settle(taskId);
    return task;
  }

  /** A task does not tell where the files go: the receiver's spaces are kept from its start, as far as they can be seen. */
  private async remember(koodrive: BoundClient, taskId: string, receiverId: string): Promise<void> {
    const spaceIds = await spacesOf(koodrive, receiverId).catch((error: unknown) => {
      if (error instanceof UpstreamError) return [];
      throw error;
    });
    await this.store.use((store) => store.set(`user-task:${taskId}`, JSON.stringify(spaceIds), dayInMs));
  }

  /** Before anybody hears that a task has ended, once; marked as done only afterwards (as for jobs). */
  private async settle(taskId: string): Promise<void> {
    const settled = `user-task-settled:${taskId}`;
    if (await this.store.use((store) => store.get(settled))) return;
    const kept = await this.store.use((store) => store.get(`user-task:${taskId}`));
    const spaceIds = kept ? (JSON.parse(kept.toString()) as string[]) : [];
    const files = spaceIds.map((spaceId) => tags.files(spaceId));
    await this.cache.purge([tags.users, tags.groups, tags.spaces, tags.access, tags.search, ...files]);
    await this.store.use((store) => store.set(settled, '1', dayInMs));
  }
}

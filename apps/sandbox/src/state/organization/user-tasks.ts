import { Refusal } from '../../operation.js';
import type { VirtualClock } from '../../time.js';
import type { JobTimes } from '../state.js';
import type { ImportRow } from './user-imports.js';

export const UserTaskType = { handOver: 0, import: 1 } as const;
export const UserTaskStatus = { new: 0, executing: 1, success: 2, failed: 3 } as const;
/** The one code of such tasks that the reference prints; that it stands for every failure is inferred. */
export const USER_TASK_FAILED = '18000205';

export interface ImportOutcome {
  readonly imported: number;
  readonly failures: readonly { readonly userName: string; readonly desc: string }[];
}

export interface UserTask {
  readonly taskId: string;
  readonly taskName: string;
  readonly taskType: number;
  readonly creatorId: string;
  readonly createdAt: number;
  status: number;
  startedAt: number | undefined;
  endedAt: number | undefined;
  resultCode: string | undefined;
  outcome: ImportOutcome | undefined;
}

export type NewUserTask = Pick<UserTask, 'taskId' | 'taskName' | 'taskType' | 'creatorId'>;

/** Runs tasks about users on virtual time: they wait, take their time, and do all their work at its end. */
export class UserTasks {
  private readonly byId = new Map<string, UserTask>();
  private readonly receivers = new Map<string, string>();
  private cancels: (() => void)[] = [];
  /** By user: the rows they had checked last, for the import that follows. */
  readonly checked = new Map<string, readonly ImportRow[]>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly times: JobTimes,
  ) {}

  add(task: UserTask): UserTask {
    this.byId.set(task.taskId, task);
    return task;
  }

  /** Newest first. No two have the same time: it is the cursor of the list. */
  list(): UserTask[] {
    return [...this.byId.values()].reverse();
  }

  /** Refuses with 13000309 when there is no such task. */
  get(taskId: string): UserTask {
    const task = this.byId.get(taskId);
    if (!task) throw new Refusal(13000309, `task ${taskId}`);
    return task;
  }

  /** Who gets, or got, the files of a user. */
  receiverOf(userId: string): string | undefined {
    return this.receivers.get(userId);
  }

  handsOver(userId: string, receiverId: string): void {
    this.receivers.set(userId, receiverId);
  }

  /** `units` of work, each of which takes as long as a file of a job. */
  start(wish: NewUserTask, units: number, work: () => ImportOutcome | undefined): UserTask {
    const latest = this.list()[0]?.createdAt ?? 0;
    const task = this.add({
      ...{ ...wish, createdAt: Math.max(this.clock.now(), latest + 1), status: UserTaskStatus.new },
      ...{ startedAt: undefined, endedAt: undefined, resultCode: undefined, outcome: undefined },
    });
    const { waitMs, perFileMs } = this.times;
    const begin = this.clock.after(waitMs, () => {
      task.status = UserTaskStatus.executing;
      task.startedAt = this.clock.now();
    });
    this.cancels.push(
      begin,
      this.clock.after(waitMs + perFileMs * units, () => this.end(task, work)),
    );
    return task;
  }

  /** Stops everything. */
  clear(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels = [];
  }

  private end(task: UserTask, work: () => ImportOutcome | undefined): void {
    try {
      task.outcome = work();
      task.status = UserTaskStatus.success;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      task.status = UserTaskStatus.failed;
      task.resultCode = USER_TASK_FAILED;
    }
    task.endedAt = this.clock.now();
  }
}

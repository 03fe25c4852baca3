import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { VirtualClock } from '../../virtual-clock.js';
import type { JobDurations } from '../jobs/jobs.js';

export const UserTaskType = { transferOwnership: 0, import: 1 } as const;
export const UserTaskStatus = { new: 0, executing: 1, success: 2, failed: 3 } as const;
/** The only code of user tasks that the reference prints. That every failure has this code is inferred. */
const userTaskFailedCode = '18000205';

/** One user of an import. The page documents only these members, and none that identifies the user. */
export interface UserImportRow {
  /** The department in which the import is made. */
  readonly deptId: string;
  /** Name of a department below `deptId`. Default: that department itself. */
  readonly targetDeptName: string | undefined;
  /** GB (inferred: the page gives no unit). 0 if the user gets no space. */
  readonly capacityGb: number;
  readonly allocatesSpace: boolean;
}

export interface UserImportResult {
  readonly importedCount: number;
  readonly failures: readonly { readonly userName: string; readonly desc: string }[];
}

export interface UserTask {
  readonly taskId: string;
  readonly taskName: string;
  /** A number of UserTaskType. */
  readonly taskType: number;
  readonly creatorId: string;
  readonly createdAt: number;
  /** A number of UserTaskStatus. */
  status: number;
  startedAt: number | undefined;
  endedAt: number | undefined;
  resultCode: string | undefined;
  importResult: UserImportResult | undefined;
}

export type NewUserTaskOptions = Pick<UserTask, 'taskId' | 'taskName' | 'taskType' | 'creatorId'>;

/** Runs user tasks in virtual time. A task waits, runs for its duration, and does all its work at the end. */
export class UserTasks {
  private readonly byId = new Map<string, UserTask>();
  private readonly receiverByUser = new Map<string, string>();
  private timerCancellations: (() => void)[] = [];
  /** The rows that each user validated last, for the import that follows. */
  readonly validatedRowsByUser = new Map<string, readonly UserImportRow[]>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly durations: JobDurations,
  ) {}

  add(task: UserTask): UserTask {
    this.byId.set(task.taskId, task);
    return task;
  }

  /** All tasks, newest first. Each has a different `createdAt`, which is the cursor of the list. */
  list(): UserTask[] {
    return [...this.byId.values()].reverse();
  }

  /** @throws OperationError notFound (no such task) */
  get(taskId: string): UserTask {
    const task = this.byId.get(taskId);
    if (!task) throw new OperationError(errorCodes.notFound, `task ${taskId}`);
    return task;
  }

  /** The user who receives, or has received, the files of a user. */
  findReceiver(userId: string): string | undefined {
    return this.receiverByUser.get(userId);
  }

  setReceiver(userId: string, receiverId: string): void {
    this.receiverByUser.set(userId, receiverId);
  }

  /**
   * Schedules a task.
   * @param unitCount units of work; each takes as long as one file of a job
   * @param work fails the task if it throws an OperationError
   */
  start(options: NewUserTaskOptions, unitCount: number, work: () => UserImportResult | undefined): UserTask {
    const latestCreatedAt = this.list()[0]?.createdAt ?? 0;
    const task = this.add({
      ...options,
      createdAt: Math.max(this.clock.now(), latestCreatedAt + 1),
      status: UserTaskStatus.new,
      startedAt: undefined,
      endedAt: undefined,
      resultCode: undefined,
      importResult: undefined,
    });
    const { waitMs, perFileMs } = this.durations;
    const begin = this.clock.schedule(waitMs, () => {
      task.status = UserTaskStatus.executing;
      task.startedAt = this.clock.now();
    });
    this.timerCancellations.push(
      begin,
      this.clock.schedule(waitMs + perFileMs * unitCount, () => this.end(task, work)),
    );
    return task;
  }

  /** Cancels all tasks that have not ended. */
  cancelAll(): void {
    for (const cancel of this.timerCancellations) cancel();
    this.timerCancellations = [];
  }

  private end(task: UserTask, work: () => UserImportResult | undefined): void {
    try {
      task.importResult = work();
      task.status = UserTaskStatus.success;
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      task.status = UserTaskStatus.failed;
      task.resultCode = userTaskFailedCode;
    }
    task.endedAt = this.clock.now();
  }
}

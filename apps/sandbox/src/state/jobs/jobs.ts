import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { VirtualClock } from '../../virtual-clock.js';
import type { ZipEntry } from '../archives/zip-reader.js';

export const JobStatus = { waiting: 0, running: 1, completed: 2, cancelled: 3 } as const;
export const JobResult = { allSucceeded: 1, partlyFailed: 2, allFailed: 3 } as const;
const JobTaskStatus = { waiting: '0', succeeded: '1', failed: '2' } as const;

/** How long jobs take, in virtual time. */
export interface JobDurations {
  readonly waitMs: number;
  readonly perFileMs: number;
}

/**
 * What a job does with one file or folder, and the result. The contract also calls a complete job of a share, or about a
 * user, a task (share-tasks.ts, user-tasks.ts).
 */
export interface JobTask {
  readonly fileId: string;
  /** Path of ids, from the request. */
  readonly filePath: string | undefined;
  status: string;
  newFileId?: string;
  newFilePath?: string;
  resultCode?: number;
}

export type ArchiveEntryInfo = Pick<ZipEntry, 'name' | 'isFolder' | 'sizeBytes' | 'updatedAt'>;

export interface Job {
  readonly jobId: string;
  readonly userId: string;
  readonly taskType: number;
  readonly actionType: number | undefined;
  readonly srcContainerId: string;
  readonly dstContainerId: string;
  /** Destination folder: an id, `root`, or a path of ids. */
  readonly targetPath: string | undefined;
  /** Paths inside an archive, to extract only these. */
  readonly uncompressFilePaths: readonly string[] | undefined;
  readonly createdAt: number;
  readonly tasks: JobTask[];
  /** A number of JobStatus. */
  status: number;
  /** A number of JobResult; undefined until the job is completed. */
  result: number | undefined;
  startedAt: number | undefined;
  endedAt: number | undefined;
  /** Set by a job that creates an archive: its object key and its file name. */
  archive?: { readonly key: string; readonly name: string };
  /** Set by a job that lists an archive. */
  archiveEntries?: ArchiveEntryInfo[];
}

export type JobRequest = Pick<
  Job,
  'jobId' | 'userId' | 'taskType' | 'actionType' | 'srcContainerId' | 'dstContainerId' | 'createdAt'
> &
  Partial<Pick<Job, 'targetPath' | 'uncompressFilePaths'>> & {
    readonly files: readonly Pick<JobTask, 'fileId' | 'filePath'>[];
  };

/** A waiting job with one task for each file. */
export function buildJob({ files, ...request }: JobRequest): Job {
  return {
    ...request,
    targetPath: request.targetPath,
    uncompressFilePaths: request.uncompressFilePaths,
    tasks: files.map((file) => ({ ...file, status: JobTaskStatus.waiting })),
    status: JobStatus.waiting,
    result: undefined,
    startedAt: undefined,
    endedAt: undefined,
  };
}

/** The work of a job. An error is the result of its task, or of all tasks if `finish` throws. */
export interface JobProcessor {
  /** Called once for each task, one after another. */
  readonly processTask: (task: JobTask) => void | Promise<void>;
  /** Called after the last task. */
  readonly finish?: () => void | Promise<void>;
}

/** Runs jobs in virtual time, one task after another, until they are completed or canceled. */
export class Jobs {
  private readonly byId = new Map<string, Job>();
  private readonly timerCancellations = new Map<string, () => void>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly durations: JobDurations,
  ) {}

  /** The jobs of a user, newest first. */
  listByUser(userId: string): Job[] {
    return [...this.byId.values()].filter((job) => job.userId === userId).reverse();
  }

  /** @throws OperationError notFound (the user has no such job) */
  get(jobId: string, userId: string): Job {
    const job = this.byId.get(jobId);
    if (job?.userId !== userId) throw new OperationError(errorCodes.notFound, jobId);
    return job;
  }

  /** Share of the tasks that have ended, in percent. At most 99 until the job is completed. */
  getProgressPercent(job: Job): number {
    if (job.status === JobStatus.completed) return 100;
    const endedCount = job.tasks.filter((task) => task.status !== JobTaskStatus.waiting).length;
    return job.tasks.length === 0 ? 0 : Math.floor((endedCount * 99) / job.tasks.length);
  }

  /** Schedules the steps of a job: its begin, each task, and its end. */
  start(job: Job, processor: JobProcessor): void {
    this.byId.set(job.jobId, job);
    const { waitMs, perFileMs } = this.durations;
    let previousStep: Promise<void> = Promise.resolve();
    const schedule = (delayMs: number, step: () => void | Promise<void>): (() => void) =>
      this.clock.schedule(delayMs, () => {
        // The previous step takes real time if it works on bytes, so it can still run at the virtual time of this one.
        previousStep = previousStep.then(() => (job.status === JobStatus.cancelled ? undefined : step()));
      });
    const timers = [
      schedule(waitMs, () => this.begin(job)),
      ...job.tasks.map((task, i) => schedule(waitMs + perFileMs * (i + 1), () => runTask(task, processor))),
      schedule(waitMs + perFileMs * job.tasks.length, () => this.end(job, processor)),
    ];
    this.timerCancellations.set(job.jobId, () => timers.forEach((cancel) => cancel()));
  }

  /** Cancels a job that waits or runs. Tasks that have ended keep their effect. A job that has ended stays unchanged. */
  cancel(job: Job): void {
    if (job.status !== JobStatus.waiting && job.status !== JobStatus.running) return;
    job.status = JobStatus.cancelled;
    job.endedAt = this.clock.now();
    this.clearTimers(job);
  }

  /** Cancels all jobs that wait or run. */
  cancelAll(): void {
    for (const job of this.byId.values()) this.cancel(job);
  }

  private begin(job: Job): void {
    job.status = JobStatus.running;
    job.startedAt = this.clock.now();
  }

  private async end(job: Job, processor: JobProcessor): Promise<void> {
    await runFinish(job, processor);
    // The job may have been canceled while `finish` was running.
    if (job.status === (JobStatus.cancelled as number)) return;
    const failedCount = job.tasks.filter((task) => task.status === JobTaskStatus.failed).length;
    if (failedCount === 0) job.result = JobResult.allSucceeded;
    else job.result = failedCount < job.tasks.length ? JobResult.partlyFailed : JobResult.allFailed;
    job.status = JobStatus.completed;
    job.endedAt = this.clock.now();
    this.clearTimers(job);
  }

  private clearTimers(job: Job): void {
    this.timerCancellations.get(job.jobId)?.();
    this.timerCancellations.delete(job.jobId);
  }
}

/** If `finish` fails, the job has no result, so all tasks have failed. */
async function runFinish(job: Job, processor: JobProcessor): Promise<void> {
  try {
    await processor.finish?.();
  } catch (error) {
    for (const task of job.tasks) markFailed(task, error);
  }
}

function markFailed(task: JobTask, error: unknown): void {
  task.status = JobTaskStatus.failed;
  task.resultCode = error instanceof OperationError ? error.code : errorCodes.internalError;
}

/** An error is the result of the task. The job continues. */
async function runTask(task: JobTask, processor: JobProcessor): Promise<void> {
  try {
    await processor.processTask(task);
    task.status = JobTaskStatus.succeeded;
    task.resultCode = 0;
  } catch (error) {
    markFailed(task, error);
  }
}

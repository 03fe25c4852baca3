import { Refusal } from '../../operation.js';
import type { VirtualClock } from '../../time.js';
import type { JobTimes } from '../state.js';

export const JobStatus = { waiting: 0, running: 1, completed: 2, cancelled: 3 } as const;
export const JobResult = { allSucceeded: 1, partlyFailed: 2, allFailed: 3 } as const;
export const TaskStatus = { waiting: '0', succeeded: '1', failed: '2' } as const;

/** What is to be done with one file or folder, and what came of it. */
export interface JobTask {
  readonly fileId: string;
  /** As the caller gave it. */
  readonly filePath: string | undefined;
  status: string;
  newFileId?: string;
  newFilePath?: string;
  resultCode?: number;
}

export interface ArchiveEntryInfo {
  readonly name: string;
  readonly folder: boolean;
  readonly size: number;
  readonly updatedAt: number;
}

export interface Job {
  readonly jobId: string;
  readonly userId: string;
  readonly taskType: number;
  readonly actionType: number | undefined;
  readonly srcContainerId: string;
  readonly dstContainerId: string;
  /** Folder to put things into: an id, `root`, or a path of ids. */
  readonly targetPath: string | undefined;
  readonly uncompressFilePaths: readonly string[] | undefined;
  readonly createdAt: number;
  readonly tasks: JobTask[];
  status: number;
  result: number | undefined;
  begunAt: number | undefined;
  endedAt: number | undefined;
  /** Set by a job that packs: what was packed, and its name. */
  packed?: { readonly key: string; readonly name: string };
  /** Set by a job that reads an archive. */
  entries?: ArchiveEntryInfo[];
}

export type JobWish = Pick<
  Job,
  'jobId' | 'userId' | 'taskType' | 'actionType' | 'srcContainerId' | 'dstContainerId' | 'createdAt'
> &
  Partial<Pick<Job, 'targetPath' | 'uncompressFilePaths'>> & {
    readonly files: readonly Pick<JobTask, 'fileId' | 'filePath'>[];
  };

/** A job that waits. */
export function newJob({ files, targetPath, uncompressFilePaths, ...wish }: JobWish): Job {
  const tasks = files.map((file) => ({ ...file, status: TaskStatus.waiting }));
  const state = { status: JobStatus.waiting, result: undefined, begunAt: undefined, endedAt: undefined };
  return { ...wish, targetPath, uncompressFilePaths, tasks, ...state };
}

/** What a job does: one step a file, and perhaps something at the end. */
export interface JobWork {
  readonly step: (task: JobTask) => void | Promise<void>;
  readonly finish?: () => void | Promise<void>;
}

/** Runs jobs on virtual time: one step a file, until done or cancelled. */
export class Jobs {
  private readonly byId = new Map<string, Job>();
  private readonly cancels = new Map<string, () => void>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly times: JobTimes,
  ) {}

  /** Newest first. */
  of(userId: string): Job[] {
    return [...this.byId.values()].filter((job) => job.userId === userId).reverse();
  }

  /** Refuses with 13000309 when the user has no such job. */
  get(jobId: string, userId: string): Job {
    const job = this.byId.get(jobId);
    if (job?.userId !== userId) throw new Refusal(13000309, jobId);
    return job;
  }

  /** Percent of the files that are done with. */
  progress(job: Job): number {
    if (job.status === JobStatus.completed) return 100;
    const done = job.tasks.filter((task) => task.status !== TaskStatus.waiting).length;
    return job.tasks.length === 0 ? 0 : Math.floor((done * 99) / job.tasks.length);
  }

  start(job: Job, work: JobWork): void {
    this.byId.set(job.jobId, job);
    const { waitMs, perFileMs } = this.times;
    // Each step waits for the one before it, which may still be unpacking when its time comes.
    let last: Promise<void> = Promise.resolve();
    const inTurn = (step: () => void | Promise<void>) => (): void => {
      last = last.then(() => (job.status === JobStatus.cancelled ? undefined : step()));
    };
    const timers = [
      this.clock.after(
        waitMs,
        inTurn(() => this.begin(job)),
      ),
      ...job.tasks.map((task, i) =>
        this.clock.after(
          waitMs + perFileMs * (i + 1),
          inTurn(() => attempt(task, work)),
        ),
      ),
      this.clock.after(
        waitMs + perFileMs * job.tasks.length,
        inTurn(() => this.end(job, work)),
      ),
    ];
    this.cancels.set(job.jobId, () => timers.forEach((cancel) => cancel()));
  }

  /** Stops a job that waits or runs: what is done stays done. Has no effect on others. */
  cancel(job: Job): void {
    if (job.status !== JobStatus.waiting && job.status !== JobStatus.running) return;
    job.status = JobStatus.cancelled;
    job.endedAt = this.clock.now();
    this.forgetTimers(job);
  }

  /** Stops everything. */
  clear(): void {
    for (const job of this.byId.values()) this.cancel(job);
  }

  private begin(job: Job): void {
    job.status = JobStatus.running;
    job.begunAt = this.clock.now();
  }

  private async end(job: Job, work: JobWork): Promise<void> {
    await finish(job, work);
    if (job.status === (JobStatus.cancelled as number)) return;
    const failed = job.tasks.filter((task) => task.status === TaskStatus.failed).length;
    if (failed === 0) job.result = JobResult.allSucceeded;
    else job.result = failed < job.tasks.length ? JobResult.partlyFailed : JobResult.allFailed;
    job.status = JobStatus.completed;
    job.endedAt = this.clock.now();
    this.forgetTimers(job);
  }

  private forgetTimers(job: Job): void {
    this.cancels.get(job.jobId)?.();
    this.cancels.delete(job.jobId);
  }
}

/** When the end of the work fails, nothing of it came to be. */
async function finish(job: Job, work: JobWork): Promise<void> {
  try {
    await work.finish?.();
  } catch (error) {
    for (const task of job.tasks) fail(task, error);
  }
}

function fail(task: JobTask, error: unknown): void {
  task.status = TaskStatus.failed;
  task.resultCode = error instanceof Refusal ? error.code : 13000201;
}

/** A failure of one file is a result, not the end of the job. */
async function attempt(task: JobTask, work: JobWork): Promise<void> {
  try {
    await work.step(task);
    task.status = TaskStatus.succeeded;
    task.resultCode = 0;
  } catch (error) {
    fail(task, error);
  }
}

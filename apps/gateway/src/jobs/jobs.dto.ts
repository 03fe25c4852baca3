import { Flag, Id, Ids, ListOf, Moment, Part, Text, Texts, Whole, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';
import { ProblemDto } from '../http/problems/problem.dto.js';

export const jobActions = ['copy', 'move', 'delete', 'restore', 'extract', 'package', 'empty-recycle-bin'] as const;
export type JobAction = (typeof jobActions)[number];
/** What `POST /v1/jobs` starts; a recycle bin is emptied at its own address. */
export const startableActions = ['copy', 'move', 'delete', 'restore', 'extract', 'package'] as const;

export const jobStates = ['waiting', 'running', 'completed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** The outcome for one file of a job. */
export class JobEntry {
  @Id({ description: 'The file before the job.' })
  id!: string;

  @Word(['waiting', 'done', 'failed'])
  status!: 'waiting' | 'done' | 'failed';

  @Id({ optional: true, description: 'The file after the job: a copy has an id of its own.' })
  newId?: string | undefined;

  @Part(() => ProblemDto, { optional: true, description: 'Why it failed.' })
  problem?: ProblemDto | undefined;
}

/** Work on many files that goes on after the answer. */
export class Job {
  @Id({ example: '1320279189273965056' })
  id!: string;

  @Word(jobActions)
  action!: JobAction;

  @Word(jobStates)
  status!: JobState;

  @Word(['succeeded', 'partly-failed', 'failed'], { optional: true, description: 'Once it is completed.' })
  result?: 'succeeded' | 'partly-failed' | 'failed' | undefined;

  @Whole({ min: 0, max: 100, optional: true, description: 'Per cent done, where it can be told.' })
  progress?: number | undefined;

  @Whole({ min: 0, optional: true, description: 'Files and folders asked for.' })
  entryCount?: number | undefined;

  @Id({ optional: true, description: 'The target space.' })
  spaceId?: string | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  startedAt?: string | undefined;

  @Moment({ optional: true })
  finishedAt?: string | undefined;

  @Text({ max: 8192, optional: true, description: 'package: pre-signed address of the archive, once it is completed.' })
  url?: string | undefined;

  @ListOf(() => JobEntry, { optional: true, description: 'One for each file; left out in lists.' })
  entries?: JobEntry[] | undefined;
}

export class JobParams {
  @Id({ description: 'The job.' })
  jobId!: string;
}

export class ListJobsQuery extends pageQueryOf(Job) {
  @Word(jobActions, { optional: true, description: 'Only jobs that do this.' })
  action?: JobAction;

  @Word(jobStates, { optional: true, description: 'Only jobs in this state.' })
  status?: JobState;
}

export class StartJobBody {
  @Word(startableActions, { example: 'copy' })
  action!: (typeof startableActions)[number];

  @Id({ description: 'The space the files are in.' })
  spaceId!: string;

  @Ids({ max: 100, description: 'Files and folders.' })
  fileIds!: string[];

  @Id({ optional: true, description: 'copy, move and extract: the space to put them into; the same when left out.' })
  targetSpaceId?: string;

  @Id({ optional: true, default: 'root', description: 'copy, move and extract: the folder to put them into.' })
  targetFolderId: string = 'root';

  @Flag({ optional: true, default: false, description: 'delete: for good, past the recycle bin.' })
  permanently: boolean = false;

  @Texts({ max: 4096, most: 999, optional: true, description: 'extract: only these entries of the archive, by path.' })
  entries?: string[];

  @Text({ max: 256, optional: true, description: 'extract: the password of the archive.' })
  password?: string;
}

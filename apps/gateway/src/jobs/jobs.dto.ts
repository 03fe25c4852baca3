import {
  BooleanField,
  IdField,
  IdArrayField,
  NestedArrayField,
  TimestampField,
  NestedField,
  StringField,
  StringArrayField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';
import { Problem } from '../http/problems/problem.dto.js';

const jobActions = ['copy', 'move', 'delete', 'restore', 'extract', 'package', 'empty-recycle-bin'] as const;
export type JobAction = (typeof jobActions)[number];
/** The actions that `POST /v1/jobs` starts. A recycle bin has its own route for emptying. */
const startableActions = ['copy', 'move', 'delete', 'restore', 'extract', 'package'] as const;

export const jobStates = ['waiting', 'running', 'completed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

export const hasJobEnded = ({ status }: { readonly status: JobState }): boolean =>
  status === 'completed' || status === 'cancelled';

/** The outcome for one file of a job. */
export class JobEntry {
  @IdField({ description: 'The file before the job.' })
  id!: string;

  @EnumField(['waiting', 'done', 'failed'])
  status!: 'waiting' | 'done' | 'failed';

  @IdField({ optional: true, description: 'The file after the job. A copy has a new id.' })
  newId?: string;

  @NestedField(() => Problem, { optional: true, description: 'Why it failed.' })
  problem?: Problem;
}

/** Work on files that runs after the response. */
export class Job {
  @IdField({ example: '1320279189273965056' })
  id!: string;

  @EnumField(jobActions)
  action!: JobAction;

  @EnumField(jobStates)
  status!: JobState;

  @EnumField(['succeeded', 'partly-failed', 'failed'], { optional: true, description: 'When the job is completed.' })
  result?: 'succeeded' | 'partly-failed' | 'failed';

  @IntegerField({ min: 0, max: 100, optional: true, description: 'Progress in percent, if known.' })
  progress?: number;

  @IntegerField({ min: 0, optional: true, description: 'Number of requested files and folders.' })
  entryCount?: number;

  @IdField({ optional: true, description: 'The target space.' })
  spaceId?: string;

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true })
  startedAt?: string;

  @TimestampField({ optional: true })
  finishedAt?: string;

  @StringField({
    maxLength: 8192,
    optional: true,
    description: 'package: pre-signed URL of the archive, when the job is completed.',
  })
  url?: string;

  @NestedArrayField(() => JobEntry, {
    optional: true,
    description: 'One for each file; not in lists, and absent if one of them could not be read.',
  })
  entries?: JobEntry[];
}

export class JobParams {
  @IdField({ description: 'The job.' })
  jobId!: string;
}

export class ListJobsQuery extends createPageQueryClass(Job) {
  @EnumField(jobActions, { optional: true, description: 'Only jobs with this action.' })
  action?: JobAction;

  @EnumField(jobStates, { optional: true, description: 'Only jobs in this state.' })
  status?: JobState;
}

export class StartJobBody {
  @EnumField(startableActions, { example: 'copy' })
  action!: (typeof startableActions)[number];

  @IdField({ description: 'The space the files are in.' })
  spaceId!: string;

  @IdArrayField({ maxItems: 100, description: 'Files and folders.' })
  fileIds!: string[];

  @IdField({
    optional: true,
    description: 'copy, move and extract: the target space. Without it: the space of the files.',
  })
  targetSpaceId?: string;

  @IdField({ optional: true, default: 'root', description: 'copy, move and extract: the target folder.' })
  targetFolderId: string = 'root';

  @BooleanField({ optional: true, default: false, description: 'delete: permanently, without the recycle bin.' })
  permanently: boolean = false;

  @StringArrayField({
    maxLength: 4096,
    maxItems: 999,
    optional: true,
    description: 'extract: only these entries of the archive, by path.',
  })
  entries?: string[];

  @StringField({ maxLength: 256, optional: true, description: 'extract: the password of the archive.' })
  password?: string;
}

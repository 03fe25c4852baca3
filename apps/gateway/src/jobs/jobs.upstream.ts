import {
  type BoundClient,
  parseId,
  type OperationInput,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import { toPartialFailure, toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapCompleteList, mapPage, withoutTotal } from '../upstream/map-entries.js';
import { required, requiredFrom, requiredId, requiredText } from '../upstream/required.js';
import type { SpaceMetadata } from '../upstream/space-metadata-cache.js';
import {
  type Job,
  type JobAction,
  type JobEntry,
  type JobState,
  type ListJobsQuery,
  type StartJobBody,
} from './jobs.dto.js';

type TaskType = OperationInput<'createJob'>['taskType'];

const taskTypeCodes = {
  copy: 1,
  delete: 2,
  move: 3,
  restore: 4,
  extract: 5,
  package: 6,
  'empty-recycle-bin': 7,
} as const satisfies Record<JobAction, TaskType>;
const jobStateCodes = { waiting: 0, running: 1, completed: 2, cancelled: 3 } as const satisfies Record<
  JobState,
  number
>;
const toJobAction = createCodeReader(taskTypeCodes);
export const toJobState = createCodeReader(jobStateCodes);
export const toJobResult = createCodeReader({ succeeded: 1, 'partly-failed': 2, failed: 3 });
export const toEntryStatus = createCodeReader({ waiting: 0, done: 1, failed: 2 });

type JobWire = PagedItem<'getJobList'> | NonNullable<OperationOutput<'getJobDetail'>['jobInfo']>;
type JobEntryWire = NonNullable<OperationOutput<'getJobDetail'>['taskInfos']>[number];

function toJob(wire: JobWire): Job {
  const status = required(toJobState(wire.status), wire, 'status', 'the status of a job');
  return {
    id: requiredId(wire, 'taskId'),
    action: required(toJobAction(wire.taskType), wire, 'taskType', 'the type of a job'),
    status,
    result: status === 'completed' ? toJobResult(wire.taskResultCode) : undefined,
    progress: status === 'completed' ? 100 : 'progress' in wire ? parseNonNegativeInteger(wire.progress) : undefined,
    entryCount: parseNonNegativeInteger(wire.contentNum),
    spaceId: parseId(wire.containerId),
    createdAt: parseTimestamp(wire.createTime),
    startedAt: parseTimestamp(wire.beginTime),
    finishedAt: parseTimestamp(wire.endTime),
  };
}

function toJobEntry(wire: JobEntryWire): JobEntry {
  const status = required(toEntryStatus(wire.status), wire, 'status', 'the status of an entry');
  return {
    id: requiredId(wire, 'fileId'),
    status,
    newId: parseId(wire.newFileId),
    problem:
      status === 'failed' ? toPartialFailure(toProblemFromCode('createJob', parseId(wire.resultCode))) : undefined,
  };
}

/** The percentage of ended entries, for a response without a progress. */
const percentEnded = (entries: readonly JobEntry[]): number | undefined =>
  entries.length === 0
    ? undefined
    : Math.floor((100 * entries.filter(({ status }) => status !== 'waiting').length) / entries.length);

function toJobWithEntries(wire: OperationOutput<'getJobDetail'>): Job {
  const jobInfo = required(wire.jobInfo, wire, 'jobInfo');
  const job = toJob(jobInfo);
  const entries = mapCompleteList(wire.taskInfos, toJobEntry);
  const url = jobInfo.downloadUrl || undefined;
  return { ...job, progress: job.progress ?? (entries && percentEnded(entries)), url, entries };
}

export const readJob = async (koodrive: BoundClient, jobId: string): Promise<Job> =>
  toJobWithEntries(await koodrive.call('getJobDetail', { job_id: jobId }));

export async function listJobs(koodrive: BoundClient, query: ListJobsQuery): Promise<Page<Job>> {
  const { action, status, limit, cursor } = query;
  const page = await koodrive.fetchPage(
    'getJobList',
    {
      type: action && taskTypeCodes[action],
      status: status && jobStateCodes[status],
    },
    { limit, cursor },
  );
  return withoutTotal(mapPage(page, toJob));
}

export const cancelJob = async (koodrive: BoundClient, jobId: string): Promise<void> => {
  await koodrive.call('cancelJob', { jobId });
};

/** The path of a file as ids: `/root/.../file`. Callers name the root folder of the space `root`. */
export async function readIdPath(
  koodrive: BoundClient,
  space: SpaceMetadata,
  spaceId: string,
  fileId: string,
): Promise<string> {
  if (fileId === 'root' || fileId === space.rootFolderId) {
    return `/${requiredFrom('getSpaceByContainerID', space.rootFolderId, 'a space with its root folder')}`;
  }
  return requiredText(await koodrive.call('GetFullPath', { fileId, containerId: spaceId }), 'fileIdPath');
}

const maxConcurrentPathCalls = 8;

export async function readIdPaths(
  koodrive: BoundClient,
  space: SpaceMetadata,
  spaceId: string,
  fileIds: readonly string[],
): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (let start = 0; start < fileIds.length; start += maxConcurrentPathCalls) {
    const batch = fileIds.slice(start, start + maxConcurrentPathCalls);
    const batchPaths = await Promise.all(batch.map((fileId) => readIdPath(koodrive, space, spaceId, fileId)));
    batch.forEach((fileId, index) => paths.set(fileId, batchPaths[index] ?? ''));
  }
  return paths;
}

/**
 * The input of the call that starts a job.
 *
 * @param paths as the contract requires them: of the files, because restoring depends on them, and of the target folder
 */
export function toCreateJobInput(
  body: StartJobBody,
  paths: { readonly files: ReadonlyMap<string, string>; readonly target?: string },
): OperationInput<'createJob'> {
  const { action, spaceId, fileIds, targetSpaceId, entries, password } = body;
  return {
    taskType: taskTypeCodes[action],
    actionType: toActionType(body),
    dstContainerId: targetSpaceId ?? spaceId,
    password,
    taskInfo: {
      srcContainerId: spaceId,
      fileInfo: fileIds.map((fileId) => ({ fileId, filePath: paths.files.get(fileId) })),
      newFilePath: paths.target,
      uncompressFilePaths: entries,
    },
  };
}

/** `restore` and `package` have no action type. */
function toActionType({ action, permanently, entries }: StartJobBody): OperationInput<'createJob'>['actionType'] {
  const actionTypes = {
    copy: 101,
    move: 301,
    delete: permanently ? 202 : 201,
    extract: entries ? 503 : 502,
    restore: undefined,
    package: undefined,
  } as const;
  return actionTypes[action];
}

import { type BoundClient, id, type Input, type Item, moment, type Output, whole } from '#koodrive';
import { partProblem, problemOfCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { demand } from '../upstream/demand.js';
import type { SpaceAddress } from '../upstream/space-directory.js';
import type { Job, JobAction, JobEntry, JobState, ListJobsQuery, StartJobBody } from './jobs.dto.js';

type TaskType = Input<'createJob'>['taskType'];

const taskTypes = {
  copy: 1,
  delete: 2,
  move: 3,
  restore: 4,
  extract: 5,
  package: 6,
  'empty-recycle-bin': 7,
} as const satisfies Record<JobAction, TaskType>;
const actions = Object.fromEntries(Object.entries(taskTypes).map(([word, code]) => [code, word])) as Readonly<
  Record<number, JobAction>
>;
const states: readonly JobState[] = ['waiting', 'running', 'completed', 'cancelled'];
const results = { 1: 'succeeded', 2: 'partly-failed', 3: 'failed' } as const;
const entryStates: readonly JobEntry['status'][] = ['waiting', 'done', 'failed'];

type JobWire = Item<'getJobList'> | NonNullable<Output<'getJobDetail'>['jobInfo']>;
type EntryWire = NonNullable<Output<'getJobDetail'>['taskInfos']>[number];

export function toJob(wire: JobWire): Job {
  const status = states[Number(wire.status)] ?? 'waiting';
  return {
    id: demand(id(wire.taskId)),
    action: actions[Number(wire.taskType)] ?? 'copy',
    status,
    result: status === 'completed' ? results[Number(wire.taskResultCode) as keyof typeof results] : undefined,
    progress: status === 'completed' ? 100 : 'progress' in wire ? whole(wire.progress) : undefined,
    entryCount: whole(wire.contentNum),
    spaceId: id(wire.containerId),
    createdAt: moment(wire.createTime),
    startedAt: moment(wire.beginTime),
    finishedAt: moment(wire.endTime),
    url: 'downloadUrl' in wire ? wire.downloadUrl || undefined : undefined,
  };
}

export function toEntry(wire: EntryWire): JobEntry {
  const status = entryStates[Number(wire.status)] ?? 'waiting';
  return {
    id: id(wire.fileId) ?? '',
    status,
    newId: id(wire.newFileId),
    problem: status === 'failed' ? partProblem(problemOfCode('createJob', id(wire.resultCode) ?? null)) : undefined,
  };
}

/** Per cent of the entries that have ended, where the upstream gives no figure of its own. */
const ended = (entries: readonly JobEntry[]): number | undefined =>
  entries.length === 0
    ? undefined
    : Math.floor((100 * entries.filter(({ status }) => status !== 'waiting').length) / entries.length);

export function toJobWithEntries({ jobInfo = {}, taskInfos = [] }: Output<'getJobDetail'>): Job {
  const job = toJob(jobInfo);
  const entries = taskInfos.map(toEntry);
  return { ...job, progress: job.progress ?? ended(entries), entries };
}

export const readJob = async (koodrive: BoundClient, jobId: string): Promise<Job> =>
  toJobWithEntries(await koodrive.call('getJobDetail', { job_id: jobId }));

export async function listJobs(koodrive: BoundClient, query: ListJobsQuery): Promise<Page<Job>> {
  const { action, status, limit, cursor } = query;
  const found = await koodrive.page(
    'getJobList',
    {
      ...(action && { type: taskTypes[action] }),
      ...(status && { status: states.indexOf(status) as 0 | 1 | 2 | 3 }),
    },
    { limit, ...(cursor && { cursor }) },
  );
  return { items: found.items.map(toJob), nextCursor: found.nextCursor };
}

export const cancelJob = async (koodrive: BoundClient, jobId: string): Promise<void> => {
  await koodrive.call('cancelJob', { jobId });
};

/** `/top/.../file`, by ids. `root` is what the callers call the folder at the top. */
export async function idPath(
  koodrive: BoundClient,
  space: SpaceAddress,
  spaceId: string,
  fileId: string,
): Promise<string> {
  if (fileId === 'root' || fileId === space.rootFolderId) return `/${space.rootFolderId}`;
  const { fileIdPath = '' } = await koodrive.call('GetFullPath', { fileId, containerId: spaceId });
  return fileIdPath;
}

/** Paths asked for side by side. */
const mostPathsAtOnce = 8;

export async function idPaths(
  koodrive: BoundClient,
  space: SpaceAddress,
  spaceId: string,
  fileIds: readonly string[],
): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  for (let start = 0; start < fileIds.length; start += mostPathsAtOnce) {
    const some = fileIds.slice(start, start + mostPathsAtOnce);
    const found = await Promise.all(some.map((fileId) => idPath(koodrive, space, spaceId, fileId)));
    some.forEach((fileId, index) => paths.set(fileId, found[index] ?? ''));
  }
  return paths;
}

/** The call that starts a job. Paths go with it where the contract wants them: restoring depends on the file's own. */
export function startInput(
  body: StartJobBody,
  paths: { readonly files: ReadonlyMap<string, string>; readonly target?: string },
): Input<'createJob'> {
  const { action, spaceId, fileIds, targetSpaceId, entries, password } = body;
  const actionType = actionTypeOf(body);
  return {
    taskType: taskTypes[action],
    ...(actionType && { actionType }),
    dstContainerId: targetSpaceId ?? spaceId,
    ...(password !== undefined && { password }),
    taskInfo: {
      srcContainerId: spaceId,
      fileInfo: fileIds.map((fileId) => {
        const filePath = paths.files.get(fileId);
        return { fileId, ...(filePath !== undefined && { filePath }) };
      }),
      ...(paths.target !== undefined && { newFilePath: paths.target }),
      ...(entries && { uncompressFilePaths: entries }),
    },
  };
}

/** Restoring and packaging have no finer kind. */
function actionTypeOf({ action, permanently, entries }: StartJobBody): Input<'createJob'>['actionType'] {
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

import { type BoundClient, id, type Input, moment, type Output, type PagedInput, whole } from '#koodrive';
import { partProblem, problemOfCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { type JobEntry, jobStates } from '../jobs/jobs.dto.js';
import type { SharedFile } from '../shares/shares.dto.js';
import { sharerOf, stateOf, toSharedFile } from '../shares/shares.upstream.js';
import { demand } from '../upstream/demand.js';
import type { LinkOperations } from './link-operations.js';
import type { LinkAction, LinkJob, ListLinkFilesQuery, ShareLink } from './share-links.dto.js';

type LinkWire = NonNullable<Output<'getShareInfo'>['link']>;

export const toShareLink = (wire: LinkWire, code: string, unlocked: boolean, now = Date.now()): ShareLink => ({
  id: demand(id(wire.shareId)),
  code,
  status: stateOf(wire, now),
  unlocked,
  sharedBy: sharerOf(wire),
  createdAt: moment(wire.shareTime),
  expiresAt: moment(wire.expireTime),
});

const sortTypes = { name: 1, size: 2, modifiedAt: 4 } as const;

function sortInput(sort: string | undefined): Pick<PagedInput<'listShareFiles'>, 'sortType' | 'sortDirection'> {
  if (!sort) return {};
  const key = sort.replace(/^-/, '') as keyof typeof sortTypes;
  return { sortType: sortTypes[key], sortDirection: sort.startsWith('-') ? 2 : 1 };
}

/** What a visitor shows with each call behind a link. */
export interface Visit {
  /** kdstoken; undefined where no access code was given. */
  readonly token: string | undefined;
  /** Counts as a view. */
  readonly counted: boolean;
}

export async function listLinkFiles(
  operations: LinkOperations,
  koodrive: BoundClient,
  code: string,
  { parent, q, sort, limit, cursor }: ListLinkFilesQuery,
  { token, counted }: Visit,
): Promise<Page<SharedFile>> {
  const input = {
    shortUrl: code,
    ...(parent && { parentFolder: parent }),
    ...(q && { fileName: q }),
    ...sortInput(sort),
  };
  // Neither the token nor the view is a part of which list it is.
  const unbound = { ...(token && { kdstoken: token }), ...(counted && { refreshCount: true }) };
  const found = await operations.files(koodrive, input, { limit, ...(cursor && { cursor }), unbound });
  return { items: found.items.map(toSharedFile), nextCursor: found.nextCursor };
}

const taskTypes = { package: 1, save: 2 } as const satisfies Record<LinkAction, number>;
const results = { 1: 'succeeded', 2: 'partly-failed', 3: 'failed' } as const;
const entryStates: readonly JobEntry['status'][] = ['waiting', 'done', 'failed'];

export interface LinkJobWish {
  readonly action: LinkAction;
  readonly fileIds: readonly string[];
  readonly shareId: string;
  readonly spaceId: string;
  readonly target?: { readonly fileId: string; readonly containerId: string };
  readonly name?: string | undefined;
}

export const startInput = (
  { action, fileIds, shareId, spaceId, target, name }: LinkJobWish,
  token: string | undefined,
): Input<'createBatchTask'> => ({
  taskType: taskTypes[action],
  ...{ shareId, containerId: spaceId, fileIds: [...fileIds] },
  ...(target && { targetFileId: target }),
  ...(action === 'package' && { zipName: name ?? `${shareId}.zip` }),
  ...(token && { kdstoken: token }),
});

type TaskWire = Output<'getBatchTask'>;

/** A single object by its table, a list by its name (x-doc-conflict). */
const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** The upstream does not say why a file failed. */
function toEntry(wire: NonNullable<TaskWire['taskInfos']>): JobEntry {
  const status = entryStates[Number(wire.status)] ?? 'waiting';
  const problem = status === 'failed' ? partProblem(problemOfCode('createBatchTask', null)) : undefined;
  return { id: id(wire.fileId) ?? '', status, newId: id(wire.newFileId), problem };
}

export function toLinkJob({ jobInfo = {}, taskInfos }: TaskWire, code: string): LinkJob {
  const status = jobStates[Number(jobInfo.taskStatus)] ?? 'waiting';
  const result = results[Number(jobInfo.taskResultCode) as keyof typeof results];
  return {
    id: demand(id(jobInfo.taskId)),
    code,
    action: Number(jobInfo.taskType) === taskTypes.save ? 'save' : 'package',
    status,
    result: status === 'completed' ? result : undefined,
    progress: status === 'completed' ? 100 : whole(jobInfo.progress),
    createdAt: moment(jobInfo.createTime),
    startedAt: moment(jobInfo.startTime),
    finishedAt: moment(jobInfo.endTime),
    url: jobInfo.downloadUrl || undefined,
    entries: listOf(taskInfos).map(toEntry),
  };
}

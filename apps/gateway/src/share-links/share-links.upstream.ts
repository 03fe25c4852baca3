import {
  type BoundClient,
  parseId,
  type OperationInput,
  parseTimestamp,
  type OperationOutput,
  type PagedInput,
  parseNonNegativeInteger,
} from '#koodrive';
import { toPartialFailure, toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import type { JobEntry } from '../jobs/jobs.dto.js';
import { toEntryStatus, toJobResult, toJobState } from '../jobs/jobs.upstream.js';
import type { SharedFile } from '../shares/shares.dto.js';
import { toSharer, toShareState, toSharedFile, toSortDirectionCode } from '../shares/shares.upstream.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapCompleteList, mapPage, withoutTotal } from '../upstream/map-entries.js';
import { required, requiredId } from '../upstream/required.js';
import type { LinkOperations } from './link-operations.js';
import { type LinkAction, type LinkJob, type ListLinkFilesQuery, type ShareLink } from './share-links.dto.js';

type LinkWire = NonNullable<OperationOutput<'getShareInfo'>['link']>;

export const toShareLink = (wire: LinkWire, code: string, unlocked: boolean, now = Date.now()): ShareLink => ({
  id: requiredId(wire, 'shareId'),
  code,
  status: toShareState(wire, now),
  unlocked,
  sharedBy: toSharer(wire),
  createdAt: parseTimestamp(wire.shareTime),
  expiresAt: parseTimestamp(wire.expireTime),
});

const sortTypeCodes = { name: 1, size: 2, modifiedAt: 4 } as const;

/** The upstream's form of `?sort=`. */
function toSortInput(sort: string | undefined): Pick<PagedInput<'listShareFiles'>, 'sortType' | 'sortDirection'> {
  const key = sort?.replace(/^-/, '') as keyof typeof sortTypeCodes | undefined;
  return { sortType: key && sortTypeCodes[key], sortDirection: toSortDirectionCode(sort) };
}

/** What a visitor sends with a list of files. */
interface LinkAccess {
  /** kdstoken; undefined without an access code. */
  readonly token: string | undefined;
  /** Whether the upstream counts the call as a view of the share. */
  readonly countsAsView: boolean;
}

export async function listLinkFiles(
  operations: LinkOperations,
  koodrive: BoundClient,
  code: string,
  { parent, q, sort, limit, cursor }: ListLinkFilesQuery,
  { token, countsAsView }: LinkAccess,
): Promise<Page<SharedFile>> {
  const input = { shortUrl: code, parentFolder: parent, fileName: q, ...toSortInput(sort) };
  // The token and the view do not identify the list, so a cursor is valid for other values of them.
  const unboundInput = { kdstoken: token, refreshCount: countsAsView || undefined };
  const page = await operations.listFiles(koodrive, input, { limit, cursor, unboundInput });
  return withoutTotal(mapPage(page, toSharedFile));
}

const taskTypeCodes = { package: 1, save: 2 } as const satisfies Record<LinkAction, number>;
const toLinkAction = createCodeReader(taskTypeCodes);

export interface LinkJobRequest {
  readonly action: LinkAction;
  readonly fileIds: readonly string[];
  readonly shareId: string;
  readonly spaceId: string;
  readonly target?: { readonly fileId: string; readonly containerId: string };
  readonly name?: string;
}

export const toCreateBatchTaskInput = (
  { action, fileIds, shareId, spaceId, target, name }: LinkJobRequest,
  token: string | undefined,
): OperationInput<'createBatchTask'> => ({
  taskType: taskTypeCodes[action],
  shareId,
  containerId: spaceId,
  fileIds: [...fileIds],
  targetFileId: target,
  zipName: action === 'package' ? (name ?? `${shareId}.zip`) : undefined,
  kdstoken: token,
});

type TaskWire = OperationOutput<'getBatchTask'>;

/** The table documents one object, but the name of the member means a list (x-doc-conflict). The client makes a list of it. */
type TaskEntryWire = NonNullable<TaskWire['taskInfos']>;

/** The upstream does not return why a file failed. */
function toLinkJobEntry(wire: TaskEntryWire): JobEntry {
  const status = required(toEntryStatus(wire.status), wire, 'status', 'the status of an entry');
  const problem = status === 'failed' ? toPartialFailure(toProblemFromCode('createBatchTask')) : undefined;
  return { id: requiredId(wire, 'fileId'), status, newId: parseId(wire.newFileId), problem };
}

/** Each job has a file, so an empty list is not one that can be read. */
function toLinkJobEntries({ taskInfos }: TaskWire): JobEntry[] | undefined {
  const list = taskInfos as unknown as readonly TaskEntryWire[] | undefined;
  return list?.length ? mapCompleteList(list, toLinkJobEntry) : undefined;
}

export function toLinkJob(wire: TaskWire, code: string): LinkJob {
  const jobInfo = required(wire.jobInfo, wire, 'jobInfo');
  const status = required(toJobState(jobInfo.taskStatus), jobInfo, 'taskStatus', 'the status of a job');
  const result = toJobResult(jobInfo.taskResultCode);
  return {
    id: requiredId(jobInfo, 'taskId'),
    code,
    action: required(toLinkAction(jobInfo.taskType), jobInfo, 'taskType', 'the type of a job'),
    status,
    result: status === 'completed' ? result : undefined,
    progress: status === 'completed' ? 100 : parseNonNegativeInteger(jobInfo.progress),
    createdAt: parseTimestamp(jobInfo.createTime),
    startedAt: parseTimestamp(jobInfo.startTime),
    finishedAt: parseTimestamp(jobInfo.endTime),
    url: jobInfo.downloadUrl || undefined,
    entries: toLinkJobEntries(wire),
  };
}

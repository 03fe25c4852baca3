import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readObject, readString, readStrings, readNumber } from '../../json-input.js';
import {
  OperationError,
  type OperationResponse,
  type OperationHandlers,
  type OperationRequest,
} from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { sortItems, paginate, SortDirection } from '../../state/files/cursor.js';
import { isFolder, type FileNode } from '../../state/files/file-node.js';
import type { Job } from '../../state/jobs/jobs.js';
import { requireReadableShare, getSharedFile, listTopFiles, getShareByCode } from '../../state/shares/share-access.js';
import { startShareTask } from '../../state/shares/share-tasks.js';
import type { Share } from '../../state/shares/shares.js';
import { getStoredContent, signDownloadUrl } from '../files/downloads.js';
import { formatCompactTime } from '../formats.js';
import { defaultPageSize } from '../input.js';
import { toShareLinkFile, toCommonShareLink } from './share-responses.js';

/** Operations on share links. Each has a variant with the suffix Public, for anonymous visitors. */
export function shareLinkHandlers(drive: Drive): OperationHandlers {
  const handlers: OperationHandlers = {
    visitShare: ({ subject, query }) => {
      getShareByCode(drive, subject, query.shortUrl ?? '');
      return {};
    },
    getShareInfo: ({ subject, query }) => ({
      link: toCommonShareLink(drive, getShareByCode(drive, subject, query.shortUrl ?? '')),
    }),
    verifyExtractCode: ({ subject, body }) => {
      const share = getShareByCode(drive, subject, String(body.shortUrl));
      if (share.extractCode !== body.extractCode) throw new OperationError(errorCodes.invalidParameter, 'extractCode');
      return { kdstoken: drive.shareAccessTokens.issue(share) };
    },
    listShareFiles: (request) => listShareFiles(drive, request),
    downloadShareFile: (request) => downloadShareFile(drive, request),
    createBatchTask: (request) => createBatchTask(drive, request),
    getBatchTask: (request) => getBatchTask(drive, request),
  };
  const anonymous = { kind: 'anonymous' } as const;
  const publicHandlers = Object.entries(handlers).map(([name, handler]) => [
    `${name}Public`,
    (request: OperationRequest) => handler({ ...request, subject: anonymous }),
  ]);
  return { ...handlers, ...(Object.fromEntries(publicHandlers) as OperationHandlers) };
}

function downloadShareFile(drive: Drive, { subject, body }: OperationRequest): OperationResponse {
  const share = requireReadableShare(drive, subject, drive.shares.get(String(body.shareId)), readString(body.kdstoken));
  const node = getSharedFile(drive, share, String(body.fileId));
  if (isFolder(node)) throw new OperationError(errorCodes.notAllowedOnFolder, node.id);
  share.downloadCount += 1;
  return { downloadUrl: signDownloadUrl(drive, getStoredContent(drive, node).key, node.name) };
}

function createBatchTask(drive: Drive, { subject, body }: OperationRequest): OperationResponse {
  const { fileId, containerId } = readObject(body.targetFileId);
  const job = startShareTask(drive, subject, drive.shares.get(String(body.shareId)), {
    taskType: readNumber(body.taskType) ?? 0,
    containerId: String(body.containerId),
    fileIds: readStrings(body.fileIds),
    target: body.targetFileId ? { fileId: String(fileId), containerId: String(containerId) } : undefined,
    zipName: readString(body.zipName),
    kdstoken: readString(body.kdstoken),
  });
  return { taskId: job.jobId };
}

/** getBatchTask has its parameters in the body, getBatchTaskPublic in the query. */
function getBatchTask(drive: Drive, { subject, query, body }: OperationRequest): OperationResponse {
  const { shareId, taskId, kdstoken } = { ...query, ...body };
  const share = requireReadableShare(drive, subject, drive.shares.get(String(shareId)), readString(kdstoken));
  const job = drive.shareTasks.get(String(taskId), subject.kind === 'user' ? subject.userId : '');
  if (job.srcContainerId !== share.containerId) throw new OperationError(errorCodes.notFound, job.jobId);
  return toShareTaskDetail(drive, job);
}

const editTimeSortType = 4;
const sortKeys: Readonly<Record<number, (node: FileNode) => string | number>> = {
  1: (node) => node.name,
  2: (node) => node.sizeBytes,
  4: (node) => node.editedAt,
};

function listShareFiles(drive: Drive, { subject, body }: OperationRequest): OperationResponse {
  const share = getShareByCode(drive, subject, String(body.shortUrl));
  requireReadableShare(drive, subject, share, readString(body.kdstoken));
  const namePart = readString(body.fileName)?.toLowerCase() ?? '';
  const type = readNumber(body.sortType) ?? editTimeSortType;
  const descending = (readNumber(body.sortDirection) ?? SortDirection.descending) === SortDirection.descending;
  const name = `shared-${type}-${descending ? 'd' : 'a'}`;
  const order = { name, descending, key: sortKeys[type] ?? ((node) => node.editedAt), id: (node: FileNode) => node.id };
  const nodes = listFolder(drive, share, readString(body.parentFolder)).filter((node) =>
    node.name.toLowerCase().includes(namePart),
  );
  const page = paginate(
    sortItems(nodes, order),
    order,
    readString(body.pageCursor) ?? '',
    readNumber(body.pageSize) ?? defaultPageSize,
    drive.behavior.shortPages,
  );
  if (readBoolean(body.refreshCount)) share.viewCount += 1;
  return {
    nextCursor: page.nextCursor,
    link: toCommonShareLink(drive, share),
    files: page.items.map(toShareLinkFile),
  };
}

/** Lists the files at the top of a share, or those in one of its folders. */
function listFolder(drive: Drive, share: Share, folderId: string | undefined): readonly FileNode[] {
  if (folderId === undefined) return listTopFiles(drive, share);
  const folder = getSharedFile(drive, share, folderId);
  if (!isFolder(folder)) throw new OperationError(errorCodes.invalidTargetFolder, folderId);
  return [...drive.tree.listChildren(folder.id)];
}

function toShareTaskDetail(drive: Drive, job: Job): OperationResponse {
  const infos = job.tasks.map(({ fileId, status, newFileId }) => ({
    fileId,
    status,
    srcContainerId: job.srcContainerId,
    newFileId,
  }));
  return {
    jobInfo: {
      userId: job.userId,
      taskId: job.jobId,
      taskType: job.taskType,
      taskStatus: job.status,
      taskResultCode: job.result,
      createTime: formatCompactTime(job.createdAt),
      startTime: job.startedAt === undefined ? undefined : formatCompactTime(job.startedAt),
      endTime: job.endedAt === undefined ? undefined : formatCompactTime(job.endedAt),
      progress: drive.shareTasks.getProgressPercent(job),
      downloadUrl: job.archive && signDownloadUrl(drive, job.archive.key, job.archive.name),
    },
    // The table has one object, the name suggests a list: one task is returned as an object, several as a list.
    taskInfos: infos.length === 1 ? infos[0] : infos,
  };
}

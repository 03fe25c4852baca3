import { Refusal, type Answer, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { inOrder, pageOf } from '../../state/files/cursor.js';
import { isFolder, type FileNode } from '../../state/files/file-node.js';
import type { Job } from '../../state/jobs/jobs.js';
import { openedShare, sharedFile, topFiles, visitedShare } from '../../state/shares/share-access.js';
import { startShareTask } from '../../state/shares/share-tasks.js';
import type { Share } from '../../state/shares/shares.js';
import { contentOf, signedDownload } from '../files/downloads.js';
import { digitTime } from '../formats.js';
import { flag, members, text, texts, whole } from '../input.js';
import { shareFile, visitedLink } from './share-answers.js';

/** Links of shares, for signed-in callers and, by the calls of the same name with Public, for anybody. */
export function shareLinkHandlers(drive: Drive): Handlers {
  const calls: Handlers = {
    visitShare: ({ subject, query }) => {
      visitedShare(drive, subject, query.shortUrl ?? '');
      return {};
    },
    getShareInfo: ({ subject, query }) => ({
      link: visitedLink(drive, visitedShare(drive, subject, query.shortUrl ?? '')),
    }),
    verifyExtractCode: ({ subject, body }) => {
      const share = visitedShare(drive, subject, String(body.shortUrl));
      if (share.extractCode !== body.extractCode) throw new Refusal(13000102, 'extractCode');
      return { kdstoken: drive.sharePasses.issue(share) };
    },
    listShareFiles: (request) => listFiles(drive, request),
    downloadShareFile: ({ subject, body }) => {
      const share = openedShare(drive, subject, drive.shares.get(String(body.shareId)), text(body.kdstoken));
      const node = sharedFile(drive, share, String(body.fileId));
      if (isFolder(node)) throw new Refusal(13000406, node.id);
      share.downloads += 1;
      return { downloadUrl: signedDownload(drive, contentOf(drive, node).key, node.name) };
    },
    createBatchTask: ({ subject, body }) => {
      const { fileId, containerId } = members(body.targetFileId);
      const job = startShareTask(drive, subject, drive.shares.get(String(body.shareId)), {
        ...{ taskType: whole(body.taskType) ?? 0, containerId: String(body.containerId), fileIds: texts(body.fileIds) },
        target: body.targetFileId ? { fileId: String(fileId), containerId: String(containerId) } : undefined,
        ...{ zipName: text(body.zipName), kdstoken: text(body.kdstoken) },
      });
      return { taskId: job.jobId };
    },
    // By body; its public twin by query.
    getBatchTask: ({ subject, query, body }) => {
      const { shareId, taskId, kdstoken } = { ...query, ...body };
      const share = openedShare(drive, subject, drive.shares.get(String(shareId)), text(kdstoken));
      const job = drive.shareTasks.get(String(taskId), subject.kind === 'user' ? subject.userId : '');
      if (job.srcContainerId !== share.containerId) throw new Refusal(13000309, job.jobId);
      return taskDetail(drive, job);
    },
  };
  const nobody = { kind: 'nobody' } as const;
  const publicly = Object.entries(calls).map(([name, handler]) => [
    `${name}Public`,
    (request: OperationRequest) => handler({ ...request, subject: nobody }),
  ]);
  return { ...calls, ...(Object.fromEntries(publicly) as Handlers) };
}

const DESCENDING = 2;
const EDITED = 4;
const keys: Readonly<Record<number, (node: FileNode) => string | number>> = {
  1: (node) => node.name,
  2: (node) => node.size,
  4: (node) => node.editedAt,
};

function listFiles(drive: Drive, { subject, body }: OperationRequest): Answer {
  const visited = visitedShare(drive, subject, String(body.shortUrl));
  const share = openedShare(drive, subject, visited, text(body.kdstoken));
  const wanted = text(body.fileName)?.toLowerCase() ?? '';
  const type = whole(body.sortType) ?? EDITED;
  const descending = (whole(body.sortDirection) ?? DESCENDING) === DESCENDING;
  const name = `shared-${type}-${descending ? 'd' : 'a'}`;
  const order = { name, descending, key: keys[type] ?? ((node) => node.editedAt), id: (node: FileNode) => node.id };
  const nodes = level(drive, share, text(body.parentFolder)).filter((node) => node.name.toLowerCase().includes(wanted));
  const page = pageOf(
    inOrder(nodes, order),
    order,
    text(body.pageCursor) ?? '',
    whole(body.pageSize) ?? 100,
    drive.habits.shortPages,
  );
  if (flag(body.refreshCount)) share.views += 1;
  return {
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    link: visitedLink(drive, share),
    files: page.items.map(shareFile),
  };
}

/** The top of a share, or what lies in one of its folders. */
function level(drive: Drive, share: Share, folderId: string | undefined): readonly FileNode[] {
  if (folderId === undefined) return topFiles(drive, share);
  const folder = sharedFile(drive, share, folderId);
  if (!isFolder(folder)) throw new Refusal(13000304, folderId);
  return [...drive.tree.children(folder.id)];
}

function taskDetail(drive: Drive, job: Job): Answer {
  const infos = job.tasks.map(({ fileId, status, newFileId }) => ({
    ...{ fileId, status, srcContainerId: job.srcContainerId },
    ...(newFileId !== undefined && { newFileId }),
  }));
  return {
    jobInfo: {
      ...{ userId: job.userId, taskId: job.jobId, taskType: job.taskType, taskStatus: job.status },
      ...(job.result !== undefined && { taskResultCode: job.result }),
      createTime: digitTime(job.createdAt),
      ...(job.begunAt !== undefined && { startTime: digitTime(job.begunAt) }),
      ...(job.endedAt !== undefined && { endTime: digitTime(job.endedAt) }),
      progress: drive.shareTasks.progress(job),
      ...(job.packed && { downloadUrl: signedDownload(drive, job.packed.key, job.packed.name) }),
    },
    // One object by its table, a list by its name: either is served.
    taskInfos: infos.length === 1 ? infos[0] : infos,
  };
}

import { Refusal, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { pageOf, type Order } from '../../state/files/cursor.js';
import { type FileNode, isFolder } from '../../state/files/file-node.js';
import { liveFileIn } from '../../state/files/lookup.js';
import { deleteRevision, restoreRevision, revisionOf, type Revision } from '../../state/files/revisions.js';
import { readPart, signParts } from '../../state/files/upload-parts.js';
import { beginRevision, completeUpload } from '../../state/files/uploading.js';
import { callerOf, openSpace } from '../../state/spaces/access.js';
import { signedDownload } from './downloads.js';
import { flag, members, rows, text, whole } from '../input.js';

/** Versions of files: uploaded like files, listed, kept, restored, deleted. */
export function versionHandlers(drive: Drive): Handlers {
  const fileOf = ({ subject, body }: OperationRequest): FileNode => {
    const node = liveFileIn(drive, openSpace(drive, subject, String(body.containerId)), String(body.fileId));
    if (isFolder(node)) throw new Refusal(13000406, node.id);
    return node;
  };
  const revision = (request: OperationRequest): { node: FileNode; one: Revision } => {
    const node = fileOf(request);
    return { node, one: revisionOf(drive, node, String(request.body.revisionId)) };
  };
  return {
    createHistoryVersions: (request) => begin(drive, request, fileOf(request)),
    completeFileRevision: async ({ subject, body }) => {
      const upload = drive.uploads.get(String(body.fileId), callerOf(drive, subject).userId);
      if (!upload.revision) throw new Refusal(13000401, upload.fileId);
      await completeUpload(drive, upload, text(body.sha256));
      return {};
    },
    listRevision: (request) => list(drive, request, fileOf(request)),
    getRevision: (request) => {
      const { node, one } = revision(request);
      const blob = drive.blobs.find(one.sha256);
      const link = blob && { downloadUrl: signedDownload(drive, blob.key, node.name) };
      return { ...revisionInfo(drive, node, one), ...link };
    },
    updateRevision: (request) => {
      const { one } = revision(request);
      one.keepForever = flag(request.body.keepForever) ?? one.keepForever;
      one.updatedAt = drive.clock.now();
      return {};
    },
    deleteRevision: (request) => {
      const { node, one } = revision(request);
      deleteRevision(drive, node, one);
      return {};
    },
    restoreRevision: (request) => {
      const { node, one } = revision(request);
      restoreRevision(drive, node, one, callerOf(drive, request.subject).userId);
      return {};
    },
  };
}

function begin(drive: Drive, { subject, body }: OperationRequest, node: FileNode): Record<string, unknown> {
  const { userId } = callerOf(drive, subject);
  const space = drive.spaces.get(node.containerId);
  if (whole(body.uploadType) !== 1) throw new Refusal(13000102, 'uploadType: only 1 is supported');
  const upload = beginRevision(drive, {
    ...{ space, node, userId, length: whole(body.length) ?? 0, sha256: text(body.sha256)?.toLowerCase() },
    keepForever: whole(body.keepPolicy) === 1,
  });
  return {
    ...{ fileId: node.id, fileName: node.name, containerId: node.containerId, parentFolder: [node.parentId ?? ''] },
    ...{ rapidUpload: false, uploadId: upload.multipart.uploadId },
    multiParts: signParts(drive, upload, rows(body.multiParts).map(readPart)),
  };
}

const newestFirst: Order<Revision> = {
  name: 'r-2',
  descending: true,
  key: ({ version }) => version,
  id: ({ id }) => id,
};

function list(drive: Drive, { body }: OperationRequest, node: FileNode): Record<string, unknown> {
  const pageInfo = members(body.pageInfo);
  const size = whole(pageInfo.pageSize) ?? 100;
  const all = drive.revisions.of(drive, node);
  const page = pageOf(all, newestFirst, text(pageInfo.pageCursor) ?? '', size, drive.habits.shortPages);
  return {
    revisionList: page.items.map((revision) => revisionInfo(drive, node, revision)),
    nextPageCursor: page.nextCursor ?? '',
  };
}

function revisionInfo(drive: Drive, node: FileNode, revision: Revision): Record<string, unknown> {
  return {
    containerId: node.containerId,
    fileId: node.id,
    revisionId: revision.id,
    revisionVersion: revision.version,
    keepForever: revision.keepForever,
    latestVersion: drive.revisions.of(drive, node)[0] === revision,
    createReason: revision.reason,
    createdAt: revision.createdAt,
    createdBy: revision.createdBy,
    updatedAt: revision.updatedAt,
  };
}

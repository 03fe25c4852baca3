import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readObject, readObjects, readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { paginate, type SortOrder } from '../../state/files/cursor.js';
import { type FileNode, isFolder } from '../../state/files/file-node.js';
import { getActiveNode } from '../../state/files/lookup.js';
import { deleteRevision, restoreRevision, getFileRevision, type Revision } from '../../state/files/revisions.js';
import { parseRequestedPart, presignParts } from '../../state/files/upload-parts.js';
import { beginRevisionUpload, completeUpload } from '../../state/files/upload-lifecycle.js';
import { requireUser, getAccessibleSpace } from '../../state/spaces/space-access.js';
import { defaultPageSize } from '../input.js';
import { signDownloadUrl } from './downloads.js';

/** Versions of files: uploaded like files, listed, retained forever, restored, deleted. */
export function versionHandlers(drive: Drive): OperationHandlers {
  const getFile = ({ subject, body }: OperationRequest): FileNode => {
    const node = getActiveNode(
      drive,
      getAccessibleSpace(drive, subject, String(body.containerId)),
      String(body.fileId),
    );
    if (isFolder(node)) throw new OperationError(errorCodes.notAllowedOnFolder, node.id);
    return node;
  };
  const getRevision = (request: OperationRequest): { node: FileNode; revision: Revision } => {
    const node = getFile(request);
    return { node, revision: getFileRevision(drive, node, String(request.body.revisionId)) };
  };
  return {
    createHistoryVersions: (request) => beginVersionUpload(drive, request, getFile(request)),
    completeFileRevision: async ({ subject, body }) => {
      const upload = drive.uploads.get(String(body.fileId), requireUser(drive, subject).userId);
      if (!upload.revision) throw new OperationError(errorCodes.uploadNotFound, upload.fileId);
      await completeUpload(drive, upload, readString(body.sha256));
      return {};
    },
    listRevision: (request) => listVersions(drive, request, getFile(request)),
    getRevision: (request) => {
      const { node, revision } = getRevision(request);
      const blob = drive.blobs.findBySha256(revision.sha256);
      const downloadUrl = blob && signDownloadUrl(drive, blob.key, node.name);
      return { ...toRevisionInfo(drive, node, revision), downloadUrl };
    },
    updateRevision: (request) => {
      const { revision } = getRevision(request);
      revision.keepForever = readBoolean(request.body.keepForever) ?? revision.keepForever;
      revision.updatedAt = drive.clock.now();
      return {};
    },
    deleteRevision: (request) => {
      const { node, revision } = getRevision(request);
      deleteRevision(drive, node, revision);
      return {};
    },
    restoreRevision: (request) => {
      const { node, revision } = getRevision(request);
      restoreRevision(drive, node, revision, requireUser(drive, request.subject).userId);
      return {};
    },
  };
}

function beginVersionUpload(
  drive: Drive,
  { subject, body }: OperationRequest,
  node: FileNode,
): Record<string, unknown> {
  const { userId } = requireUser(drive, subject);
  const space = drive.spaces.get(node.containerId);
  if (readNumber(body.uploadType) !== 1)
    throw new OperationError(errorCodes.invalidParameter, 'uploadType: only 1 is supported');
  const upload = beginRevisionUpload(drive, {
    space,
    node,
    userId,
    length: readNumber(body.length) ?? 0,
    sha256: readString(body.sha256)?.toLowerCase(),
    keepForever: readNumber(body.keepPolicy) === 1,
  });
  return {
    fileId: node.id,
    fileName: node.name,
    containerId: node.containerId,
    parentFolder: [node.parentId ?? ''],
    rapidUpload: false,
    uploadId: upload.multipart.uploadId,
    multiParts: presignParts(drive, upload, readObjects(body.multiParts).map(parseRequestedPart)),
  };
}

const newestFirst: SortOrder<Revision> = {
  name: 'r-2',
  descending: true,
  key: ({ version }) => version,
  id: ({ id }) => id,
};

function listVersions(drive: Drive, { body }: OperationRequest, node: FileNode): Record<string, unknown> {
  const pageInfo = readObject(body.pageInfo);
  const size = readNumber(pageInfo.pageSize) ?? defaultPageSize;
  const all = drive.revisions.list(drive, node);
  const page = paginate(all, newestFirst, readString(pageInfo.pageCursor) ?? '', size, drive.behavior.shortPages);
  return {
    revisionList: page.items.map((revision) => toRevisionInfo(drive, node, revision)),
    nextPageCursor: page.nextCursor ?? '',
  };
}

function toRevisionInfo(drive: Drive, node: FileNode, revision: Revision): Record<string, unknown> {
  return {
    containerId: node.containerId,
    fileId: node.id,
    revisionId: revision.id,
    revisionVersion: revision.version,
    keepForever: revision.keepForever,
    latestVersion: drive.revisions.list(drive, node)[0] === revision,
    createReason: revision.reason,
    createdAt: revision.createdAt,
    createdBy: revision.createdBy,
    updatedAt: revision.updatedAt,
  };
}

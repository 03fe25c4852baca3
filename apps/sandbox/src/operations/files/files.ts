import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readString, readStrings, readNumber } from '../../json-input.js';
import {
  OperationError,
  type OperationResponse,
  type OperationHandlers,
  type OperationRequest,
  type Subject,
} from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { folderFileType, type FileNode } from '../../state/files/file-node.js';
import { getNode, getFolder, getActiveNode, getTargetFolder } from '../../state/files/lookup.js';
import { checkFileName, NameConflictBehavior } from '../../state/files/file-names.js';
import { addFolder, findAvailableNameInFolder } from '../../state/files/new-files.js';
import { emptyRecycleBin } from '../../state/files/recycle-bin.js';
import { getFolderStatistics } from '../../state/files/folder-statistics.js';
import { recordVisit } from '../../state/files/upload-lifecycle.js';
import { VisitAction } from '../../state/files/visits.js';
import { getIdPath } from '../../state/jobs/job-processor.js';
import { requireUser, getAccessibleSpace } from '../../state/spaces/space-access.js';
import { readTime } from '../input.js';
import { toFileDetail } from './file-responses.js';

/** Single files and folders. */
export function fileHandlers(drive: Drive): OperationHandlers {
  const getNodeInSpace = (subject: Subject, containerId: unknown, fileId: unknown): FileNode =>
    getNode(drive, getAccessibleSpace(drive, subject, String(containerId)), String(fileId));
  return {
    getFile: ({ subject, path, body }) =>
      toFileDetail(drive, subject, getNodeInSpace(subject, body.containerId, path.fileId)),
    GetFullPath: ({ subject, query }) => {
      const node = getNodeInSpace(subject, query.containerId, query.fileId);
      const names = drive.tree.getPath(node).map(({ name }) => name);
      return { fileIdPath: getIdPath(drive, node), namePath: `/${names.join('/')}` };
    },
    StatsDir: (request) => ({ data: getFolderStats(drive, request) }),
    createDirectory: (request) => createDirectory(drive, request),
    renameFile: (request) => renameFile(drive, request),
    clearRecycleFile: ({ subject, body }) => {
      const { containerId } = getAccessibleSpace(drive, subject, String(body.container ?? body.containerId));
      // KooDrive empties the recycle bin after the response.
      drive.clock.schedule(drive.behavior.jobs.waitMs, () => emptyRecycleBin(drive, containerId));
      return {};
    },
  };
}

function createDirectory(drive: Drive, { subject, body }: OperationRequest): OperationResponse {
  const { userId } = requireUser(drive, subject);
  const space = getAccessibleSpace(drive, subject, String(body.containerId));
  if (body.fileType !== folderFileType)
    throw new OperationError(errorCodes.invalidParameter, 'fileType: 10 for a folder');
  const parent = getTargetFolder(
    drive,
    space,
    readStrings(body.parentFolder)[0] ?? 'root',
    errorCodes.targetFolderRecycled,
  );
  const folder = addFolder(drive, {
    space,
    parent,
    userId,
    name: String(body.fileName),
    nameConflictBehavior: readNumber(body.renameMode) ?? NameConflictBehavior.fail,
    hidden: readBoolean(body.hidden) ?? false,
    description: readString(body.description) ?? '',
    createdAt: readTime(body.createdTime, 'createdTime or editedTime'),
    editedAt: readTime(body.editedTime, 'createdTime or editedTime'),
  });
  return { id: folder.id, fileName: folder.name, mimeType: folder.mimeType };
}

function renameFile(drive: Drive, { subject, path, body }: OperationRequest): OperationResponse {
  const { userId } = requireUser(drive, subject);
  const space = getAccessibleSpace(drive, subject, String(body.containerId));
  const node = getActiveNode(drive, space, path.fileId ?? '');
  const parent = node.parentId === undefined ? undefined : drive.tree.find(node.parentId);
  if (!parent) throw new OperationError(errorCodes.invalidParameter, 'the root of a space');
  const name = String(body.name);
  checkFileName(name);
  if (name !== node.name) {
    const renameMode = readNumber(body.renameMode) ?? NameConflictBehavior.fail;
    drive.tree.rename(node, findAvailableNameInFolder(drive, parent, name, renameMode));
  }
  node.editorId = userId;
  node.editedAt = drive.clock.now();
  drive.tree.notifyUpdated(node);
  recordVisit(drive, userId, node, VisitAction.edit);
  return {};
}

function getFolderStats(drive: Drive, { subject, query }: OperationRequest): OperationResponse {
  const space = getAccessibleSpace(drive, subject, String(query.containerId));
  const folder = getFolder(drive, space, String(query.fileId));
  const statistics = getFolderStatistics(drive, folder, {
    recursive: readBoolean(query.recursive) ?? true,
    nodeKind: readNumber(query.type),
    extensions: splitList(query.extensions)?.map((extension) => extension.toLowerCase()),
    fileTypes: splitList(query.categorys),
    hidden: readBoolean(query.hidden),
    recycled: readBoolean(query.isRecycled),
  });
  return {
    totalSize: readBoolean(query.includeTotalSize) === false ? undefined : String(statistics.bytes),
    subDirCount: readBoolean(query.includeDirCount) === false ? undefined : String(statistics.folders),
    subFileCount: readBoolean(query.includeFileCount) === false ? undefined : String(statistics.files),
  };
}

function splitList(value: string | undefined): string[] | undefined {
  return readString(value)?.split(',');
}

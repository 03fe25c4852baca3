import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isFolder, type FileNode } from '../../state/files/file-node.js';
import { getActiveNode, getTargetFolder } from '../../state/files/lookup.js';
import { NameConflictBehavior } from '../../state/files/file-names.js';
import { addFolder } from '../../state/files/new-files.js';
import { requireUser, getAccessibleSpace } from '../../state/spaces/space-access.js';
import { getRootFolderId, getSafeBoxFolderId } from '../../state/spaces/spaces.js';
import { aggregateChanges } from '../../state/sync/sync-folders.js';

const defaultChangePageSize = 10;

/** Folders that are synchronized with a device. */
export function syncFolderHandlers(drive: Drive): OperationHandlers {
  return {
    createSyncDir: (request) => {
      const folder = getOrCreateFolder(drive, request);
      const exist = drive.syncFolders.watch(folder);
      return { container: folder.containerId, fileId: folder.id, fileName: folder.name, exist: exist || undefined };
    },
    closeSyncDir: ({ subject, body }) => {
      const { containerId } = getAccessibleSpace(drive, subject, String(body.container));
      const { folderId } = drive.syncFolders.get(String(body.syncDirId), containerId);
      drive.syncFolders.unwatch(folderId);
      return { syncDirId: folderId };
    },
    listChanges: (request) => listChanges(drive, request),
  };
}

/** Returns an existing folder by fileId, or a folder by name, which is created if necessary (one edition of the page says so). */
function getOrCreateFolder(drive: Drive, { subject, body }: OperationRequest): FileNode {
  const space = getAccessibleSpace(drive, subject, String(body.container));
  const { userId } = requireUser(drive, subject);
  const [fileId, name, parentId] = [readString(body.fileId), readString(body.fileName), readString(body.parentFolder)];
  const hasNewFolder = name !== undefined || parentId !== undefined || body.hidden !== undefined;
  if ((fileId !== undefined) === hasNewFolder || (fileId === undefined && name === undefined)) {
    throw new OperationError(errorCodes.invalidParameter, 'fileId or fileName');
  }
  if (fileId !== undefined) {
    const node = getActiveNode(drive, space, fileId);
    if (!isFolder(node) || node.parentId === undefined)
      throw new OperationError(errorCodes.invalidParameter, 'fileId: no folder to sync');
    return node;
  }
  const roots = ['root', 'sbox', getRootFolderId(space.containerId), getSafeBoxFolderId(space.containerId)];
  if (parentId !== undefined && roots.includes(parentId))
    throw new OperationError(errorCodes.invalidParameter, 'parentFolder: leave it out for the root');
  const parent = getTargetFolder(drive, space, parentId ?? 'root', errorCodes.targetFolderRecycled);
  const existing = drive.tree.findChild(parent.id, name ?? '');
  if (existing && isFolder(existing)) return existing;
  const hidden = readBoolean(body.hidden) ?? false;
  return addFolder(drive, {
    space,
    parent,
    name: name ?? '',
    nameConflictBehavior: NameConflictBehavior.appendTimestamp,
    userId,
    hidden,
  });
}

/**
 * The cursor is the number of the last returned change. Without a cursor all changes since createSyncDir are returned.
 */
function listChanges(drive: Drive, { subject, body }: OperationRequest): Record<string, unknown> {
  const { containerId } = getAccessibleSpace(drive, subject, String(body.container));
  const { changes } = drive.syncFolders.get(String(body.syncDirId), containerId);
  const cursor = readString(body.cursor) ?? '0';
  if (!/^\d+$/.test(cursor)) throw new OperationError(errorCodes.invalidParameter, 'cursor');
  const pending = aggregateChanges(changes, Number(cursor));
  const page = pending.slice(0, readNumber(body.pageSize) ?? defaultChangePageSize);
  return {
    fileChangeList: page.map(({ type, node }) => ({
      policy: 'aggregate',
      changeType: type,
      fileInfo: toSyncFile(drive, subject, node),
    })),
    nextCursor: String(page.at(-1)?.sequenceNumber ?? cursor),
    hasMore: page.length < pending.length,
  };
}

function toSyncFile(
  drive: Drive,
  subject: OperationRequest['subject'],
  node: Readonly<FileNode>,
): Record<string, unknown> {
  return {
    category: 'drive#file',
    id: node.id,
    fileName: node.name,
    fileType: node.fileType,
    mimeType: node.mimeType,
    description: node.description,
    parentFolder: [node.parentId ?? ''],
    size: node.sizeBytes,
    favorite: subject.kind === 'user' && drive.favorites.has(subject.userId, node.id),
  };
}

import { Refusal, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isFolder, type FileNode } from '../../state/files/file-node.js';
import { liveFileIn, targetIn } from '../../state/files/lookup.js';
import { OnClash } from '../../state/files/names.js';
import { addFolder } from '../../state/files/new-files.js';
import { callerOf, openSpace } from '../../state/spaces/access.js';
import { rootIdOf, safeIdOf } from '../../state/spaces/spaces.js';
import { aggregated } from '../../state/sync/sync-folders.js';
import { flag, text, whole } from '../input.js';

/** Folders that are kept in step with a device. */
export function syncFolderHandlers(drive: Drive): Handlers {
  return {
    createSyncDir: (request) => {
      const folder = folderFor(drive, request);
      const exist = drive.syncFolders.open(folder);
      return { container: folder.containerId, fileId: folder.id, fileName: folder.name, ...(exist && { exist }) };
    },
    closeSyncDir: ({ subject, body }) => {
      const { containerId } = openSpace(drive, subject, String(body.container));
      const { folderId } = drive.syncFolders.get(String(body.syncDirId), containerId);
      drive.syncFolders.close(folderId);
      return { syncDirId: folderId };
    },
    listChanges: (request) => listChanges(drive, request),
  };
}

/** An existing folder by fileId, or one by name: made, or taken when it is there (one edition of the page says so). */
function folderFor(drive: Drive, { subject, body }: OperationRequest): FileNode {
  const space = openSpace(drive, subject, String(body.container));
  const { userId } = callerOf(drive, subject);
  const [fileId, name, parentId] = [text(body.fileId), text(body.fileName), text(body.parentFolder)];
  const rest = name !== undefined || parentId !== undefined || body.hidden !== undefined;
  if ((fileId !== undefined) === rest || (fileId === undefined && name === undefined)) {
    throw new Refusal(13000102, 'fileId or fileName');
  }
  if (fileId !== undefined) {
    const node = liveFileIn(drive, space, fileId);
    if (!isFolder(node) || node.parentId === undefined) throw new Refusal(13000102, 'fileId: no folder to sync');
    return node;
  }
  const roots = ['root', 'sbox', rootIdOf(space.containerId), safeIdOf(space.containerId)];
  if (parentId !== undefined && roots.includes(parentId))
    throw new Refusal(13000102, 'parentFolder: leave it out for the root');
  const parent = targetIn(drive, space, parentId ?? 'root', 13000305);
  const known = drive.tree.named(parent.id, name ?? '');
  if (known && isFolder(known)) return known;
  const hidden = flag(body.hidden) ?? false;
  return addFolder(drive, { space, parent, name: name ?? '', onClash: OnClash.timestamp, userId, hidden });
}

/** The cursor is the number of the last change told; without one all changes since the folder was opened are told. */
function listChanges(drive: Drive, { subject, body }: OperationRequest): Record<string, unknown> {
  const { containerId } = openSpace(drive, subject, String(body.container));
  const { changes } = drive.syncFolders.get(String(body.syncDirId), containerId);
  const cursor = text(body.cursor) ?? '0';
  if (!/^\d+$/.test(cursor)) throw new Refusal(13000102, 'cursor');
  const waiting = aggregated(changes, Number(cursor));
  const page = waiting.slice(0, whole(body.pageSize) ?? 10);
  return {
    fileChangeList: page.map(({ type, node }) => ({
      policy: 'aggregate',
      changeType: type,
      fileInfo: syncFile(drive, subject, node),
    })),
    nextCursor: String(page.at(-1)?.number ?? cursor),
    hasMore: page.length < waiting.length,
  };
}

function syncFile(
  drive: Drive,
  subject: OperationRequest['subject'],
  node: Readonly<FileNode>,
): Record<string, unknown> {
  return {
    ...{ category: 'drive#file', id: node.id, fileName: node.name, fileType: node.fileType, mimeType: node.mimeType },
    ...{ description: node.description, parentFolder: [node.parentId ?? ''], size: node.size },
    favorite: subject.kind === 'user' && drive.favourites.has(subject.userId, node.id),
  };
}

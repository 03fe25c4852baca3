import { type BoundClient, parseId, type PagedItem, type OperationOutput } from '#koodrive';
import { mapEntries } from '../upstream/map-entries.js';
import { required, requiredId, requiredText } from '../upstream/required.js';
import type {
  FileChange,
  FileChangeList,
  ListChangesQuery,
  OpenSyncFolderBody,
  SyncFolder,
} from './sync-folders.dto.js';

const toSyncFolder = (wire: OperationOutput<'createSyncDir'>, spaceId: string): SyncFolder => ({
  id: requiredId(wire, 'fileId'),
  spaceId: parseId(wire.container) ?? spaceId,
  name: wire.fileName ?? '',
  existed: wire.exist ?? false,
});

const folderTypeCode = '10';

function toFileChange(wire: PagedItem<'listChanges'>): FileChange {
  const fileInfo = required(wire.fileInfo, wire, 'fileInfo');
  return {
    type: requiredText(wire, 'changeType'),
    fileId: requiredId(fileInfo, 'id'),
    name: fileInfo.fileName || undefined,
    kind: requiredText(fileInfo, 'fileType') === folderTypeCode ? 'folder' : 'file',
    deviceId: wire.deviceId || undefined,
  };
}

export async function openSyncFolder(
  koodrive: BoundClient,
  spaceId: string,
  { folderId, name, parentId, hidden }: OpenSyncFolderBody,
): Promise<SyncFolder> {
  const wire = await koodrive.call('createSyncDir', {
    container: spaceId,
    fileId: folderId,
    fileName: name,
    parentFolder: parentId,
    hidden,
  });
  return toSyncFolder(wire, spaceId);
}

export const closeSyncFolder = async (koodrive: BoundClient, spaceId: string, folderId: string): Promise<void> => {
  await koodrive.call('closeSyncDir', { container: spaceId, syncDirId: folderId });
};

/**
 * Does not use `fetchPage`, whose cursor is null at the end of a list. This list continues when there are new changes.
 */
export async function listChanges(
  koodrive: BoundClient,
  spaceId: string,
  folderId: string,
  { limit, cursor, deviceId }: ListChangesQuery,
): Promise<FileChangeList> {
  const wire = await koodrive.call('listChanges', {
    container: spaceId,
    syncDirId: folderId,
    pageSize: limit,
    cursor,
    deviceId,
  });
  return {
    items: mapEntries(wire.fileChangeList, toFileChange),
    nextCursor: required(wire.nextCursor || cursor, wire, 'nextCursor', 'a cursor'),
    more: wire.hasMore ?? false,
  };
}

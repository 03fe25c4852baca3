import { type BoundClient, id, type Item, type Output } from '#koodrive';
import type { Change, Changes, ListChangesQuery, OpenSyncFolderBody, SyncFolder } from './sync-folders.dto.js';

export const toSyncFolder = (wire: Output<'createSyncDir'>, spaceId: string): SyncFolder => ({
  id: id(wire.fileId) ?? '',
  spaceId: id(wire.container) ?? spaceId,
  name: wire.fileName ?? '',
  existed: wire.exist ?? false,
});

const folderType = '10';

export const toChange = ({ changeType, fileInfo, deviceId }: Item<'listChanges'>): Change => ({
  type: changeType ?? '',
  fileId: id(fileInfo?.id) ?? '',
  name: fileInfo?.fileName || undefined,
  kind: fileInfo?.fileType === folderType ? 'folder' : 'file',
  deviceId: deviceId || undefined,
});

export async function openSyncFolder(
  koodrive: BoundClient,
  spaceId: string,
  { folderId, name, parentId, hidden }: OpenSyncFolderBody,
): Promise<SyncFolder> {
  const wire = await koodrive.call('createSyncDir', {
    container: spaceId,
    ...(folderId !== undefined && { fileId: folderId }),
    ...(name !== undefined && { fileName: name }),
    ...(parentId !== undefined && { parentFolder: parentId }),
    ...(hidden !== undefined && { hidden }),
  });
  return toSyncFolder(wire, spaceId);
}

export const closeSyncFolder = async (koodrive: BoundClient, spaceId: string, folderId: string): Promise<void> => {
  await koodrive.call('closeSyncDir', { container: spaceId, syncDirId: folderId });
};

/** Not `page`: its cursor ends with the list, and this list goes on when something happens. */
export async function listChanges(
  koodrive: BoundClient,
  spaceId: string,
  folderId: string,
  { limit, cursor, deviceId }: ListChangesQuery,
): Promise<Changes> {
  const {
    fileChangeList = [],
    nextCursor = '',
    hasMore = false,
  } = await koodrive.call('listChanges', {
    container: spaceId,
    syncDirId: folderId,
    pageSize: limit,
    ...(cursor !== undefined && { cursor }),
    ...(deviceId !== undefined && { deviceId }),
  });
  return { items: fileChangeList.map(toChange), nextCursor: nextCursor || (cursor ?? ''), more: hasMore };
}

import {
  type BoundClient,
  countRemovedEntries,
  isUnreadable,
  parseId,
  type PagedItem,
  type OperationOutput,
} from '#koodrive';
import { describesFolder } from '../upstream/file-kind.js';
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
  name: wire.fileName || undefined,
  // Only given where it was one already.
  existed: isUnreadable(wire, 'exist') ? undefined : (wire.exist ?? false),
});

function toFileChange(wire: PagedItem<'listChanges'>): FileChange {
  const fileInfo = required(wire.fileInfo, wire, 'fileInfo');
  return {
    type: requiredText(wire, 'changeType'),
    fileId: requiredId(fileInfo, 'id'),
    name: fileInfo.fileName || undefined,
    kind: describesFolder({ fileType: requiredText(fileInfo, 'fileType') }) ? 'folder' : 'file',
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
  const { fileChangeList = [], nextCursor, hasMore } = wire;
  const isEmpty = fileChangeList.length === 0 && countRemovedEntries(fileChangeList) === 0;
  return {
    ...mapEntries(fileChangeList, toFileChange),
    // The cursor of the caller would return the same changes again.
    nextCursor: required(nextCursor || (isEmpty ? cursor : undefined), wire, 'nextCursor', 'a cursor'),
    // Without the flag, only an empty page shows that there are no more changes now.
    more: hasMore ?? !isEmpty,
  };
}

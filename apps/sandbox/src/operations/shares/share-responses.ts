import { readString, readNumber } from '../../json-input.js';
import type { JsonObject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isFolder, getFileExtension, type FileNode } from '../../state/files/file-node.js';
import { paginate, sortItems, type CursorPage, SortDirection } from '../../state/files/cursor.js';
import { getShareStatus, listTopFiles } from '../../state/shares/share-access.js';
import { getShareUrl, type Share } from '../../state/shares/shares.js';
import { dayMs } from '../../state/time-units.js';
import { formatIsoTime } from '../formats.js';
import { defaultPageSize } from '../input.js';

const sharePermission = { preview: true, edit: false, download: true };

/** Returns one page of shares, sorted by the time of sharing. */
export function toSharePage(
  drive: Drive,
  shares: readonly Share[],
  query: Readonly<Record<string, string>>,
  toInfo: (share: Share) => JsonObject,
): JsonObject {
  const namePart = readString(query.displayName)?.toLowerCase() ?? '';
  const descending = (readNumber(query.sortDirection) ?? SortDirection.descending) === SortDirection.descending;
  const order = {
    name: `share-${descending ? 'd' : 'a'}`,
    descending,
    key: (share: Share): number => share.sharedAt,
    id: (share: Share): string => share.id,
  };
  const matches = shares.filter(({ displayName }) => displayName.toLowerCase().includes(namePart));
  const cursor = readString(query.pageCursor) ?? '0';
  const page: CursorPage<Share> = paginate(
    sortItems(matches, order),
    order,
    cursor === '0' ? '' : cursor,
    readNumber(query.pageSize) ?? defaultPageSize,
    drive.behavior.shortPages,
  );
  return {
    nextCursor: page.nextCursor,
    shareLinks: page.items.map(toInfo),
  };
}

const toShareLink = (share: Share): JsonObject => ({
  shareId: share.id,
  shortUrl: share.code,
  linkUrl: getShareUrl(share),
  shareTime: formatIsoTime(share.sharedAt),
  expireTime: formatIsoTime(share.expiresAt),
});

const toShareSummary = (drive: Drive, share: Share): JsonObject => ({
  ...toShareLink(share),
  displayName: share.displayName,
  status: getShareStatus(drive, share),
  comment: share.comment || undefined,
});

const toShareFiles = (drive: Drive, share: Share): JsonObject[] => listTopFiles(drive, share).map(toShareFileInfo);

export const toCreatedShare = (share: Share): JsonObject => ({
  shareId: share.id,
  shortUrl: share.code,
  linkUrl: getShareUrl(share),
  expireTime: formatIsoTime(share.expiresAt),
  extractCode: share.extractCode,
  comment: share.comment || undefined,
});

export const toUpdatedShare = (drive: Drive, share: Share): JsonObject => ({
  ...toShareLink(share),
  displayName: share.displayName,
  status: getShareStatus(drive, share),
  scope: share.scope,
  createTime: formatIsoTime(share.sharedAt),
  updateTime: formatIsoTime(share.updatedAt),
  viewCnt: String(share.viewCount),
  downloadCnt: String(share.downloadCount),
  saveCnt: String(share.saveCount),
  extractCode: share.extractCode,
});

export const toShareByMe = (drive: Drive, share: Share): JsonObject => ({
  ...toShareSummary(drive, share),
  scope: share.scope,
  files: toShareFiles(drive, share),
  containerId: share.containerId,
  containerName: '',
  viewCnt: share.viewCount,
  downloadCnt: share.downloadCount,
  saveCnt: share.saveCount,
});

export const toShareByMeDetail = (drive: Drive, share: Share): JsonObject => ({
  ...toShareSummary(drive, share),
  scope: share.scope,
  permission: sharePermission,
  depts: share.deptIds.map((id) => ({ id, name: drive.departments.find(id)?.name ?? '' })),
  groups: share.groupIds.map((id) => ({ id, name: drive.groups.find(id)?.name ?? '' })),
  users: share.userIds.map((id) => ({ id, name: drive.users.find(id)?.name ?? '' })),
  extractCode: share.extractCode,
});

export const toShareWithMeDetail = (drive: Drive, share: Share): JsonObject => ({
  ...toShareSummary(drive, share),
  ownerId: share.ownerId,
  ownerName: drive.users.find(share.ownerId)?.name ?? '',
  permission: sharePermission,
});

/** `scope` and `viewCnt` are text here and numbers in the list of own shares, as on the pages. */
export const toShareWithMe = (drive: Drive, share: Share): JsonObject => ({
  ...toShareWithMeDetail(drive, share),
  files: toShareFiles(drive, share),
  containerId: share.containerId,
  scope: String(share.scope),
  updateTime: formatIsoTime(share.updatedAt),
  viewCnt: String(share.viewCount),
  downloadCnt: share.downloadCount,
  saveCnt: share.saveCount,
});

/** CommonShareLink: the members that any visitor can see. */
export const toCommonShareLink = (drive: Drive, share: Share): JsonObject => ({
  shareId: share.id,
  shortUrl: share.code,
  shareTime: formatIsoTime(share.sharedAt),
  ownerId: share.ownerId,
  ownerName: drive.users.find(share.ownerId)?.name ?? '',
  permission: sharePermission,
  expireTime: formatIsoTime(share.expiresAt),
  status: getShareStatus(drive, share),
  expireDate: String(Math.max(0, Math.ceil((share.expiresAt - drive.clock.now()) / dayMs))),
});

const toShareFileFields = (node: FileNode): JsonObject => ({
  id: node.id,
  fileName: node.name,
  fileType: node.fileType,
  fileSuffix: getFileExtension(node),
  parentFolder: [node.parentId ?? ''],
  containers: [node.containerId],
  size: isFolder(node) ? undefined : node.sizeBytes,
});

const toShareFileInfo = (node: FileNode): JsonObject => ({
  ...toShareFileFields(node),
  mimeType: node.mimeType,
  recycled: false,
});

export const toShareLinkFile = (node: FileNode): JsonObject => ({
  ...toShareFileFields(node),
  editedTime: formatIsoTime(node.editedAt),
});

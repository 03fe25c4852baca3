import type { Drive } from '../../state/drive.js';
import { isFolder, suffixOf, type FileNode } from '../../state/files/file-node.js';
import { pageOf, inOrder, type Page } from '../../state/files/cursor.js';
import { statusOf, topFiles } from '../../state/shares/share-access.js';
import { linkUrlOf, type Share } from '../../state/shares/shares.js';
import { isoTime } from '../formats.js';
import { text, whole } from '../input.js';

type Members = Record<string, unknown>;

const permission = { preview: true, edit: false, download: true };
const LARGEST_PAGE = 100;
const DESCENDING = 2;

/** One page of shares, by the time of sharing. */
export function shareList(
  drive: Drive,
  shares: readonly Share[],
  query: Readonly<Record<string, string>>,
  answer: (share: Share) => Members,
): Members {
  const wanted = text(query.displayName)?.toLowerCase() ?? '';
  const descending = (whole(query.sortDirection) ?? DESCENDING) === DESCENDING;
  const order = {
    ...{ name: `share-${descending ? 'd' : 'a'}`, descending },
    key: (share: Share): number => share.sharedAt,
    id: (share: Share): string => share.id,
  };
  const named = shares.filter(({ displayName }) => displayName.toLowerCase().includes(wanted));
  const cursor = text(query.pageCursor) ?? '0';
  const page: Page<Share> = pageOf(
    inOrder(named, order),
    order,
    cursor === '0' ? '' : cursor,
    whole(query.pageSize) ?? LARGEST_PAGE,
    drive.habits.shortPages,
  );
  return {
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    shareLinks: page.items.map(answer),
  };
}

const link = (share: Share): Members => ({
  ...{ shareId: share.id, shortUrl: share.code, linkUrl: linkUrlOf(share) },
  ...{ shareTime: isoTime(share.sharedAt), expireTime: isoTime(share.expiresAt) },
});

const described = (drive: Drive, share: Share): Members => ({
  ...link(share),
  ...{ displayName: share.displayName, status: statusOf(drive, share) },
  ...(share.comment && { comment: share.comment }),
});

const filesOf = (drive: Drive, share: Share): Members[] => topFiles(drive, share).map(shareFileInfo);

export const createdShare = (share: Share): Members => ({
  ...{ shareId: share.id, shortUrl: share.code, linkUrl: linkUrlOf(share), expireTime: isoTime(share.expiresAt) },
  ...(share.extractCode !== undefined && { extractCode: share.extractCode }),
  ...(share.comment && { comment: share.comment }),
});

export const changedShare = (drive: Drive, share: Share): Members => ({
  ...link(share),
  ...{ displayName: share.displayName, status: statusOf(drive, share), scope: share.scope },
  ...{ createTime: isoTime(share.sharedAt), updateTime: isoTime(share.updatedAt) },
  ...{ viewCnt: String(share.views), downloadCnt: String(share.downloads), saveCnt: String(share.saves) },
  ...(share.extractCode !== undefined && { extractCode: share.extractCode }),
});

export const sharedByMe = (drive: Drive, share: Share): Members => ({
  ...described(drive, share),
  ...{ scope: share.scope, files: filesOf(drive, share), containerId: share.containerId, containerName: '' },
  ...{ viewCnt: share.views, downloadCnt: share.downloads, saveCnt: share.saves },
});

export const detailByMe = (drive: Drive, share: Share): Members => ({
  ...described(drive, share),
  ...{ scope: share.scope, permission },
  depts: share.deptIds.map((id) => ({ id, name: drive.departments.find(id)?.name ?? '' })),
  groups: share.groupIds.map((id) => ({ id, name: drive.groups.find(id)?.name ?? '' })),
  users: share.userIds.map((id) => ({ id, name: drive.users.find(id)?.name ?? '' })),
  ...(share.extractCode !== undefined && { extractCode: share.extractCode }),
});

export const detailWithMe = (drive: Drive, share: Share): Members => ({
  ...described(drive, share),
  ...{ ownerId: share.ownerId, ownerName: drive.users.find(share.ownerId)?.name ?? '', permission },
});

/** The numbers that the other list prints as numbers are text here, and the other way round. */
export const sharedWithMe = (drive: Drive, share: Share): Members => ({
  ...detailWithMe(drive, share),
  ...{ files: filesOf(drive, share), containerId: share.containerId, scope: String(share.scope) },
  ...{ updateTime: isoTime(share.updatedAt), viewCnt: String(share.views) },
  ...{ downloadCnt: share.downloads, saveCnt: share.saves },
});

/** CommonShareLink: what any visitor may know. */
export const visitedLink = (drive: Drive, share: Share): Members => ({
  ...{ shareId: share.id, shortUrl: share.code, shareTime: isoTime(share.sharedAt) },
  ...{ ownerId: share.ownerId, ownerName: drive.users.find(share.ownerId)?.name ?? '', permission },
  ...{ expireTime: isoTime(share.expiresAt), status: statusOf(drive, share) },
  expireDate: String(Math.max(0, Math.ceil((share.expiresAt - drive.clock.now()) / 86_400_000))),
});

const fileNames = (node: FileNode): Members => ({
  ...{ id: node.id, fileName: node.name, fileType: node.fileType, fileSuffix: suffixOf(node) },
  ...{ parentFolder: [node.parentId ?? ''], containers: [node.containerId] },
  ...(!isFolder(node) && { size: node.size }),
});

const shareFileInfo = (node: FileNode): Members => ({ ...fileNames(node), mimeType: node.mimeType, recycled: false });

export const shareFile = (node: FileNode): Members => ({ ...fileNames(node), editedTime: isoTime(node.editedAt) });

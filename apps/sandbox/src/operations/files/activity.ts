import type { OperationHandlers, Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import type { FileVisit } from '../../state/files/visits.js';
import { isRecipient, listTopFiles } from '../../state/shares/share-access.js';
import type { Share } from '../../state/shares/shares.js';
import { requireUser, canAccessSpace } from '../../state/spaces/space-access.js';
import { SpaceKind, SpaceStatus } from '../../state/spaces/spaces.js';
import { createFileInfoMapper } from './file-responses.js';
import { formatIsoTime } from '../formats.js';
import { toSharePage } from '../shares/share-responses.js';

/** Recent actions of the caller, and actions of others that concern the caller. */
export function activityHandlers(drive: Drive): OperationHandlers {
  return {
    ListRecentlyAccess: ({ subject }) => {
      const { userId } = requireUser(drive, subject);
      return { list: drive.visits.list(userId).map((visit) => toRecentAccess(drive, subject, visit)) };
    },
    // The page documents only shares.
    ListRelatedToMe: ({ subject, query }) => {
      const user = requireUser(drive, subject);
      const received = drive.shares.list().filter((share) => isRecipient(drive, share, user));
      const { shareLinks, ...rest } = toSharePage(drive, received, query, (share) =>
        toRelatedInfo(drive, subject, share),
      );
      return { ...rest, relatedToMeInfos: shareLinks, total: received.length };
    },
  };
}

function toRelatedInfo(drive: Drive, subject: Subject, share: Share): Record<string, unknown> {
  const toFileInfo = createFileInfoMapper(drive, subject);
  return {
    operator: drive.users.find(share.ownerId)?.name ?? '',
    operateType: sharedOperateType,
    operateTime: formatIsoTime(share.sharedAt),
    id: share.id,
    displayName: share.displayName,
    files: listTopFiles(drive, share).map((node) => toFileInfo(node, false)),
    expireTime: formatIsoTime(share.expiresAt),
  };
}

/** The action of another user. These numbers are independent of those of the caller's own actions. */
const sharedOperateType = 1;
const fileUnavailableStatus = 1;
const spaceUnavailableStatus = 2;

function toRecentAccess(drive: Drive, subject: Subject, visit: FileVisit): Record<string, unknown> {
  const space = drive.spaces.find(visit.containerId);
  const node = drive.tree.find(visit.fileId);
  const isSpaceAvailable = space?.status === SpaceStatus.normal && canAccessSpace(drive, subject, space);
  const isFileAvailable = node !== undefined && !drive.tree.isRecycled(node);
  return {
    operateTime: formatIsoTime(visit.timestamp),
    operateType: visit.action,
    file: {
      id: visit.fileId,
      containerId: visit.containerId,
      name: node?.name ?? visit.name,
      fileType: visit.fileType,
      owner: (node && drive.users.find(node.creatorId)?.name) ?? '',
      containerName: space?.kind === SpaceKind.department ? (drive.departments.find(space.ownerId)?.name ?? '') : '',
      containerType: space?.kind,
      favorite: subject.kind === 'user' && drive.favorites.has(subject.userId, visit.fileId),
    },
    status: !isSpaceAvailable ? spaceUnavailableStatus : !isFileAvailable ? fileUnavailableStatus : undefined,
  };
}

import type { Handlers, Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import type { Visit } from '../../state/files/visits.js';
import { isReceived, topFiles } from '../../state/shares/share-access.js';
import type { Share } from '../../state/shares/shares.js';
import { callerOf, mayReach } from '../../state/spaces/access.js';
import { SpaceKind, SpaceStatus } from '../../state/spaces/spaces.js';
import { fileInfoFor } from './file-answers.js';
import { isoTime } from '../formats.js';
import { shareList } from '../shares/share-answers.js';

/** What the caller did lately, and what others did that concerns the caller. */
export function activityHandlers(drive: Drive): Handlers {
  return {
    ListRecentlyAccess: ({ subject }) => {
      const { userId } = callerOf(drive, subject);
      return { list: drive.visits.list(userId).map((visit) => recent(drive, subject, visit)) };
    },
    // A share is the only act that the page documents.
    ListRelatedToMe: ({ subject, query }) => {
      const user = callerOf(drive, subject);
      const received = drive.shares.list().filter((share) => isReceived(drive, share, user));
      const { shareLinks, ...rest } = shareList(drive, received, query, (share) => related(drive, subject, share));
      return { ...rest, relatedToMeInfos: shareLinks, total: received.length };
    },
  };
}

function related(drive: Drive, subject: Subject, share: Share): Record<string, unknown> {
  const info = fileInfoFor(drive, subject);
  return {
    ...{ operator: drive.users.find(share.ownerId)?.name ?? '', operateType: SHARED },
    ...{ operateTime: isoTime(share.sharedAt), id: share.id, displayName: share.displayName },
    files: topFiles(drive, share).map((node) => info(node, false)),
    expireTime: isoTime(share.expiresAt),
  };
}

/** What others did; numbered apart from what one does oneself. */
const SHARED = 1;
const FILE_GONE = 1;
const SPACE_GONE = 2;

function recent(drive: Drive, subject: Subject, visit: Visit): Record<string, unknown> {
  const space = drive.spaces.find(visit.containerId);
  const node = drive.tree.find(visit.fileId);
  const reachable = space?.status === SpaceStatus.normal && mayReach(drive, subject, space);
  const gone = !reachable ? SPACE_GONE : !node || drive.tree.isRecycled(node) ? FILE_GONE : undefined;
  return {
    operateTime: isoTime(visit.at),
    operateType: visit.act,
    file: {
      id: visit.fileId,
      containerId: visit.containerId,
      name: node?.name ?? visit.name,
      fileType: visit.fileType,
      owner: (node && drive.users.find(node.creatorId)?.name) ?? '',
      containerName: space?.kind === SpaceKind.department ? (drive.departments.find(space.ownerId)?.name ?? '') : '',
      ...(space && { containerType: space.kind }),
      favorite: subject.kind === 'user' && drive.favourites.has(subject.userId, visit.fileId),
    },
    ...(gone !== undefined && { status: gone }),
  };
}

import type { Handlers, Subject } from '../operation.js';
import type { Drive } from '../state/drive.js';
import type { Visit } from '../state/files/visits.js';
import { callerOf, mayReach } from '../state/spaces/access.js';
import { SpaceKind, SpaceStatus } from '../state/spaces/spaces.js';
import { isoTime } from './formats.js';

/** What the caller did lately, and what others did that concerns the caller. */
export function activityHandlers(drive: Drive): Handlers {
  return {
    ListRecentlyAccess: ({ subject }) => {
      const { userId } = callerOf(drive, subject);
      return { list: drive.visits.list(userId).map((visit) => recent(drive, subject, visit)) };
    },
    // Empty until shares are played: a share is the only act that the page documents.
    ListRelatedToMe: ({ subject }) => {
      callerOf(drive, subject);
      return { relatedToMeInfos: [], total: 0 };
    },
  };
}

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

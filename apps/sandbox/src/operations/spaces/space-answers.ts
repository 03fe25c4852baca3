import type { Drive } from '../../state/drive.js';
import { GroupRole, type Group } from '../../state/organization/groups.js';
import { Role } from '../../state/organization/users.js';
import { kilobytes, rootIdOf, safeIdOf, SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { isoTime } from '../formats.js';

type Members = Record<string, string | number>;

/** SpaceInfo: numbers as text. */
export function spaceInfo(drive: Drive, space: Space): Members {
  return { ...spaceInfoV2(drive, space), createTime: isoTime(space.createdAt), updateTime: isoTime(space.updatedAt) };
}

/** SpaceInfoV2: SpaceInfo without times. */
export function spaceInfoV2(drive: Drive, space: Space): Members {
  return {
    ...identity(drive, space),
    type: String(space.kind),
    status: String(space.status),
    capacity: String(space.capacityGb),
    spaceUsed: String(kilobytes(space.usedBytes)),
    rootFileId: space.rootFileId,
  };
}

/** What the pages print of a space alike, numbers left out. */
export function identity(drive: Drive, space: Space): Members {
  return {
    ownerId: space.ownerId,
    containerId: space.containerId,
    bizRootFileId: rootIdOf(space.containerId),
    bizSboxFileId: safeIdOf(space.containerId),
    tenantId: drive.tenant.tenantId,
    creator: space.creatorId,
    modifier: space.modifierId,
  };
}

/** A row of teamList and groupList; `userId` is for whom the role is told. */
export function teamInfo(drive: Drive, space: Space, userId?: string): Members {
  const group = space.kind === SpaceKind.group ? drive.groups.find(space.ownerId) : undefined;
  return {
    ...identity(drive, space),
    id: space.ownerId,
    status: space.status,
    capacity: space.capacityGb,
    spaceUsed: String(kilobytes(space.usedBytes)),
    createTime: isoTime(space.createdAt),
    updateTime: isoTime(space.updatedAt),
    ...(group ? groupMembers(drive, group, userId) : departmentMembers(drive, space, userId)),
  };
}

function groupMembers(drive: Drive, group: Group, userId: string | undefined): Members {
  const member = userId === undefined ? undefined : group.members.get(userId);
  return {
    ownerId: group.ownerId,
    ownerName: drive.users.find(group.ownerId)?.name ?? '',
    userNum: group.members.size,
    iconUrl: group.iconUrl,
    groupName: group.name,
    ...(userId !== undefined && { role: member?.role ?? GroupRole.member, top: member?.pinned ? 1 : 0 }),
  };
}

/** The name of a department stands in `groupName` too: no other member could hold it (inferred). */
function departmentMembers(drive: Drive, space: Space, userId: string | undefined): Members {
  const user = userId === undefined ? undefined : drive.users.find(userId);
  const name = drive.departments.find(space.ownerId)?.name ?? '';
  const administers = user?.role === Role.departmentAdministrator && user.deptId === space.ownerId;
  return {
    ownerName: name,
    userNum: drive.users.within(drive.departments.below(space.ownerId)).length,
    groupName: name,
    ...(userId !== undefined && { role: administers ? GroupRole.administrator : GroupRole.member, top: 0 }),
  };
}

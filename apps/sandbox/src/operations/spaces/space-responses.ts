import type { Drive } from '../../state/drive.js';
import { GroupRole, type Group } from '../../state/organization/groups.js';
import { TenantRole } from '../../state/organization/users.js';
import {
  bytesToKilobytes,
  getRootFolderId,
  getSafeBoxFolderId,
  SpaceKind,
  type Space,
} from '../../state/spaces/spaces.js';
import { formatIsoTime } from '../formats.js';

type SpaceFields = Record<string, string | number>;

/** SpaceInfo. Its numbers are text. */
export function toSpaceInfo(drive: Drive, space: Space): SpaceFields {
  return {
    ...toSpaceInfoV2(drive, space),
    createTime: formatIsoTime(space.createdAt),
    updateTime: formatIsoTime(space.updatedAt),
  };
}

/** SpaceInfoV2: SpaceInfo without times. */
export function toSpaceInfoV2(drive: Drive, space: Space): SpaceFields {
  return {
    ...toSpaceIdentity(drive, space),
    type: String(space.kind),
    status: String(space.status),
    capacity: String(space.capacityGb),
    spaceUsed: String(bytesToKilobytes(space.usedBytes)),
    rootFileId: space.rootFileId,
  };
}

/** The members that all pages of a space have, without the numbers. */
export function toSpaceIdentity(drive: Drive, space: Space): SpaceFields {
  return {
    ownerId: space.ownerId,
    containerId: space.containerId,
    bizRootFileId: getRootFolderId(space.containerId),
    bizSboxFileId: getSafeBoxFolderId(space.containerId),
    tenantId: drive.tenant.tenantId,
    creator: space.creatorId,
    modifier: space.modifierId,
  };
}

/** A row of teamList and groupList. With `userId`, the row has the role of this user. */
export function toTeamInfo(drive: Drive, space: Space, userId?: string): SpaceFields {
  const group = space.kind === SpaceKind.group ? drive.groups.find(space.ownerId) : undefined;
  return {
    ...toSpaceIdentity(drive, space),
    id: space.ownerId,
    status: space.status,
    capacity: space.capacityGb,
    spaceUsed: String(bytesToKilobytes(space.usedBytes)),
    createTime: formatIsoTime(space.createdAt),
    updateTime: formatIsoTime(space.updatedAt),
    ...(group ? toGroupTeamFields(drive, group, userId) : toDepartmentTeamFields(drive, space, userId)),
  };
}

function toGroupTeamFields(drive: Drive, group: Group, userId: string | undefined): SpaceFields {
  const fields: SpaceFields = {
    ownerId: group.ownerId,
    ownerName: drive.users.find(group.ownerId)?.name ?? '',
    userNum: group.members.size,
    iconUrl: group.iconUrl,
    groupName: group.name,
  };
  if (userId === undefined) return fields;
  const member = group.members.get(userId);
  return { ...fields, role: member?.role ?? GroupRole.member, top: member?.pinned ? 1 : 0 };
}

/** `groupName` has the name of a department too, as no other member can hold it (inferred). */
function toDepartmentTeamFields(drive: Drive, space: Space, userId: string | undefined): SpaceFields {
  const name = drive.departments.find(space.ownerId)?.name ?? '';
  const fields: SpaceFields = {
    ownerName: name,
    userNum: drive.users.listByDepartments(drive.departments.listSelfAndDescendantIds(space.ownerId)).length,
    groupName: name,
  };
  if (userId === undefined) return fields;
  const user = drive.users.find(userId);
  const administers = user?.role === TenantRole.departmentAdministrator && user.deptId === space.ownerId;
  return { ...fields, role: administers ? GroupRole.administrator : GroupRole.member, top: 0 };
}

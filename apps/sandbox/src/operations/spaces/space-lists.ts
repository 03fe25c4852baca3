import { errorCodes } from '../../contract/errors.js';
import { readBoolean, readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import type { Department } from '../../state/organization/departments.js';
import { TenantRole, type User } from '../../state/organization/users.js';
import {
  requireUser,
  isSystemAdministrator,
  canManageDepartment,
  resolveSubject,
} from '../../state/spaces/space-access.js';
import { bytesToKilobytes, SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { formatIsoTime } from '../formats.js';
import { slicePage } from '../input.js';
import { toSpaceIdentity, toTeamInfo } from './space-responses.js';

export function spaceListHandlers(drive: Drive): OperationHandlers {
  return {
    getTeamSpaceList: ({ subject, query }) => {
      const user = requireUser(drive, subject);
      const rows = listTeamSpaces(drive, user, readNumber(query.teamType)).map((space) =>
        toTeamInfo(drive, space, user.userId),
      );
      const filtered = rows.filter(createKeywordFilter(query.keyWord, 'groupName', 'ownerName'));
      return { total: String(filtered.length), teams: slicePage(filtered, query) };
    },
    getGroupSpaceList: ({ subject, query }) => {
      if (!isSystemAdministrator(drive, subject))
        throw new OperationError(errorCodes.permissionDenied, 'groups of the enterprise');
      const rows = drive.spaces.list(SpaceKind.group).map((space) => toTeamInfo(drive, space));
      const filtered = rows.filter(createKeywordFilter(query.keyWord, 'groupName', 'ownerName'));
      return {
        total: filtered.length,
        groupsTotal: rows.length,
        groupsMax: maxGroupSpaces,
        assignedCapacity: String(drive.allocation.getAllocatedGb(SpaceKind.group)),
        maxCapacity: String(drive.allocation.getTotalGb(SpaceKind.group)),
        groups: slicePage(filtered, query),
      };
    },
    getDepartmentSpaceList: ({ subject, query }) => {
      const visible = drive.departments.list().filter((department) => canSeeDepartment(drive, subject, department));
      const rows = visible
        .map((department) => toDepartmentInfo(drive, department))
        .filter(createKeywordFilter(query.keyWord, 'name', 'administrators'));
      return { total: String(rows.length), departments: slicePage(rows, query) };
    },
    getUserSpaceList: (request) => {
      const { query } = request;
      const subject = resolveSubject(request);
      const deptId = readString(query.deptId) ?? defaultDepartmentId(drive, subject);
      if (!canManageDepartment(drive, subject, deptId)) throw new OperationError(errorCodes.permissionDenied, deptId);
      const status = readString(query.spaceStatus);
      const rows = listDepartmentUsers(drive, deptId, readBoolean(query.isDirect) ?? false)
        .flatMap((user) =>
          drive.spaces
            .listByOwner(user.userId, SpaceKind.individual)
            .map((space) => toUserSpaceInfo(drive, user, space)),
        )
        .filter(createKeywordFilter(query.keyWord, 'name', 'mobile'))
        .filter((row) => status === undefined || row.spaceStatus === status);
      return { total: String(rows.length), users: slicePage(rows, query) };
    },
  };
}

/** Inferred: the reference has no number. */
const maxGroupSpaces = 1000;

type Row = Readonly<Record<string, string | number>>;

function createKeywordFilter(keyWord: string | undefined, ...names: readonly string[]): (row: Row) => boolean {
  const keyword = readString(keyWord)?.toLowerCase();
  return (row) =>
    !keyword ||
    names.some((name) =>
      String(row[name] ?? '')
        .toLowerCase()
        .includes(keyword),
    );
}

/** Team spaces of a user: 0 departments, 1 owned groups, 2 joined groups. All of them without a type. */
function listTeamSpaces(drive: Drive, user: User, teamType: number | undefined): Space[] {
  const departments = drive.departments.listSelfAndAncestors(user.deptId).map(({ id }) => id);
  const groups = drive.groups.listByMember(user.userId);
  const owned = groups.filter((group) => group.ownerId === user.userId).map(({ id }) => id);
  const joined = groups.filter((group) => group.ownerId !== user.userId).map(({ id }) => id);
  const owners =
    teamType === undefined ? [...departments, ...owned, ...joined] : ([departments, owned, joined][teamType] ?? []);
  return owners.flatMap((ownerId) => drive.spaces.listByOwner(ownerId));
}

/** Administrators see the departments that they manage. Other users see their department and its ancestors (inferred). */
function canSeeDepartment(
  drive: Drive,
  subject: Parameters<typeof canManageDepartment>[1],
  department: Department,
): boolean {
  if (canManageDepartment(drive, subject, department.id)) return true;
  const user = subject.kind === 'user' ? drive.users.find(subject.userId) : undefined;
  return user !== undefined && drive.departments.listSelfAndAncestors(user.deptId).includes(department);
}

function toDepartmentInfo(drive: Drive, department: Department): Row {
  const { id, name, parentId } = department;
  const common = { id, name, parentId: parentId ?? '0', tenantId: drive.tenant.tenantId };
  const [space] = drive.spaces.listByOwner(id, SpaceKind.department);
  if (!space) return common;
  const administrators = drive.users
    .list()
    .filter((user) => user.role === TenantRole.departmentAdministrator && user.deptId === id);
  return {
    ...toSpaceIdentity(drive, space),
    ...common,
    administrators: administrators.map((user) => user.name).join(','),
    status: String(space.status),
    capacity: space.capacityGb,
    spaceUsed: String(bytesToKilobytes(space.usedBytes)),
    userNum: drive.users.listByDepartments(drive.departments.listSelfAndDescendantIds(id)).length,
    createTime: formatIsoTime(space.createdAt),
    updateTime: formatIsoTime(space.updatedAt),
  };
}

/** The default is the root for the app and system administrators, and the user's own department for other users. */
function defaultDepartmentId(drive: Drive, subject: Parameters<typeof canManageDepartment>[1]): string {
  if (isSystemAdministrator(drive, subject) || subject.kind !== 'user') return drive.departments.root.id;
  return drive.users.find(subject.userId)?.deptId ?? drive.departments.root.id;
}

function listDepartmentUsers(drive: Drive, deptId: string, direct: boolean): User[] {
  drive.departments.get(deptId);
  return drive.users.listByDepartments(direct ? new Set([deptId]) : drive.departments.listSelfAndDescendantIds(deptId));
}

function toUserSpaceInfo(drive: Drive, user: User, space: Space): Row {
  const { name, deptId, mobile, role, status, userId } = user;
  return {
    name,
    deptId,
    mobile,
    role,
    status,
    userId,
    deptName: drive.departments.find(deptId)?.name ?? '',
    containerId: space.containerId,
    capacity: space.capacityGb,
    spaceUsed: bytesToKilobytes(space.usedBytes),
    tenantId: drive.tenant.tenantId,
    id: user.userId,
    spaceStatus: String(space.status),
  };
}

import { Refusal, type Handlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import type { Department } from '../../state/organization/departments.js';
import { Role, type User } from '../../state/organization/users.js';
import { callerOf, isSystemAdministrator, managesDepartment, spokenFor } from '../../state/spaces/access.js';
import { kilobytes, SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { isoTime } from '../formats.js';
import { flag, slice, text, whole } from '../input.js';
import { identity, teamInfo } from './space-answers.js';

/** The lists of spaces. */
export function spaceListHandlers(drive: Drive): Handlers {
  return {
    getTeamSpaceList: ({ subject, query }) => {
      const user = callerOf(drive, subject);
      const rows = teamsOf(drive, user, whole(query.teamType)).map((space) => teamInfo(drive, space, user.userId));
      const found = rows.filter(matches(query.keyWord, 'groupName', 'ownerName'));
      return { total: String(found.length), teams: slice(found, query) };
    },
    getGroupSpaceList: ({ subject, query }) => {
      if (!isSystemAdministrator(drive, subject)) throw new Refusal(13000410, 'groups of the enterprise');
      const rows = drive.spaces.list(SpaceKind.group).map((space) => teamInfo(drive, space));
      const found = rows.filter(matches(query.keyWord, 'groupName', 'ownerName'));
      return {
        total: found.length,
        groupsTotal: rows.length,
        groupsMax: MOST_GROUPS,
        assignedCapacity: String(drive.allocation.allocatedGb(SpaceKind.group)),
        maxCapacity: String(drive.allocation.totalGb(SpaceKind.group)),
        groups: slice(found, query),
      };
    },
    getDepartmentSpaceList: ({ subject, query }) => {
      const seen = drive.departments.list().filter((department) => seesDepartment(drive, subject, department));
      const found = seen
        .map((department) => departmentInfo(drive, department))
        .filter(matches(query.keyWord, 'name', 'administrators'));
      return { total: String(found.length), departments: slice(found, query) };
    },
    getUserSpaceList: (request) => {
      const { query } = request;
      const subject = spokenFor(request);
      const deptId = text(query.deptId) ?? defaultDepartment(drive, subject);
      if (!managesDepartment(drive, subject, deptId)) throw new Refusal(13000410, deptId);
      const status = text(query.spaceStatus);
      const found = membersOf(drive, deptId, flag(query.isDirect) ?? false)
        .flatMap((user) =>
          drive.spaces.ownedBy(user.userId, SpaceKind.individual).map((space) => userInfo(drive, user, space)),
        )
        .filter(matches(query.keyWord, 'name', 'mobile'))
        .filter((row) => status === undefined || row.spaceStatus === status);
      return { total: String(found.length), users: slice(found, query) };
    },
  };
}

/** Inferred: the reference gives no figure. */
const MOST_GROUPS = 1000;

type Row = Readonly<Record<string, string | number>>;

function matches(keyWord: string | undefined, ...names: readonly string[]): (row: Row) => boolean {
  const wanted = text(keyWord)?.toLowerCase();
  return (row) =>
    !wanted ||
    names.some((name) =>
      String(row[name] ?? '')
        .toLowerCase()
        .includes(wanted),
    );
}

/** Team spaces a user belongs to: 0 departments, 1 groups owned, 2 groups joined; without a type all. */
function teamsOf(drive: Drive, user: User, teamType: number | undefined): Space[] {
  const departments = drive.departments.chain(user.deptId).map(({ id }) => id);
  const groups = drive.groups.of(user.userId);
  const owned = groups.filter((group) => group.ownerId === user.userId).map(({ id }) => id);
  const joined = groups.filter((group) => group.ownerId !== user.userId).map(({ id }) => id);
  const owners =
    teamType === undefined ? [...departments, ...owned, ...joined] : ([departments, owned, joined][teamType] ?? []);
  return owners.flatMap((ownerId) => drive.spaces.ownedBy(ownerId));
}

/** Administrators see the departments they manage, others their own and those above it (inferred). */
function seesDepartment(
  drive: Drive,
  subject: Parameters<typeof managesDepartment>[1],
  department: Department,
): boolean {
  if (managesDepartment(drive, subject, department.id)) return true;
  const user = subject.kind === 'user' ? drive.users.find(subject.userId) : undefined;
  return user !== undefined && drive.departments.chain(user.deptId).includes(department);
}

function departmentInfo(drive: Drive, department: Department): Row {
  const { id, name, parentId } = department;
  const plain = { id, name, parentId: parentId ?? '0', tenantId: drive.tenant.tenantId };
  const [space] = drive.spaces.ownedBy(id, SpaceKind.department);
  if (!space) return plain;
  const administrators = drive.users
    .list()
    .filter((user) => user.role === Role.departmentAdministrator && user.deptId === id);
  return {
    ...identity(drive, space),
    ...plain,
    administrators: administrators.map((user) => user.name).join(','),
    status: String(space.status),
    capacity: space.capacityGb,
    spaceUsed: String(kilobytes(space.usedBytes)),
    userNum: drive.users.within(drive.departments.below(id)).length,
    createTime: isoTime(space.createdAt),
    updateTime: isoTime(space.updatedAt),
  };
}

/** Left out, a department administrator sees the own department, others with the right to it the whole organization. */
function defaultDepartment(drive: Drive, subject: Parameters<typeof managesDepartment>[1]): string {
  if (isSystemAdministrator(drive, subject) || subject.kind !== 'user') return drive.departments.root.id;
  return drive.users.find(subject.userId)?.deptId ?? drive.departments.root.id;
}

function membersOf(drive: Drive, deptId: string, direct: boolean): User[] {
  drive.departments.get(deptId);
  return drive.users.within(direct ? new Set([deptId]) : drive.departments.below(deptId));
}

function userInfo(drive: Drive, user: User, space: Space): Row {
  const { name, deptId, mobile, role, status, userId } = user;
  return {
    ...{ name, deptId, mobile, role, status, userId },
    deptName: drive.departments.find(deptId)?.name ?? '',
    containerId: space.containerId,
    capacity: space.capacityGb,
    spaceUsed: kilobytes(space.usedBytes),
    tenantId: drive.tenant.tenantId,
    id: user.userId,
    spaceStatus: String(space.status),
  };
}

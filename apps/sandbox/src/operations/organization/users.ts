import { readBoolean, readString } from '../../json-input.js';
import type { OperationHandlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import type { User } from '../../state/organization/users.js';
import { canManageDepartment } from '../../state/spaces/space-access.js';
import { maskMobile } from '../formats.js';
import { slicePage } from '../input.js';

/** Operations to read users. Any user may use them, as names are required to share files and to add group members. */
export function userHandlers(drive: Drive): OperationHandlers {
  const listUsers = (deptId: string | undefined, direct = false): User[] => {
    const id = deptId ?? drive.departments.root.id;
    drive.departments.get(id);
    return drive.users.listByDepartments(direct ? new Set([id]) : drive.departments.listSelfAndDescendantIds(id));
  };
  return {
    getUser: ({ path }) => ({ data: toUserInfo(drive, drive.users.get(path.userId ?? '')) }),
    getUserList: ({ query }) => {
      const keyWord = readString(query.keyWord)?.toLowerCase();
      const matches = listUsers(readString(query.deptId), readBoolean(query.isDirect)).filter((user) => {
        return !keyWord || user.name.toLowerCase().includes(keyWord);
      });
      return { total: matches.length, list: slicePage(matches, query).map((user) => toUserInfo(drive, user)) };
    },
    countUser: ({ query }) => ({ total: listUsers(readString(query.deptId)).length }),
    getUserMobile: ({ subject, path }) => {
      const user = drive.users.get(path.userId ?? '');
      const isOwn = subject.kind === 'user' && subject.userId === user.userId;
      const isUnmasked = isOwn || canManageDepartment(drive, subject, user.deptId);
      return { mobile: isUnmasked ? user.mobile : maskMobile(user.mobile) };
    },
  };
}

/** `id` is the KooDrive id and `userId` the OrgID id, as in the examples (facts/organization.md). */
function toUserInfo(drive: Drive, user: User): Readonly<Record<string, unknown>> {
  return {
    id: user.userId,
    userId: user.orgUserId,
    orgId: drive.tenant.orgId,
    deptId: user.deptId,
    deptName: drive.departments.find(user.deptId)?.name ?? '',
    mobile: maskMobile(user.mobile),
    name: user.name,
    role: user.role,
    status: user.status,
  };
}

import type { Handlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import type { User } from '../../state/organization/users.js';
import { managesDepartment } from '../../state/spaces/access.js';
import { masked } from '../formats.js';
import { flag, slice, text } from '../input.js';

/** Reading users. Any user may: names are needed to share and to add to groups. */
export function userHandlers(drive: Drive): Handlers {
  const within = (deptId: string | undefined, direct = false): User[] => {
    const id = deptId ?? drive.departments.root.id;
    drive.departments.get(id);
    return drive.users.within(direct ? new Set([id]) : drive.departments.below(id));
  };
  return {
    getUser: ({ path }) => ({ data: userInfo(drive, drive.users.get(path.userId ?? '')) }),
    getUserList: ({ query }) => {
      const keyWord = text(query.keyWord)?.toLowerCase();
      const found = within(text(query.deptId), flag(query.isDirect)).filter((user) => {
        return !keyWord || user.name.toLowerCase().includes(keyWord);
      });
      return { total: found.length, list: slice(found, query).map((user) => userInfo(drive, user)) };
    },
    countUser: ({ query }) => ({ total: within(text(query.deptId)).length }),
    getUserMobile: ({ subject, path }) => {
      const user = drive.users.get(path.userId ?? '');
      const own = subject.kind === 'user' && subject.userId === user.userId;
      const whole = own || managesDepartment(drive, subject, user.deptId);
      return { mobile: whole ? user.mobile : masked(user.mobile) };
    },
  };
}

/** `id` holds the KooDrive id and `userId` the OrgID one, as the examples have it (facts/organization.md). */
function userInfo(drive: Drive, user: User): Readonly<Record<string, unknown>> {
  return {
    id: user.userId,
    userId: user.orgUserId,
    orgId: drive.tenant.orgId,
    deptId: user.deptId,
    deptName: drive.departments.find(user.deptId)?.name ?? '',
    mobile: masked(user.mobile),
    name: user.name,
    role: user.role,
    status: user.status,
  };
}

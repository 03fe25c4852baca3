import { Refusal, type Handlers, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { changeUser, createUser, deleteUser } from '../../state/organization/user-lives.js';
import { Role, type User } from '../../state/organization/users.js';
import { isSystemAdministrator, managesDepartment } from '../../state/spaces/access.js';
import { members, text, whole } from '../input.js';

/** Adding, changing and removing users, by those who administer their department. */
export function userLifeHandlers(drive: Drive): Handlers {
  const allow = (subject: Subject, deptId: string, role: number | undefined): void => {
    if (!managesDepartment(drive, subject, deptId)) throw new Refusal(13000410, deptId);
    // Only a system administrator makes one (inferred).
    const raises = role === Role.systemAdministrator && !isSystemAdministrator(drive, subject);
    if (raises) throw new Refusal(13000410, deptId);
  };
  const managed = (subject: Subject, userId: string | undefined): User => {
    const user = drive.users.get(userId ?? '');
    allow(subject, user.deptId, undefined);
    return user;
  };
  return {
    createUser: ({ subject, body }) => {
      const { deptId, role } = members(body.modifyUserInfoReq);
      allow(subject, text(deptId) ?? drive.departments.root.id, whole(role));
      return { data: { id: createUser(drive, String(body.userId), text(deptId), whole(role)).userId } };
    },
    updateUser: ({ subject, path, body }) => {
      const user = managed(subject, path.userId);
      // A number by the contract; beyond 2^53 it comes as text.
      const deptId = body.deptId === undefined ? undefined : (text(body.deptId) ?? String(whole(body.deptId)));
      const role = whole(body.role);
      allow(subject, deptId ?? user.deptId, role);
      changeUser(drive, user, { deptId, role, status: whole(body.status) });
      return {};
    },
    deleteUser: ({ subject, path }) => {
      deleteUser(drive, managed(subject, path.userId));
      return {};
    },
  };
}

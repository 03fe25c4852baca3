import { errorCodes } from '../../contract/errors.js';
import { readId, readObject, readString, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { changeUser, createUser, deleteUser } from '../../state/organization/user-lifecycle.js';
import { TenantRole, type User } from '../../state/organization/users.js';
import { isSystemAdministrator, canManageDepartment } from '../../state/spaces/space-access.js';

/** Operations to add, change and remove users, for administrators of their department. */
export function userLifecycleHandlers(drive: Drive): OperationHandlers {
  const requirePermission = (subject: Subject, deptId: string, role: number | undefined): void => {
    if (!canManageDepartment(drive, subject, deptId)) throw new OperationError(errorCodes.permissionDenied, deptId);
    // Only a system administrator can grant this role (inferred).
    const escalates = role === TenantRole.systemAdministrator && !isSystemAdministrator(drive, subject);
    if (escalates) throw new OperationError(errorCodes.permissionDenied, deptId);
  };
  const getManagedUser = (subject: Subject, userId: string | undefined): User => {
    const user = drive.users.get(userId ?? '');
    requirePermission(subject, user.deptId, undefined);
    return user;
  };
  return {
    createUser: ({ subject, body }) => {
      const { deptId, role } = readObject(body.modifyUserInfoReq);
      requirePermission(subject, readString(deptId) ?? drive.departments.root.id, readNumber(role));
      return { data: { id: createUser(drive, String(body.userId), readString(deptId), readNumber(role)).userId } };
    },
    updateUser: ({ subject, path, body }) => {
      const user = getManagedUser(subject, path.userId);
      const deptId = readId(body.deptId);
      const role = readNumber(body.role);
      requirePermission(subject, deptId ?? user.deptId, role);
      changeUser(drive, user, { deptId, role, status: readNumber(body.status) });
      return {};
    },
    deleteUser: ({ subject, path }) => {
      deleteUser(drive, getManagedUser(subject, path.userId));
      return {};
    },
  };
}

import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { deleteGroupSpace, deleteSpace } from '../spaces/space-lifecycle.js';
import { SpaceKind } from '../spaces/spaces.js';
import { TenantRole, UserStatus, type User } from './users.js';

const placeholderMobile = '008613900000000';

/**
 * Adds a user of OrgID, who is not activated until the first sign-in.
 * @param deptId default: the root department
 * @param role a number of TenantRole; default: a common user
 * @throws OperationError invalidParameter (added already), notFound (no such department) or insufficientSpace (the
 *   subscription covers no more users); the codes are inferred
 */
export function createUser(
  drive: Drive,
  orgUserId: string,
  deptId: string | undefined,
  role: number | undefined,
): User {
  if (drive.users.list().some((user) => user.orgUserId === orgUserId))
    throw new OperationError(errorCodes.invalidParameter, 'userId: there already');
  if (drive.users.size >= drive.users.maxUsers) throw new OperationError(errorCodes.insufficientSpace);
  const department = drive.departments.get(deptId ?? drive.departments.root.id);
  return drive.users.add({
    userId: drive.ids.nextNumericId(),
    orgUserId,
    name: `User ${orgUserId.slice(-4)}`,
    mobile: placeholderMobile,
    role: role ?? TenantRole.common,
    status: UserStatus.notActivated,
    deptId: department.id,
  });
}

/** Undefined members stay unchanged. */
export interface UserChange {
  readonly deptId: string | undefined;
  readonly role: number | undefined;
  readonly status: number | undefined;
}

/** @throws OperationError notFound (no such department) */
export function changeUser(drive: Drive, user: User, { deptId, role, status }: UserChange): void {
  if (deptId !== undefined) user.deptId = drive.departments.get(deptId).id;
  user.role = role ?? user.role;
  user.status = status ?? user.status;
}

/**
 * Deletes a user, with the user's own spaces and own groups.
 * @throws OperationError invalidParameter (the user is enabled). Only a user who is disabled or not activated can be
 *   deleted (facts/organization.md; the code is inferred).
 */
export function deleteUser(drive: Drive, user: User): void {
  if (user.status === UserStatus.enabled) throw new OperationError(errorCodes.invalidParameter, 'the user is enabled');
  for (const space of drive.spaces.listByOwner(user.userId, SpaceKind.individual)) deleteSpace(drive, space);
  for (const group of drive.groups.listByMember(user.userId)) {
    if (group.ownerId === user.userId) deleteGroupSpace(drive, group.id);
    else group.members.delete(user.userId);
  }
  drive.users.remove(user.userId);
}

import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { deleteGroupSpace, deleteSpace } from '../spaces/space-lives.js';
import { SpaceKind } from '../spaces/spaces.js';
import { Role, UserStatus, type User } from './users.js';

/**
 * Adds a person of OrgID, not activated until the first sign in. Refuses with 13000102 (added already), 13000309 (no
 * such department) and 13000311 (no user left in the subscription); the codes are inferred.
 */
export function createUser(
  drive: Drive,
  orgUserId: string,
  deptId: string | undefined,
  role: number | undefined,
): User {
  if (drive.users.list().some((user) => user.orgUserId === orgUserId))
    throw new Refusal(13000102, 'userId: there already');
  if (drive.users.size >= drive.users.most) throw new Refusal(13000311);
  const department = drive.departments.get(deptId ?? drive.departments.root.id);
  return drive.users.add({
    ...{ userId: drive.ids.number(), orgUserId, deptId: department.id, role: role ?? Role.common },
    ...{ name: `User ${orgUserId.slice(-4)}`, mobile: '008613900000000', status: UserStatus.notActivated },
  });
}

export interface UserChange {
  readonly deptId: string | undefined;
  readonly role: number | undefined;
  readonly status: number | undefined;
}

export function changeUser(drive: Drive, user: User, { deptId, role, status }: UserChange): void {
  if (deptId !== undefined) user.deptId = drive.departments.get(deptId).id;
  user.role = role ?? user.role;
  user.status = status ?? user.status;
}

/**
 * Removes a user with own spaces and own groups. Refuses with 13000102 a user who is enabled: only who is disabled or
 * was never activated can be removed (facts/organization.md; the code is inferred).
 */
export function deleteUser(drive: Drive, user: User): void {
  if (user.status === UserStatus.enabled) throw new Refusal(13000102, 'the user is enabled');
  for (const space of drive.spaces.ownedBy(user.userId, SpaceKind.individual)) deleteSpace(drive, space);
  for (const group of drive.groups.of(user.userId)) {
    if (group.ownerId === user.userId) deleteGroupSpace(drive, group.id);
    else group.members.delete(user.userId);
  }
  drive.users.remove(user.userId);
}

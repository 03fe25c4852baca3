import { errorCodes } from '../../contract/errors.js';
import { OperationError, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { TenantRole, type User } from '../organization/users.js';
import { SpaceKind, SpaceStatus, type Space } from './spaces.js';

/**
 * A subject for an access check of a user who need not be the caller. No access check reads `via`; the type requires it.
 */
export const createUserSubject = (userId: string): Subject => ({ kind: 'user', userId, via: 'session' });

/**
 * The user who makes a call.
 * @throws OperationError invalidParameter (the credential belongs to no user) or notFound (the user was deleted)
 */
export function requireUser(drive: Drive, subject: Subject): User {
  if (subject.kind !== 'user') throw new OperationError(errorCodes.invalidParameter, 'this operation is for a user');
  return drive.users.get(subject.userId);
}

/**
 * The subject of a call with an app token: the user in the header X-User-Id, else the app. Inferred: the pages that require
 * the app token list this header too, and describe what an administrator sees.
 */
export function resolveSubject({ subject, headers }: OperationRequest): Subject {
  const userId = headers['x-user-id'];
  return subject.kind === 'app' && userId ? { kind: 'user', userId, via: 'signature' } : subject;
}

export function isSystemAdministrator(drive: Drive, subject: Subject): boolean {
  if (subject.kind === 'app') return true;
  return subject.kind === 'user' && drive.users.find(subject.userId)?.role === TenantRole.systemAdministrator;
}

/**
 * Whether the subject may use the files of a space. A user may use the own individual spaces, the spaces of the own
 * department and of the departments above it, and the spaces of the own groups. The system administrator may use every team
 * space (the contract's scope note on Search). The app acts for the tenant and may use every space (inferred).
 */
export function canAccessSpace(drive: Drive, subject: Subject, space: Space): boolean {
  if (subject.kind === 'app') return true;
  if (subject.kind !== 'user') return false;
  const user = drive.users.find(subject.userId);
  if (!user) return false;
  if (space.kind === SpaceKind.individual) return space.ownerId === user.userId;
  if (user.role === TenantRole.systemAdministrator) return true;
  if (space.kind === SpaceKind.group) return drive.groups.find(space.ownerId)?.members.has(user.userId) ?? false;
  return drive.departments.listSelfAndAncestors(user.deptId).some((department) => department.id === space.ownerId);
}

/**
 * A space whose files the subject may use.
 * @throws OperationError spaceNotFound (no such space), permissionDenied (no access) or spaceNotActivated (the space is
 *   disabled)
 */
export function getAccessibleSpace(drive: Drive, subject: Subject, containerId: string): Space {
  const space = drive.spaces.get(containerId);
  if (!canAccessSpace(drive, subject, space)) throw new OperationError(errorCodes.permissionDenied, containerId);
  if (space.status !== SpaceStatus.normal) throw new OperationError(errorCodes.spaceNotActivated, containerId);
  return space;
}

/** Whether the subject is a system administrator, or the administrator of the department or of a department above it. */
export function canManageDepartment(drive: Drive, subject: Subject, deptId: string): boolean {
  if (isSystemAdministrator(drive, subject)) return true;
  if (subject.kind !== 'user') return false;
  const user = drive.users.find(subject.userId);
  if (user?.role !== TenantRole.departmentAdministrator) return false;
  return drive.departments.listSelfAndAncestors(deptId).some((department) => department.id === user.deptId);
}

/** Whether the subject may change or delete the space itself, not only its files. */
export function canManageSpace(drive: Drive, subject: Subject, space: Space): boolean {
  if (isSystemAdministrator(drive, subject)) return true;
  if (space.kind === SpaceKind.department) return canManageDepartment(drive, subject, space.ownerId);
  if (space.kind === SpaceKind.group) {
    return subject.kind === 'user' && drive.groups.find(space.ownerId)?.ownerId === subject.userId;
  }
  const owner = drive.users.find(space.ownerId);
  return owner !== undefined && canManageDepartment(drive, subject, owner.deptId);
}

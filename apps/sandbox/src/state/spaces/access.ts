import { type OperationRequest, Refusal, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { Role, type User } from '../organization/users.js';
import { SpaceKind, SpaceStatus, type Space } from './spaces.js';

/** The user behind a call. Refuses with 13000102 when the credential is the app's alone. */
export function callerOf(drive: Drive, subject: Subject): User {
  if (subject.kind !== 'user') throw new Refusal(13000102, 'this operation is for a user');
  return drive.users.get(subject.userId);
}

/**
 * Whom an app token speaks for: the user it names in X-User-Id, else the app. Inferred: the pages that want the token list
 * that header too, and tell what an administrator sees.
 */
export function spokenFor({ subject, headers }: OperationRequest): Subject {
  const userId = headers['x-user-id'];
  return subject.kind === 'app' && userId ? { kind: 'user', userId, via: 'signature' } : subject;
}

export function isSystemAdministrator(drive: Drive, subject: Subject): boolean {
  if (subject.kind === 'app') return true;
  return subject.kind === 'user' && drive.users.find(subject.userId)?.role === Role.systemAdministrator;
}

/**
 * Whether the subject may use the files of a space: one's own individual spaces, the spaces of one's department and of
 * those above it, groups one is a member of. The tenant administrator reaches every team space (the contract's scope
 * note on Search), and the app itself, which acts for the tenant, reaches all (inferred).
 */
export function mayReach(drive: Drive, subject: Subject, space: Space): boolean {
  if (subject.kind === 'app') return true;
  if (subject.kind !== 'user') return false;
  const user = drive.users.find(subject.userId);
  if (!user) return false;
  if (space.kind === SpaceKind.individual) return space.ownerId === user.userId;
  if (user.role === Role.systemAdministrator) return true;
  if (space.kind === SpaceKind.group) return drive.groups.find(space.ownerId)?.members.has(user.userId) ?? false;
  return drive.departments.chain(user.deptId).some((department) => department.id === space.ownerId);
}

/**
 * A space whose files the subject may use. Refuses with 13000301 (no such space), 13000410 (no right to it) and
 * 13000412 (not active).
 */
export function openSpace(drive: Drive, subject: Subject, containerId: string): Space {
  const space = drive.spaces.get(containerId);
  if (!mayReach(drive, subject, space)) throw new Refusal(13000410, containerId);
  if (space.status !== SpaceStatus.normal) throw new Refusal(13000412, containerId);
  return space;
}

/** Whether the user manages the department: as system administrator, or as administrator of it or of one above it. */
export function managesDepartment(drive: Drive, subject: Subject, deptId: string): boolean {
  if (isSystemAdministrator(drive, subject)) return true;
  if (subject.kind !== 'user') return false;
  const user = drive.users.find(subject.userId);
  if (user?.role !== Role.departmentAdministrator) return false;
  return drive.departments.chain(deptId).some((department) => department.id === user.deptId);
}

/** Whether the subject may change or remove the space itself, not only its files. */
export function managesSpace(drive: Drive, subject: Subject, space: Space): boolean {
  if (isSystemAdministrator(drive, subject)) return true;
  if (space.kind === SpaceKind.department) return managesDepartment(drive, subject, space.ownerId);
  if (space.kind === SpaceKind.group) {
    return subject.kind === 'user' && drive.groups.find(space.ownerId)?.ownerId === subject.userId;
  }
  const owner = drive.users.find(space.ownerId);
  return owner !== undefined && managesDepartment(drive, subject, owner.deptId);
}

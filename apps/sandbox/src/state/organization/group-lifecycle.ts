import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { checkGroupName, createGroupSpace, maxGroupMembers } from '../spaces/space-lifecycle.js';
import { createGroupMember, GroupRole, GroupSource, type Group } from './groups.js';

/** Groups in which a user may be a member (facts/organization.md). */
const maxGroupsPerUser = 200;

/**
 * Creates a group. A group with source type 0 has a space (inferred).
 * @throws OperationError invalidParameter (invalid name), duplicateName (the owner has a group of that name) or
 *   insufficientSpace (not enough storage is available)
 */
export function createGroup(drive: Drive, name: string, sourceType: number, ownerId: string): Group {
  if (sourceType === GroupSource.group) {
    return createGroupSpace(drive, { name, ownerId, iconUrl: '', capacityGb: undefined, memberIds: [] }).group;
  }
  checkGroupName(drive, name, ownerId, sourceType);
  const now = drive.clock.now();
  const members = new Map([[ownerId, createGroupMember(ownerId, GroupRole.owner, now)]]);
  const id = drive.ids.nextNumericId();
  return drive.groups.add({ id, name, ownerId, sourceType, iconUrl: '', members, createdAt: now, updatedAt: now });
}

export interface GroupChange {
  readonly name: string;
  readonly iconUrl: string | undefined;
  /** The member whose role changes to `role`. Default: the caller. */
  readonly userId: string | undefined;
  /** A number of GroupRole. 0 transfers the ownership of the group. */
  readonly role: number | undefined;
  /** Whether the caller has pinned the group. */
  readonly pinned: boolean | undefined;
}

/**
 * Changes a group. Every member may pin it; only the owner and administrators may change more.
 * @throws OperationError permissionDenied (not allowed), notFound (no such member), duplicateName (the owner has a
 *   group of that name) or invalidParameter (invalid name, or the owner would lose the role without a transfer)
 */
export function changeGroup(drive: Drive, group: Group, callerId: string, change: GroupChange): void {
  const member = group.members.get(callerId);
  const { name, iconUrl, userId, role, pinned } = change;
  const changesMore = name !== group.name || iconUrl !== undefined || role !== undefined;
  if (!member || (changesMore && !isOwnerOrAdministrator(group, callerId)))
    throw new OperationError(errorCodes.permissionDenied, group.id);
  if (name !== group.name) checkGroupName(drive, name, group.ownerId, group.sourceType);
  if (role !== undefined) changeRole(group, callerId, userId ?? callerId, role, drive.clock.now());
  group.name = name;
  group.iconUrl = iconUrl ?? group.iconUrl;
  member.pinned = pinned ?? member.pinned;
  group.updatedAt = drive.clock.now();
}

/** Whether the user is the owner or an administrator of the group. */
export function isOwnerOrAdministrator(group: Group, userId: string): boolean {
  const role = group.members.get(userId)?.role;
  return role === GroupRole.owner || role === GroupRole.administrator;
}

function changeRole(group: Group, callerId: string, userId: string, role: number, now: number): void {
  const member = group.members.get(userId);
  if (!member) throw new OperationError(errorCodes.notFound, userId);
  if (member.role === GroupRole.owner && role !== GroupRole.owner)
    throw new OperationError(errorCodes.invalidParameter, 'hand the group over first');
  if (role === GroupRole.owner && userId !== group.ownerId) {
    if (callerId !== group.ownerId) throw new OperationError(errorCodes.permissionDenied, group.id);
    const owner = group.members.get(group.ownerId);
    if (owner) owner.role = GroupRole.administrator;
    group.ownerId = userId;
  }
  member.role = role;
  member.updatedAt = now;
}

/**
 * Adds members. Returns the ids that were not added: no such user, already a member, or the group or the user has reached its
 * limit.
 */
export function addMembers(drive: Drive, group: Group, userIds: readonly string[]): string[] {
  return userIds.filter((userId) => {
    const isLimitReached =
      group.members.size >= maxGroupMembers || drive.groups.listByMember(userId).length >= maxGroupsPerUser;
    if (isLimitReached || group.members.has(userId) || !drive.users.find(userId)) return true;
    group.members.set(userId, createGroupMember(userId, GroupRole.member, drive.clock.now()));
    return false;
  });
}

/** Removes members. Returns the ids that were not removed: not a member, or the owner. */
export function removeMembers(group: Group, userIds: readonly string[]): string[] {
  return userIds.filter((userId) => userId === group.ownerId || !group.members.delete(userId));
}

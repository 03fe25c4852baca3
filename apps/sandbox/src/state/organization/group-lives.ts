import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { checkGroupName, createGroupSpace, MOST_MEMBERS } from '../spaces/space-lives.js';
import { GroupRole, GroupSource, newMember, type Group } from './groups.js';

/** A user may be in so many groups (facts/organization.md). */
const MOST_GROUPS = 200;

/** Makes a group; one of kind 0 comes with a space (inferred). Refuses with 13000102, 13000405 and 13000311. */
export function createGroup(drive: Drive, name: string, sourceType: number, ownerId: string): Group {
  if (sourceType === GroupSource.group) {
    return createGroupSpace(drive, { name, ownerId, iconUrl: '', capacityGb: undefined, memberIds: [] }).group;
  }
  checkGroupName(drive, name, ownerId, sourceType);
  const now = drive.clock.now();
  const members = new Map([[ownerId, newMember(ownerId, GroupRole.owner, now)]]);
  const id = drive.ids.number();
  return drive.groups.add({ id, name, ownerId, sourceType, iconUrl: '', members, createdAt: now, updatedAt: now });
}

export interface GroupChange {
  readonly name: string;
  readonly iconUrl: string | undefined;
  /** Whose role changes, and to what; 0 hands the group over. */
  readonly userId: string | undefined;
  readonly role: number | undefined;
  readonly pinned: boolean | undefined;
}

/** Changes a group for a member; only the owner and administrators may do more than pin it for themselves. */
export function changeGroup(drive: Drive, group: Group, callerId: string, change: GroupChange): void {
  const member = group.members.get(callerId);
  const { name, iconUrl, userId, role, pinned } = change;
  const changesMore = name !== group.name || iconUrl !== undefined || role !== undefined;
  if (!member || (changesMore && !leads(group, callerId))) throw new Refusal(13000410, group.id);
  if (name !== group.name) checkGroupName(drive, name, group.ownerId, group.sourceType);
  if (role !== undefined) changeRole(group, callerId, userId ?? callerId, role, drive.clock.now());
  group.name = name;
  group.iconUrl = iconUrl ?? group.iconUrl;
  member.pinned = pinned ?? member.pinned;
  group.updatedAt = drive.clock.now();
}

/** Whether the user is the owner or an administrator of the group. */
export function leads(group: Group, userId: string): boolean {
  const role = group.members.get(userId)?.role;
  return role === GroupRole.owner || role === GroupRole.administrator;
}

function changeRole(group: Group, callerId: string, userId: string, role: number, now: number): void {
  const member = group.members.get(userId);
  if (!member) throw new Refusal(13000309, userId);
  if (member.role === GroupRole.owner && role !== GroupRole.owner)
    throw new Refusal(13000102, 'hand the group over first');
  if (role === GroupRole.owner && userId !== group.ownerId) {
    if (callerId !== group.ownerId) throw new Refusal(13000410, group.id);
    const owner = group.members.get(group.ownerId);
    if (owner) owner.role = GroupRole.administrator;
    group.ownerId = userId;
  }
  member.role = role;
  member.updatedAt = now;
}

/** Adds people; answers the ids that could not be: no such user, in it already, group or user full. */
export function addMembers(drive: Drive, group: Group, userIds: readonly string[]): string[] {
  return userIds.filter((userId) => {
    const full = group.members.size >= MOST_MEMBERS || drive.groups.of(userId).length >= MOST_GROUPS;
    if (full || group.members.has(userId) || !drive.users.find(userId)) return true;
    group.members.set(userId, newMember(userId, GroupRole.member, drive.clock.now()));
    return false;
  });
}

/** Removes people; answers the ids that could not be: not in it, or the owner. */
export function removeMembers(group: Group, userIds: readonly string[]): string[] {
  return userIds.filter((userId) => userId === group.ownerId || !group.members.delete(userId));
}

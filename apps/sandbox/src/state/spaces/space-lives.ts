import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { forgetContents } from '../files/moving.js';
import { GroupRole, GroupSource, newMember, type Group } from '../organization/groups.js';
import type { Grant } from '../permissions/grants.js';
import { kilobytes, SpaceKind, SpaceStatus, type Space } from './spaces.js';

const LONGEST_GROUP_NAME = 30;
export const MOST_MEMBERS = 200;
/** A group space begins with so much, when nothing is said (facts/spaces.md). */
const GROUP_CAPACITY_GB = 10;

export interface NewSpace {
  readonly kind: SpaceKind;
  readonly ownerId: string;
  readonly capacityGb: number;
  readonly creatorId: string;
  /** For seed data, whose ids and times are fixed. */
  readonly containerId?: string;
  readonly createdAt?: number;
}

/** Makes a space with its two roots. Refuses with 13000102 (capacity) and 13000311. */
export function createSpace(drive: Drive, wish: NewSpace): Space {
  const { kind, ownerId, capacityGb, creatorId } = wish;
  checkCapacity(capacityGb);
  drive.allocation.check(kind, capacityGb);
  const now = wish.createdAt ?? drive.clock.now();
  const space = drive.spaces.add({
    ...{ containerId: wish.containerId ?? drive.ids.container(), kind, ownerId, capacityGb, creatorId },
    ...{ rootFileId: drive.ids.file(), status: SpaceStatus.normal, usedBytes: 0 },
    ...{ createdAt: now, modifierId: creatorId, updatedAt: now },
  });
  drive.tree.addSpace(space.containerId, creatorId, now);
  return space;
}

export interface SpaceChange {
  readonly capacityGb: number | undefined;
  readonly status: number | undefined;
  readonly modifierId: string;
}

/** Resizes, enables or disables a space. Refuses with 13000102 (smaller than what is used) and 13000311. */
export function changeSpace(drive: Drive, space: Space, { capacityGb, status, modifierId }: SpaceChange): void {
  if (capacityGb !== undefined) {
    checkCapacity(capacityGb);
    if (kilobytes(space.usedBytes) > capacityGb * 2 ** 20) throw new Refusal(13000102, 'capacity: less than is used');
    drive.allocation.check(space.kind, capacityGb - space.capacityGb);
    space.capacityGb = capacityGb;
  }
  if (status !== undefined) space.status = status;
  space.modifierId = modifierId;
  space.updatedAt = drive.clock.now();
}

/** Removes a space with all its files. */
export function deleteSpace(drive: Drive, space: Space): void {
  for (const gone of drive.tree.removeSpace(space.containerId)) forgetContents(drive, gone);
  drive.spaces.remove(space.containerId);
  drive.grants.forget(space);
}

export interface NewGroupSpace {
  readonly name: string;
  readonly ownerId: string;
  readonly iconUrl: string;
  readonly capacityGb: number | undefined;
  readonly memberIds: readonly string[];
  /** What members may do, by their ids. */
  readonly grants?: ReadonlyMap<string, Grant>;
}

/**
 * Makes a group with its space; who is not a user comes back in `failed`. Refuses with 13000102 (name, number of
 * members), 13000405 (a name the creator has used) and 13000311.
 */
export function createGroupSpace(drive: Drive, wish: NewGroupSpace): { group: Group; failed: string[] } {
  checkGroupName(drive, wish.name, wish.ownerId, GroupSource.group);
  const known = wish.memberIds.filter((id) => id !== wish.ownerId && drive.users.find(id));
  if (known.length + 1 > MOST_MEMBERS) throw new Refusal(13000102, `more than ${MOST_MEMBERS} members`);
  const now = drive.clock.now();
  const { name, ownerId, iconUrl } = wish;
  const group: Group = {
    ...{ id: drive.ids.number(), name, ownerId, iconUrl, sourceType: GroupSource.group },
    ...{ members: new Map(), createdAt: now, updatedAt: now },
  };
  const capacityGb = wish.capacityGb ?? GROUP_CAPACITY_GB;
  const { containerId } = createSpace(drive, {
    kind: SpaceKind.group,
    ownerId: group.id,
    capacityGb,
    creatorId: ownerId,
  });
  group.members.set(ownerId, newMember(ownerId, GroupRole.owner, now));
  for (const id of known) {
    group.members.set(id, newMember(id, GroupRole.member, now));
    const grant = wish.grants?.get(id);
    if (grant) drive.grants.give(containerId, id, grant);
  }
  drive.groups.add(group);
  return { group, failed: wish.memberIds.filter((id) => !group.members.has(id)) };
}

export function deleteGroupSpace(drive: Drive, groupId: string): void {
  for (const space of drive.spaces.ownedBy(groupId, SpaceKind.group)) deleteSpace(drive, space);
  drive.groups.remove(groupId);
}

/** Refuses with 13000102 (form) and 13000405 (the creator has a group of that name). */
export function checkGroupName(drive: Drive, name: string, ownerId: string, sourceType: number): void {
  const wrong = name.trim() === '' || name === '.' || name === '..' || /[<>|:"*?/\\]/.test(name);
  if (wrong || [...name].length > LONGEST_GROUP_NAME) throw new Refusal(13000102, 'name of the group');
  const namesake = drive.groups.list().some((group) => {
    return group.ownerId === ownerId && group.name === name && group.sourceType === sourceType;
  });
  if (namesake) throw new Refusal(13000405, name);
}

function checkCapacity(capacityGb: number): void {
  if (!Number.isInteger(capacityGb) || capacityGb < 1) throw new Refusal(13000102, 'capacity: whole GB, at least 1');
}

import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { releaseContents } from '../files/copy-move-delete.js';
import { hasForbiddenCharacter, isDotName } from '../files/file-names.js';
import { GroupRole, GroupSource, createGroupMember, type Group } from '../organization/groups.js';
import type { Grant } from '../permissions/grants.js';
import { gibibyteBytes, SpaceKind, SpaceStatus, type Space } from './spaces.js';

const maxGroupNameLength = 30;
export const maxGroupMembers = 200;
/** Capacity of a group space if the caller gives none (facts/spaces.md). */
const defaultGroupCapacityGb = 10;

export interface NewSpaceOptions {
  readonly kind: SpaceKind;
  readonly ownerId: string;
  readonly capacityGb: number;
  readonly creatorId: string;
  /** Given for seed data, whose ids and times are fixed. Default: a new id. */
  readonly containerId?: string;
  /** Given for seed data. Default: now. */
  readonly createdAt?: number;
}

/**
 * Creates a space with its two root folders.
 * @throws OperationError invalidParameter (capacity) or insufficientSpace (not enough storage of this kind is
 *   available)
 */
export function createSpace(drive: Drive, options: NewSpaceOptions): Space {
  const { kind, ownerId, capacityGb, creatorId } = options;
  checkCapacity(capacityGb);
  drive.allocation.checkAvailable(kind, capacityGb);
  const createdAt = options.createdAt ?? drive.clock.now();
  const space = drive.spaces.add({
    containerId: options.containerId ?? drive.ids.nextContainerId(),
    kind,
    ownerId,
    rootFileId: drive.ids.nextFileId(),
    capacityGb,
    status: SpaceStatus.normal,
    usedBytes: 0,
    creatorId,
    createdAt,
    modifierId: creatorId,
    updatedAt: createdAt,
  });
  drive.tree.addSpace(space.containerId, creatorId, createdAt);
  return space;
}

/** Undefined members stay unchanged. */
export interface SpaceChange {
  readonly capacityGb: number | undefined;
  readonly status: number | undefined;
  readonly modifierId: string;
}

/**
 * Resizes, enables or disables a space.
 * @throws OperationError invalidParameter (invalid capacity, or less than is used) or insufficientSpace (not enough
 *   storage is available)
 */
export function changeSpace(drive: Drive, space: Space, { capacityGb, status, modifierId }: SpaceChange): void {
  if (capacityGb !== undefined) {
    checkCapacity(capacityGb);
    if (space.usedBytes > capacityGb * gibibyteBytes)
      throw new OperationError(errorCodes.invalidParameter, 'capacity: less than is used');
    drive.allocation.checkAvailable(space.kind, capacityGb - space.capacityGb);
    space.capacityGb = capacityGb;
  }
  if (status !== undefined) space.status = status;
  space.modifierId = modifierId;
  space.updatedAt = drive.clock.now();
}

/** Deletes a space with all its files and grants. */
export function deleteSpace(drive: Drive, space: Space): void {
  for (const node of drive.tree.removeSpace(space.containerId)) releaseContents(drive, node);
  drive.spaces.remove(space.containerId);
  drive.grants.removeSpace(space);
}

export interface NewGroupSpaceOptions {
  readonly name: string;
  readonly ownerId: string;
  readonly iconUrl: string;
  /** Default: 10 GB. */
  readonly capacityGb: number | undefined;
  /** Members besides the owner. */
  readonly memberIds: readonly string[];
  /** Permissions of members in the space, by user id. */
  readonly grants?: ReadonlyMap<string, Grant>;
}

/**
 * Creates a group with its space. `failed` contains the member ids that belong to no user.
 * @throws OperationError invalidParameter (name, capacity or number of members), duplicateName (the creator has a group
 *   of that name) or insufficientSpace (not enough storage is available)
 */
export function createGroupSpace(drive: Drive, options: NewGroupSpaceOptions): { group: Group; failed: string[] } {
  const { name, ownerId, iconUrl, memberIds, grants } = options;
  checkGroupName(drive, name, ownerId, GroupSource.group);
  const knownMemberIds = memberIds.filter((id) => id !== ownerId && drive.users.find(id));
  if (knownMemberIds.length + 1 > maxGroupMembers)
    throw new OperationError(errorCodes.invalidParameter, `more than ${maxGroupMembers} members`);
  const now = drive.clock.now();
  const group: Group = {
    id: drive.ids.nextNumericId(),
    name,
    ownerId,
    sourceType: GroupSource.group,
    iconUrl,
    members: new Map(),
    createdAt: now,
    updatedAt: now,
  };
  const { containerId } = createSpace(drive, {
    kind: SpaceKind.group,
    ownerId: group.id,
    capacityGb: options.capacityGb ?? defaultGroupCapacityGb,
    creatorId: ownerId,
  });
  group.members.set(ownerId, createGroupMember(ownerId, GroupRole.owner, now));
  for (const id of knownMemberIds) {
    group.members.set(id, createGroupMember(id, GroupRole.member, now));
    const grant = grants?.get(id);
    if (grant) drive.grants.set(containerId, id, grant);
  }
  drive.groups.add(group);
  return { group, failed: memberIds.filter((id) => !group.members.has(id)) };
}

/** Deletes a group with its space. */
export function deleteGroupSpace(drive: Drive, groupId: string): void {
  for (const space of drive.spaces.listByOwner(groupId, SpaceKind.group)) deleteSpace(drive, space);
  drive.groups.remove(groupId);
}

/** @throws OperationError invalidParameter (invalid name) or duplicateName (the owner has a group of that name) */
export function checkGroupName(drive: Drive, name: string, ownerId: string, sourceType: number): void {
  const isInvalid = name.trim() === '' || isDotName(name) || hasForbiddenCharacter(name);
  if (isInvalid || [...name].length > maxGroupNameLength)
    throw new OperationError(errorCodes.invalidParameter, 'name of the group');
  const isTaken = drive.groups.list().some((group) => {
    return group.ownerId === ownerId && group.name === name && group.sourceType === sourceType;
  });
  if (isTaken) throw new OperationError(errorCodes.duplicateName, name);
}

function checkCapacity(capacityGb: number): void {
  if (!Number.isInteger(capacityGb) || capacityGb < 1)
    throw new OperationError(errorCodes.invalidParameter, 'capacity: whole GB, at least 1');
}

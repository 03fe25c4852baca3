import { type BoundClient, parseId, type OperationOutput } from '#koodrive';
import { ProblemError } from '#problem';
import { createBulkResult, type BulkItemResult } from '../http/response/bulk-result.js';
import { toPartialFailure, toProblemFromCode } from '../http/problems/koodrive-problems.js';
import { toCapabilityFlags, toUpstreamGrant } from '../upstream/capabilities.js';
import { readableList, required, requiredId } from '../upstream/required.js';
import { type SpaceKind, upstreamSpaceKindCodes, toSpaceKind } from '../upstream/space-kinds.js';
import { bytesToGigabytes } from '../upstream/bytes-to-gigabytes.js';
import type { ChangeSpaceBody, CreatedSpace, CreateSpaceBody, InitialMember } from './space-lifecycle.dto.js';
import type { Space } from './spaces.dto.js';
import { readSpace, readSpacesOfUser, spaceStateCodes, toSpace } from './spaces.upstream.js';

/** The identifiers that changes of a space require. */
interface OwnedSpace {
  readonly id: string;
  readonly kind: SpaceKind;
  readonly ownerId: string;
}

/**
 * Read before each change and not cached. The owner may have another space in the meantime, and the upstream may ignore
 * the id of the space if an owner can have only one.
 */
export async function readOwnedSpace(koodrive: BoundClient, spaceId: string): Promise<OwnedSpace> {
  const wire = await koodrive.call('getSpaceByContainerID', { containerId: spaceId });
  return {
    id: spaceId,
    kind: required(toSpaceKind(wire.type), wire, 'type', 'a kind of space'),
    ownerId: requiredId(wire, 'ownerId'),
  };
}

interface CreateSpaceOptions {
  readonly kind: 'individual' | 'department';
  readonly ownerId: string;
  /** Bytes. */
  readonly capacity: number;
  readonly capabilities?: CreateSpaceBody['capabilities'];
}

/**
 * Creates a space and reads it. The documented example of a success has no space. In this case, the new space is the
 * only one of its owner.
 *
 * @throws ProblemError invalid-input for a capacity that is not a multiple of 1 GB
 * @throws ProblemError outcome-unknown if the response has no space and the owner does not have exactly one
 */
export async function createSpace(koodrive: BoundClient, options: CreateSpaceOptions): Promise<Space> {
  const { kind, ownerId, capacity, capabilities } = options;
  const created: OperationOutput<'createSpace'> | undefined = await koodrive.call('createSpace', {
    ownerId,
    type: upstreamSpaceKindCodes[kind],
    capacity: String(bytesToGigabytes(capacity, '/capacity')),
    capabilities: capabilities && toCapabilityFlags(capabilities),
  });
  const spaceId = parseId(created?.containerId);
  if (spaceId !== undefined) return readSpace(koodrive, spaceId);
  const { items, omitted } =
    kind === 'individual'
      ? await readSpacesOfUser(koodrive, ownerId)
      : { items: [await readSpaceOfOwner(koodrive, kind, ownerId)], omitted: undefined };
  const [space, ...otherSpaces] = items;
  if (space && otherSpaces.length === 0 && omitted === undefined) return space;
  throw new ProblemError('outcome-unknown', { upstream: { operation: 'createSpace' } });
}

/** The only space of a department or group. */
const readSpaceOfOwner = async (koodrive: BoundClient, kind: SpaceKind, ownerId: string): Promise<Space> =>
  toSpace(await koodrive.call('getSpace', { ownerId, type: String(upstreamSpaceKindCodes[kind]) as '0' | '1' | '2' }));

/**
 * One result for each requested member. A response with status 200 may name users who could not be added.
 *
 * @param failedList the ids of these users
 */
export function toMemberResults(
  members: readonly InitialMember[],
  failedList: readonly string[] = [],
): BulkItemResult[] {
  const problem = toPartialFailure(toProblemFromCode('createGroupSpace'));
  const failedMembers = new Map(failedList.map((userId) => [String(userId), problem]));
  return createBulkResult(
    members.map(({ userId }) => userId),
    failedMembers,
  ).items;
}

interface CreateGroupSpaceOptions {
  readonly name: string;
  /** Bytes. */
  readonly capacity?: number;
  readonly iconUrl?: string;
  readonly members: readonly InitialMember[];
}

/**
 * Creates a group with its space and reads the space. The `id` in the response belongs to the group, not to the space.
 *
 * @throws ProblemError invalid-input for a capacity that is not a multiple of 1 GB
 */
export async function createGroupSpace(koodrive: BoundClient, options: CreateGroupSpaceOptions): Promise<CreatedSpace> {
  const { name, capacity, iconUrl, members } = options;
  const created = await koodrive.call('createGroupSpace', {
    name,
    capacity: capacity === undefined ? undefined : bytesToGigabytes(capacity, '/capacity'),
    iconUrl,
    addGroupUsers: members.map((member) => ({ userId: member.userId, ...toUpstreamGrant(member) })),
  });
  const space = await readSpaceOfOwner(koodrive, 'group', requiredId(created, 'id'));
  return { ...space, name, members: toMemberResults(members, readableList(created, 'failedList')) };
}

/** @throws ProblemError invalid-input for a capacity that is not a multiple of 1 GB */
export async function changeSpace(
  koodrive: BoundClient,
  space: OwnedSpace & { readonly kind: 'individual' | 'department' },
  { capacity, status }: ChangeSpaceBody,
): Promise<Space> {
  await koodrive.call('updateSpace', {
    ownerId: space.ownerId,
    type: upstreamSpaceKindCodes[space.kind],
    containerId: space.id,
    capacity: capacity === undefined ? undefined : String(bytesToGigabytes(capacity, '/capacity')),
    status: status && spaceStateCodes[status],
  });
  return readSpace(koodrive, space.id);
}

/** Deletes a space. The group of a group space is deleted too. */
export async function deleteSpace(
  koodrive: BoundClient,
  { id: containerId, kind, ownerId }: OwnedSpace,
): Promise<void> {
  if (kind === 'group') await koodrive.call('deleteGroupSpace', { groupId: ownerId });
  else await koodrive.call('deleteSpace', { ownerId, type: upstreamSpaceKindCodes[kind], containerId });
}

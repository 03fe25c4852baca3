import { type BoundClient, id, type Output } from '#koodrive';
import { ProblemError } from '#problem';
import { batchResult, type EntryResult } from '../http/answer/entry-result.js';
import { partProblem, problemOfCode } from '../http/problems/koodrive-problems.js';
import { toFlags, toGrant } from '../upstream/capabilities.js';
import { demand } from '../upstream/demand.js';
import { type SpaceKind, spaceKindCodes, toSpaceKind } from '../upstream/space-kinds.js';
import { wholeGigabytes } from '../upstream/whole-gigabytes.js';
import type { ChangeSpaceBody, CreatedSpace, CreateSpaceBody, FirstMember } from './space-lives.dto.js';
import type { Space } from './spaces.dto.js';
import { getSpace, spacesOfUser, spaceStateCodes, toSpace } from './spaces.upstream.js';

/** What of a space its changes are addressed by. */
export interface OwnedSpace {
  readonly id: string;
  readonly kind: SpaceKind;
  readonly ownerId: string;
}

/**
 * Read anew each time: an owner may have another space by now, and the upstream may not look at the space's own id
 * where an owner can have one only.
 */
export async function ownedSpace(koodrive: BoundClient, spaceId: string): Promise<OwnedSpace> {
  const wire = await koodrive.call('getSpaceByContainerID', { containerId: spaceId });
  return { id: spaceId, kind: demand(toSpaceKind(wire.type)), ownerId: demand(id(wire.ownerId)) };
}

export interface NewSpace {
  readonly kind: 'individual' | 'department';
  readonly ownerId: string;
  /** Bytes. */
  readonly capacity: number;
  readonly capabilities?: CreateSpaceBody['capabilities'];
}

/**
 * Makes a space and reads it back. The example of a success holds no space: it then is the owner's only one.
 *
 * @throws ProblemError invalid-input for a capacity that is not in whole GB
 * @throws ProblemError outcome-unknown where nothing tells which of the owner's spaces is the new one
 */
export async function createSpace(koodrive: BoundClient, wish: NewSpace): Promise<Space> {
  const { kind, ownerId, capacity, capabilities } = wish;
  const made: Output<'createSpace'> | undefined = await koodrive.call('createSpace', {
    ownerId,
    type: spaceKindCodes[kind],
    capacity: String(wholeGigabytes(capacity, '/capacity')),
    ...(capabilities && { capabilities: toFlags(capabilities) }),
  });
  const told = id(made?.containerId);
  if (told !== undefined) return getSpace(koodrive, told);
  const [only, ...others] =
    kind === 'individual' ? await spacesOfUser(koodrive, ownerId) : [await spaceOf(koodrive, kind, ownerId)];
  if (only && others.length === 0) return only;
  throw new ProblemError('outcome-unknown', { upstream: { operation: 'createSpace' } });
}

/** The one space of an owner. */
const spaceOf = async (koodrive: BoundClient, kind: SpaceKind, ownerId: string): Promise<Space> =>
  toSpace(await koodrive.call('getSpace', { ownerId, type: String(spaceKindCodes[kind]) as '0' | '1' | '2' }));

/** One result for each user asked for; a 200 may still name some who could not be added. */
export function toMemberResults(members: readonly FirstMember[], failedList: readonly string[] = []): EntryResult[] {
  const problem = partProblem(problemOfCode('createGroupSpace', null));
  const failed = new Map(failedList.map((userId) => [String(userId), problem]));
  return batchResult(
    members.map(({ userId }) => userId),
    failed,
  ).items;
}

export interface NewGroupSpace {
  readonly name: string;
  readonly capacity?: number | undefined;
  readonly iconUrl?: string | undefined;
  readonly members: readonly FirstMember[];
}

/**
 * Makes a group with its space and reads the space back. The `id` answered is the group's: that of the space is another.
 *
 * @throws ProblemError invalid-input for a capacity that is not in whole GB
 */
export async function createGroupSpace(koodrive: BoundClient, wish: NewGroupSpace): Promise<CreatedSpace> {
  const { name, capacity, iconUrl, members } = wish;
  const made = await koodrive.call('createGroupSpace', {
    name,
    ...(capacity !== undefined && { capacity: wholeGigabytes(capacity, '/capacity') }),
    ...(iconUrl && { iconUrl }),
    addGroupUsers: members.map((member) => ({ userId: member.userId, ...toGrant(member) })),
  });
  const space = await spaceOf(koodrive, 'group', demand(id(made.id)));
  return { ...space, name, members: toMemberResults(members, made.failedList) };
}

/** @throws ProblemError invalid-input for a capacity that is not in whole GB */
export async function changeSpace(
  koodrive: BoundClient,
  space: OwnedSpace & { readonly kind: 'individual' | 'department' },
  { capacity, status }: ChangeSpaceBody,
): Promise<Space> {
  await koodrive.call('updateSpace', {
    ownerId: space.ownerId,
    type: spaceKindCodes[space.kind],
    containerId: space.id,
    ...(capacity !== undefined && { capacity: String(wholeGigabytes(capacity, '/capacity')) }),
    ...(status && { status: spaceStateCodes[status] }),
  });
  return getSpace(koodrive, space.id);
}

/** A group goes with its space. */
export async function deleteSpace(
  koodrive: BoundClient,
  { id: containerId, kind, ownerId }: OwnedSpace,
): Promise<void> {
  if (kind === 'group') await koodrive.call('deleteGroupSpace', { groupId: ownerId });
  else await koodrive.call('deleteSpace', { ownerId, type: spaceKindCodes[kind], containerId });
}

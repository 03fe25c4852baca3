import { type BoundClient, id, type Item, KooDriveError, moment, type Output } from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { concatenate, type Source } from '../http/answer/concatenate.js';
import type { Page } from '../http/input/page.js';
import { demand, demandText } from '../upstream/demand.js';
import {
  type ChangeGroupBody,
  type CreateGroupBody,
  type Group,
  type GroupKind,
  groupKinds,
  type ListGroupsQuery,
} from './groups.dto.js';

/** getUserGroupList.sourceType; that a user group has no space is inferred. */
export const sourceTypes = { group: 0, 'user-group': 1 } as const satisfies Record<GroupKind, number>;

type GroupWire = Item<'getUserGroupList'> | NonNullable<Output<'getUserGroup'>['userGroup']>;

/** A group's own answer tells its kind, under a name that the example misspells (x-doc-conflict); lists do not. */
function kindIn(wire: GroupWire): GroupKind | undefined {
  const { sourceType, sourceTye } = wire as { readonly sourceType?: unknown; readonly sourceTye?: unknown };
  return groupKinds.find((kind) => String(sourceTypes[kind]) === String(sourceType ?? sourceTye));
}

export const toGroup =
  (asked: GroupKind) =>
  (wire: GroupWire): Group => ({
    id: demand(id(wire.id)),
    kind: kindIn(wire) ?? asked,
    name: demandText(wire.groupName),
    ownerId: id(wire.ownerId),
    iconUrl: 'iconUrl' in wire ? wire.iconUrl || undefined : undefined,
    createdAt: moment(wire.createdTime),
    modifiedAt: moment(wire.updatedTime),
  });

const groupsOf =
  (koodrive: BoundClient, kind: GroupKind, q: string | undefined): Source<Group> =>
  async (page) => {
    const found = await koodrive.page(
      'getUserGroupList',
      { sourceType: sourceTypes[kind], ...(q && { groupName: q }) },
      page,
    );
    return { ...found, items: found.items.map(toGroup(kind)) };
  };

/** The upstream lists one kind at a time: both, one after the other, where none is asked for. */
export function listGroups(koodrive: BoundClient, { kind, q, limit, cursor }: ListGroupsQuery): Promise<Page<Group>> {
  if (kind) return groupsOf(koodrive, kind, q)({ limit, ...(cursor && { cursor }) });
  return concatenate(
    groupKinds.map((each) => groupsOf(koodrive, each, q)),
    { limit, cursor },
  );
}

const notFound = '13000309';

/** The upstream wants to be told the kind of a group with its id: asked for one kind after the other (inferred). */
export async function readGroup(koodrive: BoundClient, groupId: string): Promise<Group> {
  const read = async (kind: GroupKind): Promise<Group> =>
    toGroup(kind)(demand((await koodrive.call('getUserGroup', { groupId, sourceType: sourceTypes[kind] })).userGroup));
  try {
    return await read('group');
  } catch (error) {
    if (error instanceof KooDriveError && error.code === notFound) return read('user-group');
    throw error;
  }
}

export async function createGroup(koodrive: BoundClient, { name, kind }: CreateGroupBody): Promise<Group> {
  const made = await koodrive.call('createUserGroup', { groupName: name, sourceType: sourceTypes[kind] });
  return readGroup(koodrive, demand(id(made.id)));
}

/** The upstream wants name and kind each time: what is not to change is read first. */
export async function changeGroup(koodrive: BoundClient, groupId: string, change: ChangeGroupBody): Promise<Group> {
  const before = await readGroup(koodrive, groupId);
  const { name = before.name, iconUrl, pinned } = change;
  await koodrive.call('updateUserGroup', {
    groupId,
    groupName: name,
    sourceType: sourceTypes[before.kind],
    ...(iconUrl && { iconUrl }),
    ...(pinned !== undefined && { top: pinned ? '1' : '0' }),
  });
  return readGroup(koodrive, groupId);
}

export async function deleteGroup(
  koodrive: BoundClient,
  groupId: string,
  confirmation: ConfirmationQuery,
): Promise<void> {
  requireConfirmation(confirmation, groupId);
  await koodrive.call('deleteUserGroup', { groupId });
}

import {
  type BoundClient,
  errorCodes,
  parseId,
  type PagedItem,
  KooDriveError,
  parseTimestamp,
  type OperationOutput,
} from '#koodrive';
import { type ConfirmationQuery, requireConfirmation } from '../http/input/confirmation.js';
import { concatenatePages, type PageSource } from '../http/response/concatenate-pages.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapPage } from '../upstream/map-entries.js';
import { required, requiredId, requiredText } from '../upstream/required.js';
import { toWebUrl } from '../upstream/web-url.js';
import {
  type ChangeGroupBody,
  type CreateGroupBody,
  type Group,
  type GroupKind,
  groupKinds,
  type ListGroupsQuery,
} from './groups.dto.js';

/** sourceType of getUserGroupList. That a user group has no space is inferred. */
export const groupKindCodes = { group: 0, 'user-group': 1 } as const satisfies Record<GroupKind, number>;
const toKind = createCodeReader(groupKindCodes);

type GroupWire = PagedItem<'getUserGroupList'> | NonNullable<OperationOutput<'getUserGroup'>['userGroup']>;

/** The kind of a single group. The example misspells the member (x-doc-conflict), and lists do not have it. */
function toGroupKind(wire: GroupWire): GroupKind | undefined {
  const { sourceType, sourceTye } = wire as { readonly sourceType?: unknown; readonly sourceTye?: unknown };
  return toKind(sourceType ?? sourceTye);
}

/** @param requestedKind the kind of a group whose response does not have it */
const toGroup =
  (requestedKind: GroupKind) =>
  (wire: GroupWire): Group => ({
    id: requiredId(wire, 'id'),
    kind: toGroupKind(wire) ?? requestedKind,
    name: requiredText(wire, 'groupName'),
    ownerId: parseId(wire.ownerId),
    iconUrl: 'iconUrl' in wire ? toWebUrl(wire.iconUrl) : undefined,
    createdAt: parseTimestamp(wire.createdTime),
    modifiedAt: parseTimestamp(wire.updatedTime),
  });

const groupPageSource =
  (koodrive: BoundClient, kind: GroupKind, q: string | undefined): PageSource<Group> =>
  async (options) => {
    const input = { sourceType: groupKindCodes[kind], groupName: q };
    const page = await koodrive.fetchPage('getUserGroupList', input, options);
    return mapPage(page, toGroup(kind));
  };

/**
 * The upstream lists one kind at a time. Without a kind, the groups of both kinds are listed, one kind after the other.
 */
export function listGroups(koodrive: BoundClient, { kind, q, limit, cursor }: ListGroupsQuery): Promise<Page<Group>> {
  if (kind) return groupPageSource(koodrive, kind, q)({ limit, cursor });
  return concatenatePages(
    groupKinds.map((each) => groupPageSource(koodrive, each, q)),
    { limit, cursor },
  );
}

/**
 * The upstream requires the kind of a group beside its id, so the second kind is tried if the first is not found
 * (inferred).
 */
export async function readGroup(koodrive: BoundClient, groupId: string): Promise<Group> {
  const read = async (kind: GroupKind): Promise<Group> => {
    const wire = await koodrive.call('getUserGroup', { groupId, sourceType: groupKindCodes[kind] });
    return toGroup(kind)(required(wire.userGroup, wire, 'userGroup'));
  };
  try {
    return await read('group');
  } catch (error) {
    if (error instanceof KooDriveError && error.code === errorCodes.resourceNotFound) return read('user-group');
    throw error;
  }
}

export async function createGroup(koodrive: BoundClient, { name, kind }: CreateGroupBody): Promise<Group> {
  const created = await koodrive.call('createUserGroup', { groupName: name, sourceType: groupKindCodes[kind] });
  return readGroup(koodrive, requiredId(created, 'id'));
}

/** The upstream requires name and kind with every change, so the current values are read first. */
export async function changeGroup(koodrive: BoundClient, groupId: string, change: ChangeGroupBody): Promise<Group> {
  const before = await readGroup(koodrive, groupId);
  const { name = before.name, iconUrl, pinned } = change;
  await koodrive.call('updateUserGroup', {
    groupId,
    groupName: name,
    sourceType: groupKindCodes[before.kind],
    iconUrl,
    top: pinned === undefined ? undefined : pinned ? '1' : '0',
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

import {
  type BoundClient,
  gigabytes,
  id,
  type Item,
  kilobytes,
  moment,
  type Output,
  whole as wholeNumber,
} from '#koodrive';
import { concatenate, type Source, whole } from '../http/answer/concatenate.js';
import type { Page } from '../http/input/page.js';
import { demand, demandList } from '../upstream/demand.js';
import { type SpaceKind, spaceKindCodes, toSpaceKind } from '../upstream/space-kinds.js';
import type { ListSpacesOfUserQuery, ListSpacesQuery, Space } from './spaces.dto.js';

/** UpdateSpaceRequest.status; the other pages list no values (inferred). */
export const spaceStateCodes = { active: '0', disabled: '1' } as const satisfies Record<
  NonNullable<Space['status']>,
  string
>;

export const toSpaceState = (value: string | number | undefined): Space['status'] =>
  value === undefined ? undefined : String(value) === spaceStateCodes.active ? 'active' : 'disabled';

export function toSpace(wire: Output<'getSpaceByContainerID'> | Output<'getSpaceV2'>[number]): Space {
  return {
    id: demand(id(wire.containerId)),
    kind: toSpaceKind(wire.type) ?? 'individual',
    ownerId: id(wire.ownerId),
    status: toSpaceState(wire.status),
    capacity: gigabytes(wire.capacity),
    used: kilobytes(wire.spaceUsed),
    rootFolderId: id(wire.bizRootFileId),
    createdAt: 'createTime' in wire ? moment(wire.createTime) : undefined,
    modifiedAt: 'updateTime' in wire ? moment(wire.updateTime) : undefined,
  };
}

/** `id` is that of the department or group; `ownerId` that of a group's owner. */
export const toTeamSpace =
  (kind: SpaceKind) =>
  (wire: Item<'getTeamSpaceList'> | Item<'getGroupSpaceList'>): Space => ({
    id: demand(id(wire.containerId)),
    kind,
    name: wire.groupName || undefined,
    ownerId: id(wire.id) ?? id(wire.ownerId),
    status: toSpaceState(wire.status),
    capacity: gigabytes(wire.capacity),
    used: kilobytes(wire.spaceUsed),
    rootFolderId: id(wire.bizRootFileId),
    memberCount: wholeNumber(wire.userNum),
    createdAt: moment(wire.createTime),
    modifiedAt: moment(wire.updateTime),
  });

/** getTeamSpaceList does not say the kind of a space: it is asked once for each `teamType` and the answer tells. */
const teams =
  (koodrive: BoundClient, kind: SpaceKind, teamType: 0 | 1 | 2, keyWord?: string): Source<Space> =>
  async (page) => {
    const { items, nextCursor } = await koodrive.page(
      'getTeamSpaceList',
      { teamType, ...(keyWord && { keyWord }) },
      page,
    );
    return { items: items.map(toTeamSpace(kind)), nextCursor };
  };

const individual = String(spaceKindCodes.individual) as '1';

/** A user's individual spaces: several where another product has opened some. */
export async function spacesOfUser(koodrive: BoundClient, userId: string): Promise<Space[]> {
  // The list is for app tokens alone; what a session may ask gives one.
  if (koodrive.principal.kind === 'session') {
    return [toSpace(await koodrive.call('getSpace', { ownerId: userId, type: individual }))];
  }
  return demandList(await koodrive.call('getSpaceV2', { owner_id: userId, type: individual })).map(toSpace);
}

export const listSpacesOfUser = (
  koodrive: BoundClient,
  userId: string,
  { limit, cursor }: ListSpacesOfUserQuery,
): Promise<Page<Space>> => concatenate([whole(() => spacesOfUser(koodrive, userId))], { limit, cursor });

const ownSpaces = async (koodrive: BoundClient): Promise<Space[]> =>
  koodrive.principal.kind === 'app' ? [] : spacesOfUser(koodrive, koodrive.principal.userId);

export function listSpaces(koodrive: BoundClient, { kind, q, limit, cursor }: ListSpacesQuery): Promise<Page<Space>> {
  const own = whole(() => ownSpaces(koodrive));
  const departments = teams(koodrive, 'department', 0, q);
  const groups = [teams(koodrive, 'group', 1, q), teams(koodrive, 'group', 2, q)];
  const sources = {
    individual: [own],
    department: [departments],
    group: groups,
    team: [departments, ...groups],
    all: [own, departments, ...groups],
  };
  return concatenate(sources[kind ?? 'all'], { limit, cursor });
}

export const getSpace = async (koodrive: BoundClient, spaceId: string): Promise<Space> =>
  toSpace(await koodrive.call('getSpaceByContainerID', { containerId: spaceId }));

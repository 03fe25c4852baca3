import {
  type BoundClient,
  gigabytesToBytes,
  parseId,
  type PagedItem,
  kilobytesToBytes,
  parseTimestamp,
  parseNonNegativeInteger,
} from '#koodrive';
import { toFailedPart } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { mapCompleteList, mapPage } from '../upstream/map-entries.js';
import { readable, requiredFrom, requiredId } from '../upstream/required.js';
import { upstreamSpaceKindCodes } from '../upstream/space-kinds.js';
import type {
  ListOrganizationSpacesQuery,
  OwnerResult,
  Space,
  SpacesByOwner,
  SpacesByOwnerQuery,
} from './spaces.dto.js';
import { spaceStateCodes, toSpace, toSpaceState, toTeamSpace } from './spaces.upstream.js';

/**
 * The id of the space of an owner; undefined for an owner without a space.
 *
 * @param attribute a member that only owners with a space have
 */
const findSpaceId = <Wire extends { readonly containerId?: string }>(
  wire: Wire,
  attribute: keyof Wire & string,
): string | undefined =>
  wire[attribute]
    ? requiredId(wire, 'containerId')
    : parseId(readable<{ readonly containerId?: string }, 'containerId'>(wire, 'containerId'));

/** The upstream also lists departments without a space. Such an entry has no containerId. */
function toDepartmentSpace(wire: PagedItem<'getDepartmentSpaceList'>): Space | undefined {
  const spaceId = findSpaceId(wire, 'bizRootFileId');
  if (spaceId === undefined) return undefined;
  return {
    id: spaceId,
    kind: 'department',
    name: wire.name || undefined,
    ownerId: requiredId(wire, 'id'),
    status: toSpaceState(wire.status),
    capacity: gigabytesToBytes(wire.capacity),
    used: kilobytesToBytes(wire.spaceUsed),
    rootFolderId: parseId(wire.bizRootFileId),
    memberCount: parseNonNegativeInteger(wire.userNum),
    createdAt: parseTimestamp(wire.createTime),
    modifiedAt: parseTimestamp(wire.updateTime),
  };
}

/**
 * According to the table, `id` belongs to the space, so `userId` is used as the owner (inferred: there is no example).
 */
function toUserSpace(wire: PagedItem<'getUserSpaceList'>): Space | undefined {
  const spaceId = findSpaceId(wire, 'spaceStatus');
  if (spaceId === undefined) return undefined;
  return {
    id: spaceId,
    kind: 'individual',
    name: wire.name || undefined,
    ownerId: parseId(wire.userId),
    status: toSpaceState(wire.spaceStatus),
    capacity: gigabytesToBytes(wire.capacity),
    used: kilobytesToBytes(wire.spaceUsed),
  };
}

type SpaceLister = (koodrive: BoundClient, query: ListOrganizationSpacesQuery) => Promise<Page<Space>>;

/** Removes owners without a space. The total of the upstream counts them, so it is removed too. */
const omitOwnersWithoutSpace = ({ items, nextCursor, omitted }: Page<Space | undefined>): Page<Space> => ({
  items: items.filter((space) => space !== undefined),
  nextCursor,
  omitted,
});

const listersByKind: Readonly<Record<ListOrganizationSpacesQuery['kind'], SpaceLister>> = {
  department: async (koodrive, { q, limit, cursor }) => {
    const options = { limit, cursor };
    const page = await koodrive.fetchPage('getDepartmentSpaceList', { keyWord: q }, options);
    return omitOwnersWithoutSpace(mapPage(page, toDepartmentSpace));
  },
  group: async (koodrive, { q, limit, cursor }) => {
    const page = await koodrive.fetchPage('getGroupSpaceList', { keyWord: q }, { limit, cursor });
    return mapPage(page, toTeamSpace('group'));
  },
  individual: async (koodrive, { q, department, direct, status, limit, cursor }) => {
    const input = {
      isDirect: direct,
      keyWord: q,
      deptId: department,
      spaceStatus: status && spaceStateCodes[status],
    };
    return omitOwnersWithoutSpace(
      mapPage(await koodrive.fetchPage('getUserSpaceList', input, { limit, cursor }), toUserSpace),
    );
  },
};

export const listOrganizationSpaces: SpaceLister = (koodrive, query) => listersByKind[query.kind](koodrive, query);

/**
 * One result for each owner. The table of the "batch" operation has one owner in the request, so there is one call
 * each.
 */
export async function readSpacesByOwner(
  koodrive: BoundClient,
  { kind, ownerIds }: SpacesByOwnerQuery,
): Promise<SpacesByOwner> {
  const type = String(upstreamSpaceKindCodes[kind]) as '0' | '1' | '2';
  const readOne = async (ownerId: string): Promise<OwnerResult> => {
    try {
      const spaces = mapCompleteList(await koodrive.call('batchGetSpace', { ownerId, type }), toSpace);
      return { id: ownerId, status: 'done', spaces: requiredFrom('batchGetSpace', spaces, 'a list that can be read') };
    } catch (error) {
      return { id: ownerId, status: 'failed', problem: toFailedPart(error) };
    }
  };
  return { items: await Promise.all(ownerIds.map(readOne)) };
}

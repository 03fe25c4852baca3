import { type BoundClient, gigabytes, id, type Item, kilobytes, moment, whole } from '#koodrive';
import { partProblem } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { demand } from '../upstream/demand.js';
import { spaceKindCodes } from '../upstream/space-kinds.js';
import type {
  ListOrganizationSpacesQuery,
  OwnerResult,
  Space,
  SpacesByOwner,
  SpacesByOwnerQuery,
} from './spaces.dto.js';
import { spaceStateCodes, toSpace, toSpaceState, toTeamSpace } from './spaces.upstream.js';

/** A department without a space is listed all the same: its row has no containerId. */
export function toDepartmentSpace(wire: Item<'getDepartmentSpaceList'>): Space | undefined {
  const spaceId = id(wire.containerId);
  if (spaceId === undefined) return undefined;
  return {
    id: spaceId,
    kind: 'department',
    name: wire.name || undefined,
    ownerId: demand(id(wire.id)),
    status: toSpaceState(wire.status),
    capacity: gigabytes(wire.capacity),
    used: kilobytes(wire.spaceUsed),
    rootFolderId: id(wire.bizRootFileId),
    memberCount: whole(wire.userNum),
    createdAt: moment(wire.createTime),
    modifiedAt: moment(wire.updateTime),
  };
}

/** `id` is said to be that of the user's space, so `userId` is taken for the owner's (inferred: there is no example). */
export function toUserSpace(wire: Item<'getUserSpaceList'>): Space | undefined {
  const spaceId = id(wire.containerId);
  if (spaceId === undefined) return undefined;
  return {
    id: spaceId,
    kind: 'individual',
    name: wire.name || undefined,
    ownerId: id(wire.userId),
    status: toSpaceState(wire.spaceStatus),
    capacity: gigabytes(wire.capacity),
    used: kilobytes(wire.spaceUsed),
  };
}

type List = (koodrive: BoundClient, query: ListOrganizationSpacesQuery) => Promise<Page<Space>>;
type PageOfQuery = Pick<ListOrganizationSpacesQuery, 'limit' | 'cursor'>;

const pageOf = ({ limit, cursor }: PageOfQuery): { limit: number; cursor?: string } => ({
  limit,
  ...(cursor && { cursor }),
});
/** Owners without a space are left out; the total of the upstream counts them, so that it is left out too. */
const withSpaces = (spaces: readonly (Space | undefined)[]): Space[] => spaces.filter((space) => space !== undefined);

const lists: Readonly<Record<ListOrganizationSpacesQuery['kind'], List>> = {
  department: async (koodrive, query) => {
    const input = { ...(query.q && { keyWord: query.q }) };
    const { items, nextCursor } = await koodrive.page('getDepartmentSpaceList', input, pageOf(query));
    return { items: withSpaces(items.map(toDepartmentSpace)), nextCursor };
  },
  group: async (koodrive, query) => {
    const found = await koodrive.page('getGroupSpaceList', { ...(query.q && { keyWord: query.q }) }, pageOf(query));
    return { ...found, items: found.items.map(toTeamSpace('group')) };
  },
  individual: async (koodrive, query) => {
    const { q, department, direct, status } = query;
    const input = {
      isDirect: direct,
      ...(q && { keyWord: q }),
      ...(department && { deptId: department }),
      ...(status && { spaceStatus: spaceStateCodes[status] }),
    };
    const { items, nextCursor } = await koodrive.page('getUserSpaceList', input, pageOf(query));
    return { items: withSpaces(items.map(toUserSpace)), nextCursor };
  },
};

export const listOrganizationSpaces: List = (koodrive, query) => lists[query.kind](koodrive, query);

/** The upstream's "batch" takes one owner, and answers a list: the request's table is of one object. */
export async function readSpacesByOwner(
  koodrive: BoundClient,
  { kind, ownerIds }: SpacesByOwnerQuery,
): Promise<SpacesByOwner> {
  const type = String(spaceKindCodes[kind]) as '0' | '1' | '2';
  const readOne = async (ownerId: string): Promise<OwnerResult> => {
    try {
      // The answer's table is missing: one space in place of a list is taken as well.
      const found = [await koodrive.call('batchGetSpace', { ownerId, type })].flat();
      return { id: ownerId, status: 'done', spaces: found.map(toSpace) };
    } catch (error) {
      return { id: ownerId, status: 'failed', problem: partProblem(error) };
    }
  };
  return { items: await Promise.all(ownerIds.map(readOne)) };
}

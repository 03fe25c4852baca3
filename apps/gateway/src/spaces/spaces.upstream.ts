import {
  type BoundClient,
  gigabytesToBytes,
  parseId,
  type PagedItem,
  kilobytesToBytes,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import { concatenatePages, type PageSource, paginateInMemory } from '../http/response/concatenate-pages.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapEntries, mapPage, type ReadableEntries, withoutTotal } from '../upstream/map-entries.js';
import { required, requiredId } from '../upstream/required.js';
import { type SpaceKind, upstreamSpaceKindCodes, toSpaceKind } from '../upstream/space-kinds.js';
import type { ListSpacesOfUserQuery, ListSpacesQuery, Space } from './spaces.dto.js';

/** UpdateSpaceRequest.status. The other pages list no values, so the same values are used there (inferred). */
export const spaceStateCodes = { active: '0', disabled: '1' } as const satisfies Record<
  NonNullable<Space['status']>,
  string
>;

export const toSpaceState = createCodeReader(spaceStateCodes);

export function toSpace(wire: OperationOutput<'getSpaceByContainerID'> | OperationOutput<'getSpaceV2'>[number]): Space {
  return {
    id: requiredId(wire, 'containerId'),
    kind: required(toSpaceKind(wire.type), wire, 'type', 'a kind of space'),
    ownerId: parseId(wire.ownerId),
    status: toSpaceState(wire.status),
    capacity: gigabytesToBytes(wire.capacity),
    used: kilobytesToBytes(wire.spaceUsed),
    rootFolderId: parseId(wire.bizRootFileId),
    createdAt: 'createTime' in wire ? parseTimestamp(wire.createTime) : undefined,
    modifiedAt: 'updateTime' in wire ? parseTimestamp(wire.updateTime) : undefined,
  };
}

/** `id` is the id of the department or group. `ownerId` is the user who owns a group, which is not it. */
export const toTeamSpace =
  (kind: SpaceKind) =>
  (wire: PagedItem<'getTeamSpaceList'> | PagedItem<'getGroupSpaceList'>): Space => ({
    id: requiredId(wire, 'containerId'),
    kind,
    name: wire.groupName || undefined,
    ownerId: parseId(wire.id),
    status: toSpaceState(wire.status),
    capacity: gigabytesToBytes(wire.capacity),
    used: kilobytesToBytes(wire.spaceUsed),
    rootFolderId: parseId(wire.bizRootFileId),
    memberCount: parseNonNegativeInteger(wire.userNum),
    createdAt: parseTimestamp(wire.createTime),
    modifiedAt: parseTimestamp(wire.updateTime),
  });

/** The response of getTeamSpaceList does not have the kind of a space, so each `teamType` is listed by its own call. */
const teamSpaceSource =
  (koodrive: BoundClient, kind: SpaceKind, teamType: 0 | 1 | 2, keyWord?: string): PageSource<Space> =>
  async (options) => {
    const page = await koodrive.fetchPage('getTeamSpaceList', { teamType, keyWord }, options);
    return withoutTotal(mapPage(page, toTeamSpace(kind)));
  };

const individualKindCode = String(upstreamSpaceKindCodes.individual) as '1';

/** The individual spaces of a user. There are several if another product has created some. */
export async function readSpacesOfUser(koodrive: BoundClient, userId: string): Promise<ReadableEntries<Space>> {
  // Only an app token can list them. The operation for a KooDrive session returns one space.
  if (koodrive.principal.kind === 'session') {
    return { items: [toSpace(await koodrive.call('getSpace', { ownerId: userId, type: individualKindCode }))] };
  }
  return mapEntries(await koodrive.call('getSpaceV2', { owner_id: userId, type: individualKindCode }), toSpace);
}

export const listSpacesOfUser = (
  koodrive: BoundClient,
  userId: string,
  { limit, cursor }: ListSpacesOfUserQuery,
): Promise<Page<Space>> =>
  concatenatePages([paginateInMemory(() => readSpacesOfUser(koodrive, userId))], { limit, cursor });

const readOwnSpaces = async (koodrive: BoundClient): Promise<ReadableEntries<Space>> =>
  koodrive.principal.kind === 'app' ? { items: [] } : readSpacesOfUser(koodrive, koodrive.principal.userId);

export function listSpaces(koodrive: BoundClient, { kind, q, limit, cursor }: ListSpacesQuery): Promise<Page<Space>> {
  const own = paginateInMemory(() => readOwnSpaces(koodrive));
  const departments = teamSpaceSource(koodrive, 'department', 0, q);
  const groups = [teamSpaceSource(koodrive, 'group', 1, q), teamSpaceSource(koodrive, 'group', 2, q)];
  const sources = {
    individual: [own],
    department: [departments],
    group: groups,
    team: [departments, ...groups],
    all: [own, departments, ...groups],
  };
  return concatenatePages(sources[kind ?? 'all'], { limit, cursor });
}

export const readSpace = async (koodrive: BoundClient, spaceId: string): Promise<Space> =>
  toSpace(await koodrive.call('getSpaceByContainerID', { containerId: spaceId }));

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
import { concatenate, type Source, whole } from '../http/concatenate.js';
import type { Page } from '../http/page.js';
import { demand, demandList } from '../upstream/demand.js';
import type { ListSpacesQuery, Space, SpaceKind } from './spaces.dto.js';

const kinds: Readonly<Record<string, SpaceKind>> = { 0: 'department', 1: 'individual', 2: 'group' };

const status = (value: string | number | undefined): Space['status'] =>
  value === undefined ? undefined : String(value) === '0' ? 'active' : 'disabled';

export function toSpace(wire: Output<'getSpaceByContainerID'> | Output<'getSpaceV2'>[number]): Space {
  return {
    id: demand(id(wire.containerId)),
    kind: kinds[String(wire.type)] ?? 'individual',
    ownerId: id(wire.ownerId),
    status: status(wire.status),
    capacity: gigabytes(wire.capacity),
    used: kilobytes(wire.spaceUsed),
    rootFolderId: id(wire.bizRootFileId),
    createdAt: 'createTime' in wire ? moment(wire.createTime) : undefined,
    modifiedAt: 'updateTime' in wire ? moment(wire.updateTime) : undefined,
  };
}

export const toTeamSpace =
  (kind: SpaceKind) =>
  (wire: Item<'getTeamSpaceList'>): Space => ({
    id: demand(id(wire.containerId)),
    kind,
    name: wire.groupName || undefined,
    ownerId: id(wire.id) ?? id(wire.ownerId),
    status: status(wire.status),
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

/** A user's individual spaces: several where another product has opened some. */
export async function individualSpaces(koodrive: BoundClient): Promise<Space[]> {
  if (koodrive.principal.kind === 'app') return [];
  // The list is for app tokens alone; what a session may ask gives one.
  if (koodrive.principal.kind === 'session') {
    return [toSpace(await koodrive.call('getSpace', { ownerId: koodrive.principal.userId, type: '1' }))];
  }
  const found = await koodrive.call('getSpaceV2', { owner_id: koodrive.principal.userId, type: '1' });
  return demandList(found).map(toSpace);
}

export function listSpaces(koodrive: BoundClient, { kind, q, limit, cursor }: ListSpacesQuery): Promise<Page<Space>> {
  const individual = whole(() => individualSpaces(koodrive));
  const departments = teams(koodrive, 'department', 0, q);
  const groups = [teams(koodrive, 'group', 1, q), teams(koodrive, 'group', 2, q)];
  const sources = {
    individual: [individual],
    department: [departments],
    group: groups,
    team: [departments, ...groups],
    all: [individual, departments, ...groups],
  };
  return concatenate(sources[kind ?? 'all'], { limit, cursor });
}

export const getSpace = async (koodrive: BoundClient, spaceId: string): Promise<Space> =>
  toSpace(await koodrive.call('getSpaceByContainerID', { containerId: spaceId }));

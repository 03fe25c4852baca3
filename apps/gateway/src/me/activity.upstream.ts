import { type BoundClient, id, type Item, moment, type Output } from '#koodrive';
import type { File } from '../files/files.dto.js';
import { toFile, toFileType } from '../files/files.upstream.js';
import { concatenate, whole } from '../http/answer/concatenate.js';
import type { Page } from '../http/input/page.js';
import { demand, demandList, demandText } from '../upstream/demand.js';
import { toSpaceKind } from '../upstream/space-kinds.js';
import {
  acts,
  type Act,
  type ListRecentQuery,
  type ListRelatedQuery,
  type RecentFile,
  type RelatedEvent,
} from './activity.dto.js';

/** RecentlyAccess.operateType counts from 1; collaborateType has the same numbers, as text. */
const actOf = (code: unknown): Act | undefined => acts[Number(code) - 1];

/** RecentlyAccess.status: absent where nothing is amiss. */
const states: Readonly<Record<string, RecentFile['state']>> = { 1: 'file-deleted', 2: 'space-unavailable' };

type RecentWire = Output<'ListRecentlyAccess'>[number];
type VisitedWire = NonNullable<RecentWire['file']>;

export const toVisitedFile = (wire: VisitedWire): File => {
  const type = toFileType(wire.fileType);
  return {
    id: demand(id(wire.id)),
    kind: type === 'folder' || type === 'smart-folder' ? 'folder' : 'file',
    name: demandText(wire.name),
    type,
    spaceId: id(wire.containerId),
    owner: wire.owner || undefined,
    favorite: wire.favorite,
  };
};

const toCollaboration = ({
  collaborator,
  collaborateType,
  collaborateTime,
}: VisitedWire): RecentFile['collaboration'] =>
  collaborator ? { by: collaborator, action: actOf(collaborateType), at: moment(collaborateTime) } : undefined;

export function toRecentFile({ operateType, operateTime, status, file }: RecentWire): RecentFile {
  const visited = demand(file);
  return {
    file: toVisitedFile(visited),
    action: actOf(operateType),
    at: moment(operateTime),
    state: states[String(status)] ?? 'available',
    spaceKind: toSpaceKind(visited.containerType),
    spaceName: visited.containerName || undefined,
    collaboration: toCollaboration(visited),
  };
}

/** The upstream gives the list whole. */
export const listRecent = (koodrive: BoundClient, { limit, cursor }: ListRecentQuery): Promise<Page<RecentFile>> =>
  concatenate([whole(async () => demandList(await koodrive.call('ListRecentlyAccess', {})).map(toRecentFile))], {
    ...{ limit, cursor },
  });

export const toRelatedEvent = (wire: Item<'ListRelatedToMe'>): RelatedEvent => ({
  id: demand(id(wire.id)),
  // 1 is the only act that the page has.
  action: String(wire.operateType) === '1' ? 'shared' : undefined,
  by: wire.operator || undefined,
  name: wire.displayName || undefined,
  files: (wire.files ?? []).map(toFile),
  at: moment(wire.operateTime),
  expiresAt: moment(wire.expireTime),
});

export async function listRelated(
  koodrive: BoundClient,
  { q, sort, limit, cursor }: ListRelatedQuery,
): Promise<Page<RelatedEvent>> {
  const found = await koodrive.page(
    'ListRelatedToMe',
    { ...(q && { displayName: q }), ...(sort && { sortType: 1, sortDirection: sort.startsWith('-') ? 2 : 1 }) },
    { limit, ...(cursor && { cursor }) },
  );
  return { ...found, items: found.items.map(toRelatedEvent) };
}

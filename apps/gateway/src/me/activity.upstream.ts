import {
  type BoundClient,
  isUnreadable,
  parseId,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
} from '#koodrive';
import type { DriveFile } from '../files/files.dto.js';
import { toDriveFile, toFileType, toSortDirectionCode } from '../files/files.upstream.js';
import { concatenatePages, paginateInMemory } from '../http/response/concatenate-pages.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapCompleteList, mapEntries, mapPage } from '../upstream/map-entries.js';
import { required, requiredId, requiredText } from '../upstream/required.js';
import { toSpaceKind } from '../upstream/space-kinds.js';
import {
  activityActions,
  type ActivityAction,
  type ListRecentFilesQuery,
  type ListRelatedEventsQuery,
  type RecentFile,
  type RelatedEvent,
} from './activity.dto.js';

/** RecentlyAccess.operateType starts at 1. collaborateType has the same numbers, as text. */
const toActivityAction = (code: unknown): ActivityAction | undefined => activityActions[Number(code) - 1];

/** RecentlyAccess.status; absent for an available file. */
const toUnavailability = createCodeReader({ 'file-deleted': 1, 'space-unavailable': 2 });

const toFileState = (wire: RecentFileWire): RecentFile['state'] =>
  wire.status === undefined && !isUnreadable(wire, 'status') ? 'available' : toUnavailability(wire.status);

/** RelatedToMeRecord.operateType: the upstream page documents no other value. */
const sharedActionCode = '1';
/** The only key by which ListRelatedToMe sorts: the time of the action. */
const operateTimeSortType = 1;

type RecentFileWire = OperationOutput<'ListRecentlyAccess'>[number];
type AccessedFileWire = NonNullable<RecentFileWire['file']>;

const toAccessedFile = (wire: AccessedFileWire): DriveFile => {
  const type = toFileType(requiredText(wire, 'fileType'));
  return {
    id: requiredId(wire, 'id'),
    kind: type === 'folder' || type === 'smart-folder' ? 'folder' : 'file',
    name: requiredText(wire, 'name'),
    type,
    spaceId: parseId(wire.containerId),
    owner: wire.owner || undefined,
    favorite: wire.favorite,
  };
};

const toCollaboration = ({
  collaborator,
  collaborateType,
  collaborateTime,
}: AccessedFileWire): RecentFile['collaboration'] =>
  collaborator
    ? { by: collaborator, action: toActivityAction(collaborateType), at: parseTimestamp(collaborateTime) }
    : undefined;

export function toRecentFile(wire: RecentFileWire): RecentFile {
  const { operateType, operateTime } = wire;
  const accessedFile = required(wire.file, wire, 'file');
  return {
    file: toAccessedFile(accessedFile),
    action: toActivityAction(operateType),
    at: parseTimestamp(operateTime),
    state: toFileState(wire),
    spaceKind: toSpaceKind(accessedFile.containerType),
    spaceName: accessedFile.containerName || undefined,
    collaboration: toCollaboration(accessedFile),
  };
}

/** The upstream returns the complete list, so it is split into pages here. */
export const listRecentFiles = (
  koodrive: BoundClient,
  { limit, cursor }: ListRecentFilesQuery,
): Promise<Page<RecentFile>> =>
  concatenatePages(
    [paginateInMemory(async () => mapEntries(await koodrive.call('ListRecentlyAccess', {}), toRecentFile))],
    { limit, cursor },
  );

const toRelatedEvent = (wire: PagedItem<'ListRelatedToMe'>): RelatedEvent => ({
  id: requiredId(wire, 'id'),
  action: String(wire.operateType) === sharedActionCode ? 'shared' : undefined,
  by: wire.operator || undefined,
  name: wire.displayName || undefined,
  files: mapCompleteList(required(wire.files, wire, 'files', 'a list'), toDriveFile),
  at: parseTimestamp(wire.operateTime),
  expiresAt: parseTimestamp(wire.expireTime),
});

export async function listRelatedEvents(
  koodrive: BoundClient,
  { q, sort, limit, cursor }: ListRelatedEventsQuery,
): Promise<Page<RelatedEvent>> {
  const page = await koodrive.fetchPage(
    'ListRelatedToMe',
    {
      displayName: q,
      sortType: sort ? operateTimeSortType : undefined,
      sortDirection: toSortDirectionCode(sort),
    },
    { limit, cursor },
  );
  return mapPage(page, toRelatedEvent);
}

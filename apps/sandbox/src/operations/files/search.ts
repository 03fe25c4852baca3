import { readBoolean, readObject, readString, readNumber } from '../../json-input.js';
import type { OperationHandlers, Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { sortItems, paginate, type SortOrder, SortDirection } from '../../state/files/cursor.js';
import { getFileExtension, type FileNode } from '../../state/files/file-node.js';
import { findMatchingFiles } from '../../state/files/search.js';
import { getIdPath } from '../../state/jobs/job-processor.js';
import { SpaceKind } from '../../state/spaces/spaces.js';
import { formatIsoTime } from '../formats.js';
import { defaultPageSize } from '../input.js';

/** Search by name, folder, type, time and owner. */
export function searchHandlers(drive: Drive): OperationHandlers {
  return {
    Search: ({ subject, body }) => {
      const filter = readObject(body.filter);
      const pageInfo = readObject(body.pageInfo);
      const sortInfo = readObject(body.sortInfo);
      const matches = findMatchingFiles(drive, subject, {
        searchType: readString(body.searchType),
        keyWord: readString(filter.keyWord),
        containerId: readString(filter.containerId),
        parentFolder: readString(filter.parentFolder),
        fileType: readString(filter.fileType),
        updateTimeRange: readString(filter.updateTimeRange),
        ownerId: readString(filter.ownerId),
        recycled: readBoolean(body.recycled) ?? false,
        recursive: readBoolean(body.recursived) ?? false,
      });
      const order = createSortOrder(readNumber(sortInfo.sortType) ?? 0, readNumber(sortInfo.sortDirection) ?? 0);
      const size = readNumber(pageInfo.pageSize) ?? defaultPageSize;
      const page = paginate(
        sortItems(matches, order),
        order,
        readString(pageInfo.pageCursor) ?? '',
        size,
        drive.behavior.shortPages,
      );
      return {
        files: page.items.map((node) => toSearchFile(drive, subject, node)),
        total: matches.length,
        nextPageCursor: page.nextCursor ?? '',
      };
    },
  };
}

const nameSortType = 1;

/** Sorts by name (sortType 1), else by the time of the last change. By default the latest change is first. */
function createSortOrder(sortType: number, sortDirection: number): SortOrder<FileNode> {
  const byName = sortType === nameSortType;
  const direction = sortDirection || (byName ? SortDirection.ascending : SortDirection.descending);
  const key = (node: FileNode): string | number => (byName ? node.name : node.editedAt);
  return {
    name: `s${sortType}-${direction}`,
    descending: direction === SortDirection.descending,
    key,
    id: (node) => node.id,
  };
}

function toSearchFile(drive: Drive, subject: Subject, node: FileNode): Record<string, unknown> {
  const space = drive.spaces.get(node.containerId);
  const path = drive.tree.getPath(node);
  const isTeamSpace = space.kind !== SpaceKind.individual;
  const team = isTeamSpace ? (drive.groups.find(space.ownerId) ?? drive.departments.find(space.ownerId)) : undefined;
  return {
    id: node.id,
    fileSuffix: getFileExtension(node),
    fileName: node.name,
    fileType: node.fileType,
    size: String(node.sizeBytes),
    updateTime: formatIsoTime(node.editedAt),
    namePath: `/${path.map(({ name }) => name).join('/')}`,
    idPath: getIdPath(drive, node),
    containerId: node.containerId,
    containerType: String(space.kind),
    favorite: subject.kind === 'user' && drive.favorites.has(subject.userId, node.id),
    teamId: isTeamSpace ? space.ownerId : undefined,
    teamName: isTeamSpace ? (team?.name ?? '') : undefined,
    owner: isTeamSpace ? (drive.users.find(node.creatorId)?.name ?? '') : undefined,
  };
}

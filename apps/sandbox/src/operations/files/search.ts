import type { Handlers, Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { inOrder, pageOf, type Order } from '../../state/files/cursor.js';
import { suffixOf, type FileNode } from '../../state/files/file-node.js';
import { search } from '../../state/files/search.js';
import { idPath } from '../../state/jobs/job-work.js';
import { SpaceKind } from '../../state/spaces/spaces.js';
import { isoTime } from '../formats.js';
import { flag, members, text, whole } from '../input.js';

/** Search by name, folder, type, time and owner. */
export function searchHandlers(drive: Drive): Handlers {
  return {
    Search: ({ subject, body }) => {
      const filter = members(body.filter);
      const pageInfo = members(body.pageInfo);
      const sortInfo = members(body.sortInfo);
      const found = search(drive, subject, {
        searchType: text(body.searchType),
        keyWord: text(filter.keyWord),
        containerId: text(filter.containerId),
        parentFolder: text(filter.parentFolder),
        fileType: text(filter.fileType),
        updateTimeRange: text(filter.updateTimeRange),
        ownerId: text(filter.ownerId),
        recycled: flag(body.recycled) ?? false,
        recursive: flag(body.recursived) ?? false,
      });
      const order = orderOf(whole(sortInfo.sortType) ?? 0, whole(sortInfo.sortDirection) ?? 0);
      const size = whole(pageInfo.pageSize) ?? 100;
      const page = pageOf(inOrder(found, order), order, text(pageInfo.pageCursor) ?? '', size, drive.habits.shortPages);
      return {
        files: page.items.map((node) => searchFile(drive, subject, node)),
        total: found.length,
        nextPageCursor: page.nextCursor ?? '',
      };
    },
  };
}

/** By name (1), else by time of the last change, the latest first. */
function orderOf(sortType: number, sortDirection: number): Order<FileNode> {
  const byName = sortType === 1;
  const direction = sortDirection || (byName ? 1 : 2);
  const key = (node: FileNode): string | number => (byName ? node.name : node.editedAt);
  return { name: `s${sortType}-${direction}`, descending: direction === 2, key, id: (node) => node.id };
}

function searchFile(drive: Drive, subject: Subject, node: FileNode): Record<string, unknown> {
  const space = drive.spaces.get(node.containerId);
  const path = drive.tree.path(node);
  return {
    id: node.id,
    fileSuffix: suffixOf(node),
    fileName: node.name,
    fileType: node.fileType,
    size: String(node.size),
    updateTime: isoTime(node.editedAt),
    namePath: `/${path.map(({ name }) => name).join('/')}`,
    idPath: idPath(drive, node),
    containerId: node.containerId,
    containerType: String(space.kind),
    favorite: subject.kind === 'user' && drive.favourites.has(subject.userId, node.id),
    ...(space.kind !== SpaceKind.individual && {
      teamId: space.ownerId,
      teamName: (drive.groups.find(space.ownerId) ?? drive.departments.find(space.ownerId))?.name ?? '',
      owner: drive.users.find(node.creatorId)?.name ?? '',
    }),
  };
}

import { Refusal, type Answer, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { inOrder, pageOf, type Order } from '../../state/files/cursor.js';
import type { FileNode } from '../../state/files/file-node.js';
import { liveFileIn } from '../../state/files/lookup.js';
import { callerOf, openSpace } from '../../state/spaces/access.js';
import { SpaceKind } from '../../state/spaces/spaces.js';
import { rows, text, whole } from '../input.js';

/** Outcomes of a favourites batch. Downloads number theirs the other way round. */
const Outcome = { all: 0, some: 1, none: 2 } as const;

/** The caller's favourites. */
export function favouriteHandlers(drive: Drive): Handlers {
  return { batchStarFile: (request) => mark(drive, request), listStarFile: (request) => list(drive, request) };
}

function mark(drive: Drive, { subject, body }: OperationRequest): Answer {
  const { userId } = callerOf(drive, subject);
  const subResponseList = rows(body.subRequestList).map(({ containerId, fileId }) => {
    const id = String(fileId);
    try {
      const space = openSpace(drive, subject, String(containerId));
      // Nothing in a group space can be a favourite (facts/spaces.md); the code is inferred.
      if (space.kind === SpaceKind.group) throw new Refusal(13000410, space.containerId);
      if (body.starred === true) drive.favourites.mark(userId, liveFileIn(drive, space, id).id, drive.clock.now());
      else drive.favourites.unmark(userId, id);
      return { fileId: id, code: '0', message: 'success' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { fileId: id, code: String(error.code), message: error.message };
    }
  });
  const failed = subResponseList.filter(({ code }) => code !== '0').length;
  const status = failed === 0 ? Outcome.all : failed === subResponseList.length ? Outcome.none : Outcome.some;
  return { status, subResponseList };
}

interface Favourite {
  readonly node: FileNode;
  readonly at: number;
}

/** Favourites whose file is gone for good are dropped, and counted once. */
function list(drive: Drive, { subject, query }: OperationRequest): Answer {
  const { userId } = callerOf(drive, subject);
  const marked = drive.favourites.list(userId);
  const kept = marked.flatMap(({ fileId, at }) => {
    const node = drive.tree.find(fileId);
    if (!node) drive.favourites.unmark(userId, fileId);
    return node ? [{ node, at }] : [];
  });
  const type = text(query.fileType);
  const direction = whole(query.sortDirection) ?? 2;
  const order: Order<Favourite> = {
    ...{ name: `f1-${direction}`, descending: direction === 2 },
    ...{ key: ({ at }) => at, id: ({ node }) => node.id },
  };
  const wanted = inOrder(type === undefined ? kept : kept.filter(({ node }) => node.fileType === type), order);
  const size = whole(query.pageSize) ?? 100;
  const page = pageOf(wanted, order, text(query.pageCursor) ?? '', size, drive.habits.shortPages);
  return {
    ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    autoDeleted: marked.length - kept.length,
    starFiles: page.items.map(({ node }) => starFile(drive, node)),
  };
}

function starFile(drive: Drive, node: FileNode): Record<string, unknown> {
  return {
    category: 'drive#file',
    id: node.id,
    fileName: node.name,
    fileType: node.fileType,
    mimeType: node.mimeType,
    // Not in the table, which breaks off after `recycled` (inferred): without it no favourite could be opened.
    containers: [node.containerId],
    favorite: true,
    recycled: drive.tree.isRecycled(node),
  };
}

import { errorCodes } from '../../contract/errors.js';
import { readObjects, readString, readNumber } from '../../json-input.js';
import {
  OperationError,
  type OperationResponse,
  type OperationHandlers,
  type OperationRequest,
} from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { sortItems, paginate, type SortOrder, SortDirection } from '../../state/files/cursor.js';
import type { FileNode } from '../../state/files/file-node.js';
import { getActiveNode } from '../../state/files/lookup.js';
import { requireUser, getAccessibleSpace } from '../../state/spaces/space-access.js';
import { SpaceKind } from '../../state/spaces/spaces.js';
import { defaultPageSize } from '../input.js';

const successCode = '0';
/** Outcomes of a batch of favorites. The download batch has different numbers. */
const FavoriteBatchStatus = { all: 0, some: 1, none: 2 } as const;

/** The favorites of the caller. */
export function favoriteHandlers(drive: Drive): OperationHandlers {
  return {
    batchStarFile: (request) => markFavorites(drive, request),
    listStarFile: (request) => listFavorites(drive, request),
  };
}

function markFavorites(drive: Drive, { subject, body }: OperationRequest): OperationResponse {
  const { userId } = requireUser(drive, subject);
  const subResponseList = readObjects(body.subRequestList).map(({ containerId, fileId }) => {
    const id = String(fileId);
    try {
      const space = getAccessibleSpace(drive, subject, String(containerId));
      // Files in a group space cannot be favorites (facts/spaces.md). The code is inferred.
      if (space.kind === SpaceKind.group) throw new OperationError(errorCodes.permissionDenied, space.containerId);
      if (body.starred === true) drive.favorites.add(userId, getActiveNode(drive, space, id).id, drive.clock.now());
      else drive.favorites.remove(userId, id);
      return { fileId: id, code: successCode, message: 'success' };
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      return { fileId: id, code: String(error.code), message: error.message };
    }
  });
  const failed = subResponseList.filter(({ code }) => code !== successCode).length;
  const status =
    failed === 0
      ? FavoriteBatchStatus.all
      : failed === subResponseList.length
        ? FavoriteBatchStatus.none
        : FavoriteBatchStatus.some;
  return { status, subResponseList };
}

interface FavoriteFile {
  readonly node: FileNode;
  readonly at: number;
}

/** Removes favorites whose file was permanently deleted. Only the response of this call counts them. */
function listFavorites(drive: Drive, { subject, query }: OperationRequest): OperationResponse {
  const { userId } = requireUser(drive, subject);
  const marked = drive.favorites.list(userId);
  const existing = marked.flatMap(({ fileId, at }) => {
    const node = drive.tree.find(fileId);
    if (!node) drive.favorites.remove(userId, fileId);
    return node ? [{ node, at }] : [];
  });
  const type = readString(query.fileType);
  const direction = readNumber(query.sortDirection) ?? SortDirection.descending;
  const order: SortOrder<FavoriteFile> = {
    name: `f1-${direction}`,
    descending: direction === SortDirection.descending,
    key: ({ at }) => at,
    id: ({ node }) => node.id,
  };
  const filtered = existing.filter(({ node }) => type === undefined || node.fileType === type);
  const size = readNumber(query.pageSize) ?? defaultPageSize;
  const page = paginate(
    sortItems(filtered, order),
    order,
    readString(query.pageCursor) ?? '',
    size,
    drive.behavior.shortPages,
  );
  return {
    nextCursor: page.nextCursor,
    autoDeleted: marked.length - existing.length,
    starFiles: page.items.map(({ node }) => toStarFile(drive, node)),
  };
}

function toStarFile(drive: Drive, node: FileNode): Record<string, unknown> {
  return {
    category: 'drive#file',
    id: node.id,
    fileName: node.name,
    fileType: node.fileType,
    mimeType: node.mimeType,
    // Inferred: the table ends after `recycled`, but without `containers` a favorite could not be opened.
    containers: [node.containerId],
    favorite: true,
    recycled: drive.tree.isRecycled(node),
  };
}

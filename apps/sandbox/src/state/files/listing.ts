import { LRUCache } from 'lru-cache';
import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Space } from '../spaces/spaces.js';
import { sortItems, paginate, SortDirection, type SortOrder, type CursorPage } from './cursor.js';
import { getFileExtension, type FileNode } from './file-node.js';
import type { FileTree } from './file-tree.js';
import { getFolder, type LookupContext } from './lookup.js';

/** Numbers of `sortType` in the contract. */
const SortType = { name: 1, size: 2, createdTime: 3, editedTime: 4, recycledTime: 5, extension: 6 } as const;

export interface ListingRequest {
  readonly space: Space;
  readonly folderId: string;
  /**
   * List recycled nodes. For a root folder: the nodes in the recycle bin. For another folder: the nodes in it, which must
   * be in the recycle bin.
   */
  readonly recycled: boolean;
  readonly fileType: string | undefined;
  readonly hidden: boolean;
  /** A number of SortType, or 0 for the default order. */
  readonly sortType: number;
  /** A number of SortDirection, or 0 for the default order. */
  readonly sortDirection: number;
  readonly pageSize: number;
  readonly pageCursor: string;
}

/** The parts of the drive that a listing reads. */
export interface ListingContext extends LookupContext {
  readonly behavior: { readonly shortPages: boolean };
}

const sortKeys: Readonly<Record<number, (node: FileNode) => string | number>> = {
  [SortType.name]: (node) => node.name,
  [SortType.size]: (node) => node.sizeBytes,
  [SortType.createdTime]: (node) => node.createdAt,
  [SortType.editedTime]: (node) => node.editedAt,
  [SortType.recycledTime]: (node) => node.recycledAt ?? 0,
  [SortType.extension]: (node) => getFileExtension(node).toLowerCase(),
};

const maxCachedListings = 200;

/**
 * Listings of folders and recycle bins. The default order is by edited time, newest first (inferred). The sorted nodes of
 * a folder are cached until its content changes.
 */
export class Listings {
  private readonly sortedCache = new LRUCache<
    string,
    { readonly version: number; readonly nodes: readonly FileNode[] }
  >({
    max: maxCachedListings,
  });

  /**
   * @throws OperationError invalidParameter (cursor or sort type), fileInRecycleBin (the folder is in the recycle bin,
   *   and `recycled` is false), and the codes of `getFolder`
   */
  listPage(drive: ListingContext, request: ListingRequest): CursorPage<FileNode> {
    const folder = getFolder(drive, request.space, request.folderId);
    if (!request.recycled && drive.tree.isRecycled(folder))
      throw new OperationError(errorCodes.fileInRecycleBin, folder.id);
    const listsRecycleBin = request.recycled && folder.parentId === undefined;
    const order = createSortOrder(request.sortType, request.sortDirection);
    const id = listsRecycleBin ? folder.containerId : folder.id;
    const nodes = this.listSorted(drive.tree, id, listsRecycleBin, order).filter(createFilter(request));
    return paginate(nodes, order, request.pageCursor, request.pageSize, drive.behavior.shortPages);
  }

  /** @param id of a space for its recycle bin, else of a folder */
  private listSorted(
    tree: FileTree,
    id: string,
    listsRecycleBin: boolean,
    order: SortOrder<FileNode>,
  ): readonly FileNode[] {
    const version = tree.getVersion(id);
    const cacheKey = `${id} ${order.name}`;
    const cached = this.sortedCache.get(cacheKey);
    if (cached?.version === version) return cached.nodes;
    const nodes = sortItems(listsRecycleBin ? tree.listRecycled(id) : tree.listChildren(id), order);
    this.sortedCache.set(cacheKey, { version, nodes });
    return nodes;
  }
}

const createFilter =
  ({ fileType, hidden }: ListingRequest) =>
  (node: FileNode): boolean =>
    (fileType === undefined || node.fileType === fileType) && (hidden || !node.hidden);

function createSortOrder(sortType: number, sortDirection: number): SortOrder<FileNode> {
  const type = sortType || SortType.editedTime;
  const direction = sortDirection || (sortType ? SortDirection.ascending : SortDirection.descending);
  const key = sortKeys[type];
  if (!key) throw new OperationError(errorCodes.invalidParameter, 'sortType');
  return {
    name: `${type}-${direction}`,
    descending: direction === SortDirection.descending,
    key,
    id: (node) => node.id,
  };
}

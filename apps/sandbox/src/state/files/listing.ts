import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import type { Space } from '../spaces/spaces.js';
import { inOrder, pageOf, type Order, type Page } from './cursor.js';
import { suffixOf, type FileNode } from './file-node.js';
import { folderIn } from './lookup.js';

/** What a listing asks for, as the contract numbers it. */
export interface ListingRequest {
  readonly space: Space;
  readonly folderId: string;
  /** List the recycle bin: with a root as the folder all that was recycled, else what lies in a recycled folder. */
  readonly recycled: boolean;
  readonly fileType: string | undefined;
  readonly hidden: boolean;
  /** 1 name, 2 size, 3 created, 4 edited, 5 recycled, 6 format; 0 for the order of the service itself. */
  readonly sortType: number;
  /** 1 ascending, 2 descending; 0 for the order of the service itself. */
  readonly sortDirection: number;
  readonly pageSize: number;
  readonly pageCursor: string;
}

const EDITED = 4;
const DESCENDING = 2;

const keys: Readonly<Record<number, (node: FileNode) => string | number>> = {
  1: (node) => node.name,
  2: (node) => node.size,
  3: (node) => node.createdAt,
  4: (node) => node.editedAt,
  5: (node) => node.recycledAt ?? 0,
  6: (node) => suffixOf(node).toLowerCase(),
};

/** Sorted folders are kept until something in them changes; so many of them. */
const KEPT = 200;

/** Listings of folders and recycle bins. The order without a wish is: edited last comes first (inferred). */
export class Listings {
  private readonly sorted = new Map<string, { readonly version: number; readonly nodes: readonly FileNode[] }>();

  /** Refuses with 13000102 (cursor, sort) and as `folderIn`. */
  page(drive: Drive, request: ListingRequest): Page<FileNode> {
    const folder = folderIn(drive, request.space, request.folderId);
    if (!request.recycled && drive.tree.isRecycled(folder)) throw new Refusal(13000306, folder.id);
    const wholeBin = request.recycled && folder.parentId === undefined;
    const order = orderOf(request.sortType, request.sortDirection);
    const nodes = this.inOrder(drive, wholeBin ? folder.containerId : folder.id, wholeBin, order).filter(
      wanted(request),
    );
    return pageOf(nodes, order, request.pageCursor, request.pageSize, drive.habits.shortPages);
  }

  private inOrder(drive: Drive, id: string, bin: boolean, order: Order<FileNode>): readonly FileNode[] {
    const version = drive.tree.version(id);
    const name = `${id} ${order.name}`;
    const known = this.sorted.get(name);
    if (known?.version === version) return known.nodes;
    const nodes = inOrder(bin ? drive.tree.bin(id) : drive.tree.children(id), order);
    if (this.sorted.size >= KEPT) this.sorted.clear();
    this.sorted.set(name, { version, nodes });
    return nodes;
  }
}

const wanted =
  ({ fileType, hidden }: ListingRequest) =>
  (node: FileNode): boolean =>
    (fileType === undefined || node.fileType === fileType) && (hidden || !node.hidden);

function orderOf(sortType: number, sortDirection: number): Order<FileNode> {
  const type = sortType || EDITED;
  const direction = sortDirection || (sortType ? 1 : DESCENDING);
  const key = keys[type];
  if (!key) throw new Refusal(13000102, 'sortType');
  return { name: `${type}-${direction}`, descending: direction === DESCENDING, key, id: (node) => node.id };
}

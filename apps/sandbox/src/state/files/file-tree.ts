import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import { getRootFolderId, getSafeBoxFolderId, rootFolderIdPrefix } from '../spaces/spaces.js';
import { folderFileType, folderMimeType, isFolder, type FileNode } from './file-node.js';

/** Levels of folders below the root of a space (facts/files.md). */
const maxFolderDepth = 30;

/** A change of a node. While it is reported, the node is still, or already, in the folder of the change. */
export interface TreeChange {
  readonly type: 'create' | 'update' | 'delete';
  readonly node: FileNode;
}

/**
 * The folders and files of all spaces: the children of each folder, the names that are taken, and the recycle bins. It
 * does not handle users, quota or bytes.
 */
export class FileTree {
  private readonly nodes = new Map<string, FileNode>();
  /** By folder id, then by name. Nodes that were moved to the recycle bin themselves are not included. */
  private readonly childrenByFolder = new Map<string, Map<string, FileNode>>();
  /** By space: the nodes that were moved to the recycle bin themselves. */
  private readonly recycledBySpace = new Map<string, Set<FileNode>>();
  private readonly versions = new Map<string, number>();

  /** @param onChange called once for each change of a node, not for the nodes below it, and not when a space is created */
  constructor(private readonly onChange: (change: TreeChange) => void = () => undefined) {}

  /** Adds the two root folders of a new space. */
  addSpace(containerId: string, creatorId: string, now: number): void {
    for (const id of [getRootFolderId(containerId), getSafeBoxFolderId(containerId)]) {
      this.nodes.set(id, {
        id,
        containerId,
        parentId: undefined,
        name: id.slice(rootFolderIdPrefix.length),
        fileType: folderFileType,
        mimeType: folderMimeType,
        sizeBytes: 0,
        sha256: undefined,
        assetId: '',
        createdAt: now,
        editedAt: now,
        creatorId,
        editorId: creatorId,
        hidden: false,
        description: '',
        copiedFromId: undefined,
        recycledAt: undefined,
      });
    }
  }

  find(id: string): FileNode | undefined {
    return this.nodes.get(id);
  }

  add(node: FileNode): FileNode {
    this.nodes.set(node.id, node);
    this.attach(node);
    this.onChange({ type: 'create', node });
    return node;
  }

  rename(node: FileNode, name: string): void {
    this.detach(node);
    node.name = name;
    this.attach(node);
    this.onChange({ type: 'update', node });
  }

  /** Moves a node, with everything below it, into another folder of the same space. The name must be free there. */
  move(node: FileNode, parentId: string, name: string): void {
    this.onChange({ type: 'delete', node });
    this.detach(node);
    node.parentId = parentId;
    node.name = name;
    this.attach(node);
    this.onChange({ type: 'create', node });
  }

  /** Moves a node, with everything below it, into the recycle bin of its space. */
  recycle(node: FileNode, now: number): void {
    this.onChange({ type: 'delete', node });
    this.detach(node);
    node.recycledAt = now;
    this.recycledSetOf(node.containerId).add(node);
    this.bumpVersion(node.containerId);
  }

  /** Moves a node from the recycle bin into a folder of the same space. The name must be free there. */
  restore(node: FileNode, parentId: string, name: string): void {
    this.recycledSetOf(node.containerId).delete(node);
    this.bumpVersion(node.containerId);
    node.recycledAt = undefined;
    node.parentId = parentId;
    node.name = name;
    this.attach(node);
    this.onChange({ type: 'create', node });
  }

  /** Deletes a node and everything below it permanently. Returns the deleted nodes. */
  remove(node: FileNode): FileNode[] {
    if (node.recycledAt === undefined) {
      this.onChange({ type: 'delete', node });
      this.detach(node);
    }
    this.recycledSetOf(node.containerId).delete(node);
    this.bumpVersion(node.containerId);
    const removed = [...this.walk(node)];
    for (const { id } of removed) {
      this.nodes.delete(id);
      this.childrenByFolder.delete(id);
      this.versions.delete(id);
    }
    return removed;
  }

  /** Deletes all nodes of a space, including its root folders. Returns the deleted nodes. */
  removeSpace(containerId: string): FileNode[] {
    const roots = [getRootFolderId(containerId), getSafeBoxFolderId(containerId)].flatMap(
      (id) => this.nodes.get(id) ?? [],
    );
    const removed = [...this.recycledSetOf(containerId), ...roots].flatMap((node) => this.remove(node));
    this.recycledBySpace.delete(containerId);
    return removed;
  }

  /** The nodes in a folder, without those in the recycle bin. */
  listChildren(folderId: string): Iterable<FileNode> {
    return this.childrenByFolder.get(folderId)?.values() ?? [];
  }

  findChild(folderId: string, name: string): FileNode | undefined {
    return this.childrenByFolder.get(folderId)?.get(name);
  }

  /** The nodes of a space that were moved to the recycle bin themselves. */
  listRecycled(containerId: string): Iterable<FileNode> {
    return this.recycledBySpace.get(containerId) ?? [];
  }

  /**
   * A number that changes with each change to the content of a folder, or of a recycle bin.
   * @param id of a folder, or of a space for its recycle bin
   */
  getVersion(id: string): number {
    return this.versions.get(id) ?? 0;
  }

  /** Callers that change a member of a node themselves must call this. */
  notifyUpdated(node: FileNode): void {
    if (node.parentId !== undefined) this.bumpVersion(node.parentId);
    this.bumpVersion(node.containerId);
    this.onChange({ type: 'update', node });
  }

  /** The node, then everything below it except nodes that were moved to the recycle bin themselves. */
  *walk(node: FileNode): Generator<FileNode> {
    yield node;
    for (const child of this.listChildren(node.id)) yield* this.walk(child);
  }

  /** From the root folder of the space to the node. */
  getPath(node: FileNode): FileNode[] {
    const path: FileNode[] = [];
    for (
      let at: FileNode | undefined = node;
      at;
      at = at.parentId === undefined ? undefined : this.nodes.get(at.parentId)
    ) {
      path.unshift(at);
    }
    return path;
  }

  /** Whether the node, or a folder above it, is in the recycle bin. */
  isRecycled(node: FileNode): boolean {
    return this.getPath(node).some(({ recycledAt }) => recycledAt !== undefined);
  }

  isSelfOrDescendant(node: FileNode, folder: FileNode): boolean {
    return this.getPath(node).includes(folder);
  }

  /** Levels of folders from a node downwards, including the node itself. 0 for a file. */
  getHeight(node: FileNode): number {
    if (!isFolder(node)) return 0;
    let highest = 0;
    for (const child of this.listChildren(node.id)) highest = Math.max(highest, this.getHeight(child));
    return highest + 1;
  }

  /** @throws OperationError folderTreeTooDeep (`levels` more levels of folders below `parent` are too many) */
  checkDepth(parent: FileNode, levels: number): void {
    const depth = this.getPath(parent).length - 1;
    if (depth + levels > maxFolderDepth) throw new OperationError(errorCodes.folderTreeTooDeep);
  }

  private attach(node: FileNode): void {
    if (node.parentId === undefined) return;
    const siblings = this.childrenByFolder.get(node.parentId) ?? new Map<string, FileNode>();
    this.childrenByFolder.set(node.parentId, siblings.set(node.name, node));
    this.bumpVersion(node.parentId);
  }

  private detach(node: FileNode): void {
    if (node.parentId === undefined) return;
    this.childrenByFolder.get(node.parentId)?.delete(node.name);
    this.bumpVersion(node.parentId);
  }

  private recycledSetOf(containerId: string): Set<FileNode> {
    const recycled = this.recycledBySpace.get(containerId) ?? new Set();
    this.recycledBySpace.set(containerId, recycled);
    return recycled;
  }

  private bumpVersion(id: string): void {
    this.versions.set(id, this.getVersion(id) + 1);
  }
}

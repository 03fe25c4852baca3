import { Refusal } from '../../operation.js';
import { rootIdOf, safeIdOf } from '../spaces/spaces.js';
import { FOLDER, FOLDER_MIME, isFolder, type FileNode } from './file-node.js';

/** Folders may be nested so deep (facts/files.md). */
export const DEEPEST = 30;

/** Something happened to a node, which lies where it happened. */
export interface TreeChange {
  readonly type: 'create' | 'update' | 'delete';
  readonly node: FileNode;
}

/**
 * The folders and files of all spaces: who lies in whom, which names are taken, what is in the recycle bin. Knows
 * nothing of users, quota or bytes.
 */
export class FileTree {
  private readonly nodes = new Map<string, FileNode>();
  /** By folder, then by name. What was recycled itself is not among them. */
  private readonly lying = new Map<string, Map<string, FileNode>>();
  /** By space: what was recycled itself. */
  private readonly bins = new Map<string, Set<FileNode>>();
  private readonly versions = new Map<string, number>();

  /** `onChange` is told of everything but the making and removing of whole spaces. */
  constructor(private readonly onChange: (change: TreeChange) => void = () => undefined) {}

  /** Makes the two roots of a new space. */
  addSpace(containerId: string, creatorId: string, now: number): void {
    for (const id of [rootIdOf(containerId), safeIdOf(containerId)]) {
      const name = id.slice('DEUI7pa0C24A'.length);
      this.nodes.set(id, {
        ...{ id, containerId, parentId: undefined, name, fileType: FOLDER, mimeType: FOLDER_MIME, size: 0 },
        ...{ sha256: undefined, assetId: '', createdAt: now, editedAt: now, creatorId, editorId: creatorId },
        ...{ hidden: false, description: '', copiedFrom: undefined, recycledAt: undefined },
      });
    }
  }

  find(id: string): FileNode | undefined {
    return this.nodes.get(id);
  }

  add(node: FileNode): FileNode {
    this.nodes.set(node.id, node);
    this.place(node);
    this.onChange({ type: 'create', node });
    return node;
  }

  rename(node: FileNode, name: string): void {
    this.lift(node);
    node.name = name;
    this.place(node);
    this.onChange({ type: 'update', node });
  }

  /** Puts a node, and with it all below, into another folder of the same space under a name that is free there. */
  move(node: FileNode, parentId: string, name: string): void {
    this.onChange({ type: 'delete', node });
    this.lift(node);
    node.parentId = parentId;
    node.name = name;
    this.place(node);
    this.onChange({ type: 'create', node });
  }

  recycle(node: FileNode, now: number): void {
    this.onChange({ type: 'delete', node });
    this.lift(node);
    node.recycledAt = now;
    this.binOf(node.containerId).add(node);
    this.touch(node.containerId);
  }

  /** Takes a node out of the recycle bin into a folder, under a name. */
  restore(node: FileNode, parentId: string, name: string): void {
    this.binOf(node.containerId).delete(node);
    this.touch(node.containerId);
    node.recycledAt = undefined;
    node.parentId = parentId;
    node.name = name;
    this.place(node);
    this.onChange({ type: 'create', node });
  }

  /** Removes a node and all below for good; answers what was removed. */
  remove(node: FileNode): FileNode[] {
    if (node.recycledAt === undefined) {
      this.onChange({ type: 'delete', node });
      this.lift(node);
    }
    this.binOf(node.containerId).delete(node);
    this.touch(node.containerId);
    const gone = [...this.walk(node)];
    for (const one of gone) {
      this.nodes.delete(one.id);
      this.lying.delete(one.id);
      this.versions.delete(one.id);
    }
    return gone;
  }

  /** Removes everything of a space, its roots too. */
  removeSpace(containerId: string): FileNode[] {
    const roots = [rootIdOf(containerId), safeIdOf(containerId)].flatMap((id) => this.nodes.get(id) ?? []);
    const gone = [...this.binOf(containerId), ...roots].flatMap((node) => this.remove(node));
    this.bins.delete(containerId);
    return gone;
  }

  /** What lies in a folder, without what was recycled from it. */
  children(folderId: string): Iterable<FileNode> {
    return this.lying.get(folderId)?.values() ?? [];
  }

  named(folderId: string, name: string): FileNode | undefined {
    return this.lying.get(folderId)?.get(name);
  }

  bin(containerId: string): Iterable<FileNode> {
    return this.bins.get(containerId) ?? [];
  }

  /** Changes whenever what lies in a folder (or, by space id, in a recycle bin) or a detail of it changes. */
  version(id: string): number {
    return this.versions.get(id) ?? 0;
  }

  /** To be called when a detail of a node was changed from outside. */
  changed(node: FileNode): void {
    if (node.parentId !== undefined) this.touch(node.parentId);
    this.touch(node.containerId);
    this.onChange({ type: 'update', node });
  }

  /** The node, then everything below it that was not recycled for itself. */
  *walk(node: FileNode): Generator<FileNode> {
    yield node;
    for (const child of this.children(node.id)) yield* this.walk(child);
  }

  /** From the root of the space down to the node. */
  path(node: FileNode): FileNode[] {
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
    return this.path(node).some((one) => one.recycledAt !== undefined);
  }

  isBelow(node: FileNode, folder: FileNode): boolean {
    return this.path(node).includes(folder);
  }

  /** Levels of folders below a node, counting itself when it is one. */
  height(node: FileNode): number {
    if (!isFolder(node)) return 0;
    let highest = 0;
    for (const child of this.children(node.id)) highest = Math.max(highest, this.height(child));
    return highest + 1;
  }

  /** Refuses with 13000310 when so many levels of folders do not fit below this one. */
  checkDepth(parent: FileNode, levels: number): void {
    const depth = this.path(parent).length - 1;
    if (depth + levels > DEEPEST) throw new Refusal(13000310);
  }

  private place(node: FileNode): void {
    if (node.parentId === undefined) return;
    const siblings = this.lying.get(node.parentId) ?? new Map<string, FileNode>();
    this.lying.set(node.parentId, siblings.set(node.name, node));
    this.touch(node.parentId);
  }

  private lift(node: FileNode): void {
    if (node.parentId === undefined) return;
    this.lying.get(node.parentId)?.delete(node.name);
    this.touch(node.parentId);
  }

  private binOf(containerId: string): Set<FileNode> {
    const bin = this.bins.get(containerId) ?? new Set();
    this.bins.set(containerId, bin);
    return bin;
  }

  private touch(id: string): void {
    this.versions.set(id, this.version(id) + 1);
  }
}

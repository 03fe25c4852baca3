import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { FileNode } from '../files/file-node.js';
import type { FileTree, TreeChange } from '../files/file-tree.js';

/** A change below a sync folder. */
export interface SyncChange {
  readonly sequenceNumber: number;
  /** `create`, `update` or `delete` (inferred: the values upstream are not documented). */
  readonly type: TreeChange['type'];
  /** A copy of the node at the time of the change. */
  readonly node: Readonly<FileNode>;
}

interface SyncFolder {
  readonly folderId: string;
  readonly containerId: string;
  readonly changes: SyncChange[];
}

/** The sync folders, and the changes below each of them since it was watched. */
export class SyncFolders {
  private readonly byFolder = new Map<string, SyncFolder>();
  private lastSequenceNumber = 0;

  /** Makes a folder a sync folder. Returns whether it was one already. */
  watch(folder: FileNode): boolean {
    if (this.byFolder.has(folder.id)) return true;
    this.byFolder.set(folder.id, { folderId: folder.id, containerId: folder.containerId, changes: [] });
    return false;
  }

  /** @throws OperationError notFound (not a sync folder of this space) */
  get(folderId: string, containerId: string): SyncFolder {
    const syncFolder = this.byFolder.get(folderId);
    if (syncFolder?.containerId !== containerId) throw new OperationError(errorCodes.notFound, folderId);
    return syncFolder;
  }

  unwatch(folderId: string): void {
    this.byFolder.delete(folderId);
  }

  /** The tree must call this for every change, while the node is in the folder of the change. */
  recordChange(tree: FileTree, { type, node }: TreeChange): void {
    if (this.byFolder.size === 0) return;
    for (const ancestor of tree.getPath(node)) {
      if (ancestor === node) continue;
      this.byFolder
        .get(ancestor.id)
        ?.changes.push({ sequenceNumber: ++this.lastSequenceNumber, type, node: { ...node } });
    }
  }
}

/** The changes after a sequence number, merged to one for each file, in the order of the last change to each. */
export function aggregateChanges(changes: readonly SyncChange[], afterSequenceNumber: number): SyncChange[] {
  const byFile = new Map<string, SyncChange>();
  for (const change of changes) {
    if (change.sequenceNumber <= afterSequenceNumber) continue;
    const earlier = byFile.get(change.node.id);
    byFile.delete(change.node.id);
    byFile.set(change.node.id, earlier ? mergeChanges(earlier, change) : change);
  }
  return [...byFile.values()];
}

/** `create` and `update` become `create`. `delete` and `create`, as in a move within the sync folder, become `update`. */
function mergeChanges(earlier: SyncChange, change: SyncChange): SyncChange {
  if (earlier.type === 'create' && change.type === 'update') return { ...change, type: 'create' };
  return earlier.type === 'delete' && change.type === 'create' ? { ...change, type: 'update' } : change;
}

import { Refusal } from '../../operation.js';
import type { FileTree, TreeChange } from '../files/file-tree.js';
import type { FileNode } from '../files/file-node.js';

/** A change below a sync folder; `node` is as it was then. */
export interface SyncChange {
  readonly number: number;
  /** `create`, `update` or `delete`: the values upstream are not documented. */
  readonly type: TreeChange['type'];
  readonly node: Readonly<FileNode>;
}

interface SyncFolder {
  readonly folderId: string;
  readonly containerId: string;
  readonly changes: SyncChange[];
}

/** Folders that are watched, and what changed below them since. */
export class SyncFolders {
  private readonly byFolder = new Map<string, SyncFolder>();
  private last = 0;

  /** Answers whether it was one already. */
  open(folder: FileNode): boolean {
    if (this.byFolder.has(folder.id)) return true;
    this.byFolder.set(folder.id, { folderId: folder.id, containerId: folder.containerId, changes: [] });
    return false;
  }

  /** Refuses with 13000309 when the folder is no sync folder of that space. */
  get(folderId: string, containerId: string): SyncFolder {
    const found = this.byFolder.get(folderId);
    if (found?.containerId !== containerId) throw new Refusal(13000309, folderId);
    return found;
  }

  close(folderId: string): void {
    this.byFolder.delete(folderId);
  }

  /** To be told by the tree of every change, while the node lies where it changed. */
  note(tree: FileTree, { type, node }: TreeChange): void {
    if (this.byFolder.size === 0) return;
    for (const above of tree.path(node)) {
      if (above === node) continue;
      this.byFolder.get(above.id)?.changes.push({ number: ++this.last, type, node: { ...node } });
    }
  }
}

/** The changes after a number, one a file, in the order of the last change to each. */
export function aggregated(changes: readonly SyncChange[], after: number): SyncChange[] {
  const byFile = new Map<string, SyncChange>();
  for (const change of changes) {
    if (change.number <= after) continue;
    const before = byFile.get(change.node.id);
    byFile.delete(change.node.id);
    byFile.set(change.node.id, before ? folded(before, change) : change);
  }
  return [...byFile.values()];
}

/** What was made and then changed is new; what went and came back, as in a move within the folder, has changed. */
function folded(before: SyncChange, change: SyncChange): SyncChange {
  if (before.type === 'create' && change.type === 'update') return { ...change, type: 'create' };
  return before.type === 'delete' && change.type === 'create' ? { ...change, type: 'update' } : change;
}

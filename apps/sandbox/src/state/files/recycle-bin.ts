import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import type { FileNode } from './file-node.js';
import { isFolder } from './file-node.js';
import { OnClash } from './names.js';
import { nameIn } from './new-files.js';
import { removeForGood } from './moving.js';

/** Puts a file or folder into the recycle bin of its space; it goes on using quota. Refuses with 13000306. */
export function recycle(drive: Drive, node: FileNode): void {
  if (node.parentId === undefined) throw new Refusal(13000304, 'the root of a space');
  if (drive.tree.isRecycled(node)) throw new Refusal(13000306, node.id);
  drive.tree.recycle(node, drive.clock.now());
}

/**
 * Takes a file or folder out of the recycle bin, into the folder it came from or into `folder`; a name that was taken
 * since gets a timestamp (inferred). Refuses with 13000303 (not in the recycle bin), 13000304 (its folder is gone)
 * and 13000305 (its folder is in the recycle bin).
 */
export function restore(drive: Drive, node: FileNode, folder?: FileNode): void {
  if (node.recycledAt === undefined) throw new Refusal(13000303, node.id);
  const target = folder ?? (node.parentId === undefined ? undefined : drive.tree.find(node.parentId));
  if (!target) throw new Refusal(13000304, node.id);
  if (drive.tree.isRecycled(target)) throw new Refusal(13000305, target.id);
  if (isFolder(node)) drive.tree.checkDepth(target, drive.tree.height(node));
  drive.tree.restore(node, target.id, nameIn(drive, target, node.name, OnClash.timestamp));
}

/** Removes for good what is in the recycle bin of a space now. */
export function emptyBin(drive: Drive, containerId: string): void {
  for (const node of [...drive.tree.bin(containerId)]) removeForGood(drive, node);
}

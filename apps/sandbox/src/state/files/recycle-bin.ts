import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { deletePermanently } from './copy-move-delete.js';
import { isFolder, type FileNode } from './file-node.js';
import { NameConflictBehavior } from './file-names.js';
import { findAvailableNameInFolder } from './new-files.js';

/**
 * Moves a file or folder to the recycle bin of its space. It still uses quota.
 * @throws OperationError invalidParameter (the root of a space) or fileInRecycleBin (in the recycle bin already)
 */
export function moveToRecycleBin(drive: Drive, node: FileNode): void {
  if (node.parentId === undefined) throw new OperationError(errorCodes.invalidParameter, 'the root of a space');
  if (drive.tree.isRecycled(node)) throw new OperationError(errorCodes.fileInRecycleBin, node.id);
  drive.tree.recycle(node, drive.clock.now());
}

/**
 * Moves a file or folder from the recycle bin into its previous folder, or into `folder`. A name that is taken by now gets a
 * timestamp (inferred).
 * @throws OperationError fileNotInRecycleBin (not in the recycle bin), invalidTargetFolder (the previous folder was
 *   deleted), targetFolderRecycled (the destination is in the recycle bin) or folderTreeTooDeep (too many levels)
 */
export function restoreFromRecycleBin(drive: Drive, node: FileNode, folder?: FileNode): void {
  if (node.recycledAt === undefined) throw new OperationError(errorCodes.fileNotInRecycleBin, node.id);
  const destination = folder ?? (node.parentId === undefined ? undefined : drive.tree.find(node.parentId));
  if (!destination) throw new OperationError(errorCodes.invalidTargetFolder, node.id);
  if (drive.tree.isRecycled(destination)) throw new OperationError(errorCodes.targetFolderRecycled, destination.id);
  if (isFolder(node)) drive.tree.checkDepth(destination, drive.tree.getHeight(node));
  const name = findAvailableNameInFolder(drive, destination, node.name, NameConflictBehavior.appendTimestamp);
  drive.tree.restore(node, destination.id, name);
}

/** Deletes everything in the recycle bin of a space permanently. */
export function emptyRecycleBin(drive: Drive, containerId: string): void {
  for (const node of [...drive.tree.listRecycled(containerId)]) deletePermanently(drive, node);
}

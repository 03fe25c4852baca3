import { errorCodes } from '../../contract/errors.js';
import { OperationError, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { getAccessibleSpace } from '../spaces/space-access.js';
import { getFreeBytes, releaseQuota, type Space } from '../spaces/spaces.js';
import { isFolder, type FileNode } from './file-node.js';
import { NameConflictBehavior } from './file-names.js';
import { getTargetFolder } from './lookup.js';
import { addFile, addFolder, findAvailableNameInFolder, type NewNodeOptions } from './new-files.js';

/** Where new nodes go: a folder of a space, and the user who becomes their creator. */
export interface Destination {
  readonly space: Space;
  readonly folder: FileNode;
  readonly userId: string;
}

/**
 * The destination for a folder id (or `root`, `sbox`) of a space that the subject may use.
 * @throws OperationError targetFolderRecycled (the folder is in the recycle bin), and the codes of `getAccessibleSpace`
 *   and `getFolder`
 */
export function getDestination(
  drive: Drive,
  subject: Subject,
  { containerId, fileId }: { readonly containerId: string; readonly fileId: string },
  userId: string,
): Destination {
  const space = getAccessibleSpace(drive, subject, containerId);
  return { space, folder: getTargetFolder(drive, space, fileId, errorCodes.targetFolderRecycled), userId };
}

/** Bytes of a file, or of all files below a folder. */
export function getTotalBytes(drive: Drive, node: FileNode): number {
  let bytes = 0;
  for (const descendant of drive.tree.walk(node)) bytes += descendant.sizeBytes;
  return bytes;
}

/**
 * Copies a file, or a folder with everything below it. A name that is taken gets a timestamp (inferred: jobs have no rename
 * mode).
 * @throws OperationError alreadyInTargetFolder (the destination is the same folder), nestedFolders (into itself),
 *   folderTreeTooDeep (too many levels) or insufficientSpace (quota), before anything is copied
 */
export function copyNode(drive: Drive, node: FileNode, destination: Destination): FileNode {
  checkDestination(drive, node, destination.folder);
  if (getTotalBytes(drive, node) > getFreeBytes(destination.space))
    throw new OperationError(errorCodes.insufficientSpace);
  return copyTree(drive, node, destination);
}

/**
 * Moves a file, or a folder with everything below it. Within a space the ids stay. In another space every node gets a new
 * id, as in a copy (inferred from newFileId of a job).
 * @throws OperationError invalidParameter (the root of a space), and the codes of `copyNode`
 */
export function moveNode(drive: Drive, node: FileNode, destination: Destination): FileNode {
  if (node.parentId === undefined) throw new OperationError(errorCodes.invalidParameter, 'the root of a space');
  checkDestination(drive, node, destination.folder);
  if (node.containerId !== destination.space.containerId) {
    const copy = copyNode(drive, node, destination);
    deletePermanently(drive, node);
    return copy;
  }
  drive.tree.move(
    node,
    destination.folder.id,
    findAvailableNameInFolder(drive, destination.folder, node.name, NameConflictBehavior.appendTimestamp),
  );
  return node;
}

/**
 * Deletes a file, or a folder with everything below it, and releases its quota and its contents.
 * @throws OperationError invalidParameter (the root of a space)
 */
export function deletePermanently(drive: Drive, node: FileNode): void {
  if (node.parentId === undefined) throw new OperationError(errorCodes.invalidParameter, 'the root of a space');
  const space = drive.spaces.get(node.containerId);
  for (const removed of drive.tree.remove(node)) {
    for (const revision of drive.revisions.listPrevious(removed)) releaseQuota(space, revision.sizeBytes);
    releaseQuota(space, removed.sizeBytes);
    releaseContents(drive, removed);
  }
}

/** Releases the content of a node that was removed, and the contents of its previous versions. */
export function releaseContents(drive: Drive, removed: FileNode): void {
  for (const revision of drive.revisions.listPrevious(removed)) drive.blobs.release(revision.sha256);
  drive.revisions.removeAll(removed);
  drive.syncFolders.unwatch(removed.id);
  if (removed.sha256 !== undefined) drive.blobs.release(removed.sha256);
}

function checkDestination(drive: Drive, node: FileNode, folder: FileNode): void {
  if (node.parentId === folder.id) throw new OperationError(errorCodes.alreadyInTargetFolder, node.id);
  if (drive.tree.isSelfOrDescendant(folder, node)) throw new OperationError(errorCodes.nestedFolders, node.id);
  drive.tree.checkDepth(folder, drive.tree.getHeight(node));
}

function copyTree(drive: Drive, node: FileNode, { space, folder, userId }: Destination): FileNode {
  const { name, hidden, description, id: copiedFromId, editedAt } = node;
  const options: NewNodeOptions = {
    space,
    parent: folder,
    name,
    nameConflictBehavior: NameConflictBehavior.appendTimestamp,
    userId,
    hidden,
    description,
    copiedFromId,
    editedAt,
  };
  if (!isFolder(node) && node.sha256 !== undefined) {
    const { fileType, mimeType, sizeBytes: length, sha256 } = node;
    const copy = addFile(drive, options, { fileType, mimeType, length, sha256 });
    drive.blobs.retain(sha256);
    return copy;
  }
  const copy = addFolder(drive, options);
  for (const child of [...drive.tree.listChildren(node.id)]) copyTree(drive, child, { space, folder: copy, userId });
  return copy;
}

import { errorCodes, type ErrorCode } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import { getRootFolderId, getSafeBoxFolderId, type Space } from '../spaces/spaces.js';
import { isFolder, type FileNode } from './file-node.js';
import type { FileTree } from './file-tree.js';

/** The part of the drive that a lookup reads. */
export interface LookupContext {
  readonly tree: FileTree;
}

/**
 * A file or folder of a space, in the recycle bin or not.
 * @param otherSpaceCode the code for a node of another space: fileNotInSpace for calls about the file itself,
 *   fileNotInSpecifiedSpace for entries of a batch. Which calls use which code upstream is inferred.
 * @throws OperationError notFound (no such node) or `otherSpaceCode`
 */
export function getNode(
  drive: LookupContext,
  space: Space,
  fileId: string,
  otherSpaceCode: ErrorCode = errorCodes.fileNotInSpace,
): FileNode {
  const node = drive.tree.find(fileId);
  if (!node) throw new OperationError(errorCodes.notFound, fileId);
  if (node.containerId !== space.containerId)
    throw new OperationError(otherSpaceCode, `${fileId} ${space.containerId}`);
  return node;
}

/**
 * A file or folder of a space that is not in the recycle bin.
 * @throws OperationError fileInRecycleBin (in the recycle bin), and the codes of `getNode`
 */
export function getActiveNode(
  drive: LookupContext,
  space: Space,
  fileId: string,
  otherSpaceCode?: ErrorCode,
): FileNode {
  const node = getNode(drive, space, fileId, otherSpaceCode);
  if (drive.tree.isRecycled(node)) throw new OperationError(errorCodes.fileInRecycleBin, fileId);
  return node;
}

const folderAliases = new Map([
  ['root', getRootFolderId],
  ['sbox', getSafeBoxFolderId],
]);

/**
 * A folder by its id, or by `root` or `sbox`.
 * @throws OperationError notFound (no such node), fileNotInSpecifiedSpace (in another space) or invalidTargetFolder (not a
 *   folder)
 */
export function getFolder(drive: LookupContext, space: Space, folderId: string): FileNode {
  const id = folderAliases.get(folderId)?.(space.containerId) ?? folderId;
  const node = getNode(drive, space, id, errorCodes.fileNotInSpecifiedSpace);
  if (!isFolder(node)) throw new OperationError(errorCodes.invalidTargetFolder, folderId);
  return node;
}

/**
 * A folder into which something is put.
 * @param recycledCode the code for a folder in the recycle bin
 * @throws OperationError `recycledCode`, and the codes of `getFolder`
 */
export function getTargetFolder(
  drive: LookupContext,
  space: Space,
  folderId: string,
  recycledCode: ErrorCode,
): FileNode {
  const folder = getFolder(drive, space, folderId);
  if (drive.tree.isRecycled(folder)) throw new OperationError(recycledCode, folderId);
  return folder;
}

import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { freeBytes, giveBack, type Space } from '../spaces/spaces.js';
import { isFolder, type FileNode } from './file-node.js';
import { OnClash } from './names.js';
import { addFile, addFolder, nameIn } from './new-files.js';

export interface Target {
  readonly space: Space;
  readonly folder: FileNode;
  readonly userId: string;
}

/** Bytes of a file, or of all files below a folder. */
export function bytesOf(drive: Drive, node: FileNode): number {
  let bytes = 0;
  for (const one of drive.tree.walk(node)) bytes += one.size;
  return bytes;
}

/**
 * Copies a file, or a folder with all below; a name that is taken gets a timestamp (inferred: jobs have no rename
 * mode). Refuses with 13000312, 13000307, 13000310 and 13000311, before anything is copied.
 */
export function copyInto(drive: Drive, node: FileNode, target: Target): FileNode {
  checkTarget(drive, node, target.folder);
  if (bytesOf(drive, node) > freeBytes(target.space)) throw new Refusal(13000311);
  return copyTree(drive, node, target);
}

/**
 * Moves a file, or a folder with all below. Within a space the ids stay; into another space everything gets new ids,
 * as a copy would (inferred from newFileId of a job). Refuses as `copyInto`.
 */
export function moveInto(drive: Drive, node: FileNode, target: Target): FileNode {
  if (node.parentId === undefined) throw new Refusal(13000304, 'the root of a space');
  checkTarget(drive, node, target.folder);
  if (node.containerId !== target.space.containerId) {
    const copy = copyInto(drive, node, target);
    removeForGood(drive, node);
    return copy;
  }
  drive.tree.move(node, target.folder.id, nameIn(drive, target.folder, node.name, OnClash.timestamp));
  return node;
}

/** Removes a file, or a folder with all below, gives its bytes back to the quota and forgets its content. */
export function removeForGood(drive: Drive, node: FileNode): void {
  if (node.parentId === undefined) throw new Refusal(13000304, 'the root of a space');
  const space = drive.spaces.get(node.containerId);
  for (const gone of drive.tree.remove(node)) {
    for (const past of drive.revisions.past(gone)) giveBack(space, past.size);
    giveBack(space, gone.size);
    forgetContents(drive, gone);
  }
}

/** Lets go of the contents of a node that is gone, those of its past versions too. */
export function forgetContents(drive: Drive, gone: FileNode): void {
  for (const past of drive.revisions.past(gone)) drive.blobs.release(past.sha256);
  drive.revisions.forget(gone);
  drive.syncFolders.close(gone.id);
  if (gone.sha256 !== undefined) drive.blobs.release(gone.sha256);
}

function checkTarget(drive: Drive, node: FileNode, folder: FileNode): void {
  if (node.parentId === folder.id) throw new Refusal(13000312, node.id);
  if (drive.tree.isBelow(folder, node)) throw new Refusal(13000307, node.id);
  drive.tree.checkDepth(folder, drive.tree.height(node));
}

function copyTree(drive: Drive, node: FileNode, { space, folder, userId }: Target): FileNode {
  const { name, hidden, description, id: copiedFrom, editedAt } = node;
  const placement = {
    space,
    parent: folder,
    name,
    onClash: OnClash.timestamp,
    userId,
    hidden,
    description,
    copiedFrom,
    editedAt,
  };
  if (!isFolder(node) && node.sha256 !== undefined) {
    const { fileType, mimeType, size: length, sha256 } = node;
    const copy = addFile(drive, placement, { fileType, mimeType, length, sha256 });
    drive.blobs.share(sha256);
    return copy;
  }
  const copy = addFolder(drive, placement);
  for (const child of [...drive.tree.children(node.id)]) copyTree(drive, child, { space, folder: copy, userId });
  return copy;
}

import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { rootIdOf, safeIdOf, type Space } from '../spaces/spaces.js';
import { isFolder, type FileNode } from './file-node.js';

/**
 * A file or folder of a space, in the recycle bin or not. Refuses with 13000309 (nowhere) and with `elsewhere`
 * (in another space): 13000411 for calls about the file itself, 13000302 for entries of a batch; which of the two
 * upstream gives where is inferred.
 */
export function fileIn(
  drive: Drive,
  space: Space,
  fileId: string,
  elsewhere: 13000411 | 13000302 = 13000411,
): FileNode {
  const node = drive.tree.find(fileId);
  if (!node) throw new Refusal(13000309, fileId);
  if (node.containerId !== space.containerId) throw new Refusal(elsewhere, `${fileId} ${space.containerId}`);
  return node;
}

/** As `fileIn`, and not in the recycle bin: 13000306 otherwise. */
export function liveFileIn(drive: Drive, space: Space, fileId: string, elsewhere?: 13000302): FileNode {
  const node = fileIn(drive, space, fileId, elsewhere);
  if (drive.tree.isRecycled(node)) throw new Refusal(13000306, fileId);
  return node;
}

const wellKnown = new Map([
  ['root', rootIdOf],
  ['sbox', safeIdOf],
]);

/** A folder by id, or by `root` and `sbox`. Refuses with 13000309, 13000302 and, for what is no folder, 13000304. */
export function folderIn(drive: Drive, space: Space, folderId: string): FileNode {
  const id = wellKnown.get(folderId)?.(space.containerId) ?? folderId;
  const node = fileIn(drive, space, id, 13000302);
  if (!isFolder(node)) throw new Refusal(13000304, folderId);
  return node;
}

/** A folder to put something into; `recycled` is the refusal when it is in the recycle bin. */
export function targetIn(drive: Drive, space: Space, folderId: string, recycled: 13000305 | 13000404): FileNode {
  const folder = folderIn(drive, space, folderId);
  if (drive.tree.isRecycled(folder)) throw new Refusal(recycled, folderId);
  return folder;
}

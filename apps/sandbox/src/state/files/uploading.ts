import { Refusal } from '../../operation.js';
import { join, type MultipartUpload } from '../../object-store/multipart-uploads.js';
import type { Drive } from '../drive.js';
import { freeBytes, type Space } from '../spaces/spaces.js';
import { isFolder, type FileNode } from './file-node.js';
import { liveFileIn, targetIn } from './lookup.js';
import { checkName, OnClash } from './names.js';
import { addFile, nameIn } from './new-files.js';
import { addRevision, CreateReason } from './revisions.js';
import type { Upload } from './uploads.js';
import { Act } from './visits.js';

export interface UploadWish {
  readonly space: Space;
  readonly parent: FileNode;
  readonly fileName: string;
  readonly onClash: number;
  readonly fileType: string;
  readonly mimeType: string;
  readonly length: number;
  readonly sha256: string | undefined;
  readonly proofCode: string | undefined;
  readonly description: string;
  readonly userId: string;
}

export type Begun =
  | { readonly outcome: 'upload'; readonly upload: Upload }
  /** The same name with the same bytes is there already (autoRename 4). */
  | { readonly outcome: 'exists'; readonly node: FileNode }
  /** Instant upload: the bytes were known and the file is complete. */
  | { readonly outcome: 'instant'; readonly node: FileNode };

/** Begins an upload. Refuses with 13000102, 13000417, 13000405 (autoRename 3) and 13000311. */
export function beginUpload(drive: Drive, wish: UploadWish): Begun {
  const { space, parent, onClash, length, sha256 } = wish;
  checkName(wish.fileName);
  const namesake = drive.tree.named(parent.id, wish.fileName);
  if (onClash === OnClash.sameIsThere && namesake && sha256 !== undefined && namesake.sha256 === sha256) {
    return { outcome: 'exists', node: namesake };
  }
  const fileName = nameIn(drive, parent, wish.fileName, onClash);
  if (length > freeBytes(space)) throw new Refusal(13000311);
  const { fileType, mimeType, userId, description } = wish;
  const known = sha256 === undefined ? undefined : drive.blobs.find(sha256);
  if (drive.habits.instantUpload && sha256 && wish.proofCode && known?.length === length) {
    const node = addFile(drive, { ...wish, name: fileName }, { fileType, mimeType, length, sha256 });
    drive.blobs.share(sha256);
    return { outcome: 'instant', node };
  }
  const to = { fileId: drive.ids.file(), containerId: space.containerId, parentId: parent.id, fileName, onClash };
  const upload = drive.uploads.add({
    ...to,
    ...{ fileType, mimeType, length, sha256, userId, description },
    createdAt: drive.clock.now(),
    multipart: beginParts(drive),
    planned: new Map(),
  });
  return { outcome: 'upload', upload };
}

function beginParts(drive: Drive): MultipartUpload {
  return drive.multipart.begin(drive.ids.hex(32).toUpperCase(), drive.ids.hex(35));
}

export interface RevisionWish {
  readonly space: Space;
  readonly node: FileNode;
  readonly length: number;
  readonly sha256: string | undefined;
  readonly keepForever: boolean;
  readonly userId: string;
}

/**
 * Begins the upload of a new version of a file; one that was begun before is given up. Refuses with 13000406 (a
 * folder) and 13000311.
 */
export function beginRevision(
  drive: Drive,
  { space, node, length, sha256, keepForever, userId }: RevisionWish,
): Upload {
  if (isFolder(node)) throw new Refusal(13000406, node.id);
  if (length > freeBytes(space)) throw new Refusal(13000311);
  const before = drive.uploads.find(node.id);
  if (before) drive.multipart.abandon(before.multipart);
  const { id: fileId, containerId, parentId = '', name: fileName, fileType, mimeType, description } = node;
  return drive.uploads.add({
    ...{ fileId, containerId, parentId, fileName, onClash: OnClash.refuse, fileType, mimeType, description },
    ...{ length, sha256, userId, createdAt: drive.clock.now(), multipart: beginParts(drive), planned: new Map() },
    revision: { keepForever },
  });
}

/**
 * Joins the parts of an upload and makes the file. Refuses with 13000402 (parts missing, not going on from one
 * another, or another length or SHA-256 than declared; the upload stays, so that parts can be sent again), 13000404
 * (its folder was recycled), 13000304 (its folder is gone), 13000405 and 13000311.
 */
export async function completeUpload(drive: Drive, upload: Upload, sha256: string | undefined): Promise<FileNode> {
  const joined = await join(upload.multipart, upload.length);
  if (!joined.complete) throw new Refusal(13000402, joined.reason);
  for (const expected of [sha256, upload.sha256]) {
    if (expected !== undefined && expected.toLowerCase() !== joined.sha256)
      throw new Refusal(13000402, 'sha256 differs');
  }
  // Looked up again: a second completion of the same upload may have ended it while this one was joining.
  drive.uploads.get(upload.fileId, upload.userId);
  const node = upload.revision ? asRevision(drive, upload, joined.sha256) : asFile(drive, upload, joined.sha256);
  drive.blobs.keep(joined.sha256, joined.segments, upload.mimeType);
  drive.multipart.end(upload.multipart);
  drive.uploads.remove(upload.fileId);
  noteVisit(drive, upload.userId, node, Act.edit);
  return node;
}

function asFile(drive: Drive, upload: Upload, sha256: string): FileNode {
  const space = drive.spaces.get(upload.containerId);
  const parent = drive.tree.find(upload.parentId);
  if (!parent) throw new Refusal(13000304, upload.parentId);
  const { fileId: id, fileName: name, onClash, userId, createdAt, description, fileType, mimeType, length } = upload;
  const placement = { id, space, parent: targetIn(drive, space, parent.id, 13000404), name, onClash, userId };
  const content = { sha256, length, fileType, mimeType };
  return addFile(drive, { ...placement, createdAt, description, editedAt: drive.clock.now() }, content);
}

function asRevision(drive: Drive, { containerId, fileId, length, userId, revision }: Upload, sha256: string): FileNode {
  const node = liveFileIn(drive, drive.spaces.get(containerId), fileId);
  const keepForever = revision?.keepForever ?? false;
  addRevision(drive, node, { content: { sha256, length }, userId, keepForever, reason: CreateReason.created });
  return node;
}

export function noteVisit(drive: Drive, userId: string, node: FileNode, act: number): void {
  const { id: fileId, containerId, name, fileType } = node;
  drive.visits.add(userId, { fileId, containerId, name, fileType, act, at: drive.clock.now() });
}

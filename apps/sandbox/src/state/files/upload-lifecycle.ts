import { errorCodes } from '../../contract/errors.js';
import { assembleParts, type MultipartUpload } from '../../object-store/multipart-uploads.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { getFreeBytes, type Space } from '../spaces/spaces.js';
import { isFolder, type FileNode } from './file-node.js';
import { checkFileName, NameConflictBehavior } from './file-names.js';
import { getActiveNode, getTargetFolder } from './lookup.js';
import { addFile, findAvailableNameInFolder, type NewNodeOptions } from './new-files.js';
import { addRevision, RevisionReason } from './revisions.js';
import type { Upload } from './uploads.js';
import { VisitAction } from './visits.js';

export interface UploadRequest {
  readonly space: Space;
  readonly parent: FileNode;
  readonly fileName: string;
  /** A number of NameConflictBehavior. */
  readonly nameConflictBehavior: number;
  readonly fileType: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly length: number;
  readonly sha256: string | undefined;
  readonly proofCode: string | undefined;
  readonly description: string;
  readonly userId: string;
}

export type BeginUploadResult =
  | { readonly outcome: 'upload'; readonly upload: Upload }
  /** The folder has a file of this name with the same bytes already (autoRename 4). */
  | { readonly outcome: 'exists'; readonly node: FileNode }
  /** Instant upload: the bytes are stored already, and the file is complete. */
  | { readonly outcome: 'instant'; readonly node: FileNode };

/**
 * Begins an upload. Returns the existing file instead if it has the same name and bytes, or the new file if the upload is
 * instant.
 * @throws OperationError invalidParameter or fileNameTooLong (the name), duplicateName (the name is taken, autoRename
 *   3) or insufficientSpace (quota)
 */
export function beginUpload(drive: Drive, request: UploadRequest): BeginUploadResult {
  const { space, parent, nameConflictBehavior, fileType, mimeType, length, sha256 } = request;
  checkFileName(request.fileName);
  const existing = findIdenticalFile(drive, request);
  if (existing) return { outcome: 'exists', node: existing };
  const fileName = findAvailableNameInFolder(drive, parent, request.fileName, nameConflictBehavior);
  if (length > getFreeBytes(space)) throw new OperationError(errorCodes.insufficientSpace);
  const storedBlob = sha256 === undefined ? undefined : drive.blobs.findBySha256(sha256);
  if (drive.behavior.instantUpload && sha256 && request.proofCode && storedBlob?.length === length) {
    const node = addFile(drive, { ...request, name: fileName }, { fileType, mimeType, length, sha256 });
    drive.blobs.retain(sha256);
    return { outcome: 'instant', node };
  }
  const upload = drive.uploads.add({
    fileId: drive.ids.nextFileId(),
    containerId: space.containerId,
    parentId: parent.id,
    fileName,
    nameConflictBehavior,
    fileType,
    mimeType,
    length,
    sha256,
    userId: request.userId,
    createdAt: drive.clock.now(),
    description: request.description,
    multipart: beginMultipartUpload(drive),
    requestedParts: new Map(),
  });
  return { outcome: 'upload', upload };
}

/** The file of the same name and bytes, if the caller wants to reuse it. */
function findIdenticalFile(
  drive: Drive,
  { parent, fileName, nameConflictBehavior, sha256 }: UploadRequest,
): FileNode | undefined {
  if (nameConflictBehavior !== NameConflictBehavior.reuseIdentical || sha256 === undefined) return undefined;
  const existing = drive.tree.findChild(parent.id, fileName);
  return existing?.sha256 === sha256 ? existing : undefined;
}

const uploadIdDigits = 32;

function beginMultipartUpload(drive: Drive): MultipartUpload {
  const uploadId = drive.ids.nextHex(uploadIdDigits).toUpperCase();
  return drive.multipartUploads.begin(uploadId, drive.ids.nextObjectKey());
}

export interface RevisionUploadRequest {
  readonly space: Space;
  readonly node: FileNode;
  readonly length: number;
  readonly sha256: string | undefined;
  readonly keepForever: boolean;
  readonly userId: string;
}

/**
 * Begins the upload of a new version of a file. An earlier upload for the same file is aborted.
 * @throws OperationError notAllowedOnFolder (a folder) or insufficientSpace (quota)
 */
export function beginRevisionUpload(
  drive: Drive,
  { space, node, length, sha256, keepForever, userId }: RevisionUploadRequest,
): Upload {
  if (isFolder(node)) throw new OperationError(errorCodes.notAllowedOnFolder, node.id);
  if (length > getFreeBytes(space)) throw new OperationError(errorCodes.insufficientSpace);
  const previous = drive.uploads.find(node.id);
  if (previous) drive.multipartUploads.abort(previous.multipart);
  const { id: fileId, containerId, parentId = '', name: fileName, fileType, mimeType, description } = node;
  return drive.uploads.add({
    fileId,
    containerId,
    parentId,
    fileName,
    nameConflictBehavior: NameConflictBehavior.fail,
    fileType,
    mimeType,
    length,
    sha256,
    userId,
    createdAt: drive.clock.now(),
    description,
    multipart: beginMultipartUpload(drive),
    revision: { keepForever },
    requestedParts: new Map(),
  });
}

/**
 * Joins the parts of an upload and creates the file, or the new version of it.
 * @param sha256 of all bytes, in addition to the one declared at the beginning
 * @throws OperationError uploadIncomplete (parts are missing, do not follow one another, or have another length or
 *   SHA-256 than declared; the upload stays in progress, so that parts can be sent again), parentFolderRecycled (its
 *   folder is in the recycle bin), invalidTargetFolder (its folder was deleted), duplicateName (the name is taken) or
 *   insufficientSpace (quota)
 */
export async function completeUpload(drive: Drive, upload: Upload, sha256: string | undefined): Promise<FileNode> {
  const assembled = await assembleParts(upload.multipart, upload.length);
  if (!assembled.complete) throw new OperationError(errorCodes.uploadIncomplete, assembled.reason);
  for (const expected of [sha256, upload.sha256]) {
    if (expected !== undefined && expected.toLowerCase() !== assembled.sha256)
      throw new OperationError(errorCodes.uploadIncomplete, 'sha256 differs');
  }
  // Check again: while the parts were joined, a second call may have completed the same upload.
  drive.uploads.get(upload.fileId, upload.userId);
  const node = upload.revision
    ? createUploadedRevision(drive, upload, assembled.sha256)
    : createUploadedFile(drive, upload, assembled.sha256);
  drive.blobs.store(assembled.sha256, assembled.segments, upload.mimeType);
  drive.multipartUploads.remove(upload.multipart);
  drive.uploads.remove(upload.fileId);
  recordVisit(drive, upload.userId, node, VisitAction.edit);
  return node;
}

function createUploadedFile(drive: Drive, upload: Upload, sha256: string): FileNode {
  const { fileType, mimeType, length } = upload;
  const space = drive.spaces.get(upload.containerId);
  const parent = drive.tree.find(upload.parentId);
  if (!parent) throw new OperationError(errorCodes.invalidTargetFolder, upload.parentId);
  const options: NewNodeOptions = {
    id: upload.fileId,
    space,
    parent: getTargetFolder(drive, space, parent.id, errorCodes.parentFolderRecycled),
    name: upload.fileName,
    nameConflictBehavior: upload.nameConflictBehavior,
    userId: upload.userId,
    createdAt: upload.createdAt,
    editedAt: drive.clock.now(),
    description: upload.description,
  };
  return addFile(drive, options, { sha256, length, fileType, mimeType });
}

function createUploadedRevision(
  drive: Drive,
  { containerId, fileId, length, userId, revision }: Upload,
  sha256: string,
): FileNode {
  const node = getActiveNode(drive, drive.spaces.get(containerId), fileId);
  const keepForever = revision?.keepForever ?? false;
  addRevision(drive, node, { content: { sha256, length }, userId, keepForever, reason: RevisionReason.created });
  return node;
}

/**
 * Adds a node to the recent visits of a user.
 * @param action a number of VisitAction
 */
export function recordVisit(drive: Drive, userId: string, node: FileNode, action: number): void {
  const { id: fileId, containerId, name, fileType } = node;
  drive.visits.add(userId, { fileId, containerId, name, fileType, action, timestamp: drive.clock.now() });
}

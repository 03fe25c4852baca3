import type { Drive } from '../drive.js';
import { chargeQuota, type Space } from '../spaces/spaces.js';
import { folderFileType, folderMimeType, type FileNode } from './file-node.js';
import { checkFileName, findAvailableName } from './file-names.js';

export interface NewNodeOptions {
  readonly space: Space;
  readonly parent: FileNode;
  readonly name: string;
  /** A number of NameConflictBehavior. */
  readonly nameConflictBehavior: number;
  readonly userId: string;
  /** Default: now. */
  readonly createdAt?: number;
  /** Default: `createdAt`. */
  readonly editedAt?: number;
  readonly hidden?: boolean;
  readonly description?: string;
  readonly copiedFromId?: string;
  /** An upload generates the id before its file exists. Default: a new id. */
  readonly id?: string;
}

export interface FileContent {
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
  readonly fileType: string;
  readonly mimeType: string;
}

/**
 * Creates a folder.
 * @throws OperationError invalidParameter or fileNameTooLong (the name), duplicateName (the name is taken) or
 *   folderTreeTooDeep (too many levels)
 */
export function addFolder(drive: Drive, options: NewNodeOptions): FileNode {
  checkFileName(options.name);
  drive.tree.checkDepth(options.parent, 1);
  return drive.tree.add({
    ...createNode(drive, options),
    fileType: folderFileType,
    mimeType: folderMimeType,
    sizeBytes: 0,
    sha256: undefined,
    assetId: '',
  });
}

/**
 * Creates a file and adds its length to the used quota. The caller must count the use of the content in the blob store.
 * @throws OperationError invalidParameter or fileNameTooLong (the name), duplicateName (the name is taken) or
 *   insufficientSpace (quota), before anything has changed
 */
export function addFile(drive: Drive, options: NewNodeOptions, content: FileContent): FileNode {
  checkFileName(options.name);
  const { fileType, mimeType, length: sizeBytes, sha256 } = content;
  const node: FileNode = {
    ...createNode(drive, options),
    fileType,
    mimeType,
    sizeBytes,
    sha256,
    assetId: drive.ids.nextNumericId(),
  };
  chargeQuota(options.space, sizeBytes);
  return drive.tree.add(node);
}

/**
 * As `findAvailableName`, for the names in a folder.
 * @throws OperationError duplicateName (the name is taken, and `nameConflictBehavior` is `fail`)
 */
export function findAvailableNameInFolder(
  drive: Drive,
  parent: FileNode,
  requestedName: string,
  nameConflictBehavior: number,
): string {
  const isTaken = (name: string): boolean => drive.tree.findChild(parent.id, name) !== undefined;
  return findAvailableName(requestedName, isTaken, nameConflictBehavior, drive.clock.now());
}

type NodeWithoutContent = Omit<FileNode, 'fileType' | 'mimeType' | 'sizeBytes' | 'sha256' | 'assetId'>;

function createNode(drive: Drive, options: NewNodeOptions): NodeWithoutContent {
  const { space, parent, userId, createdAt = drive.clock.now() } = options;
  return {
    id: options.id ?? drive.ids.nextFileId(),
    containerId: space.containerId,
    parentId: parent.id,
    name: findAvailableNameInFolder(drive, parent, options.name, options.nameConflictBehavior),
    createdAt,
    editedAt: options.editedAt ?? createdAt,
    creatorId: userId,
    editorId: userId,
    hidden: options.hidden ?? false,
    description: options.description ?? '',
    copiedFromId: options.copiedFromId,
    recycledAt: undefined,
  };
}

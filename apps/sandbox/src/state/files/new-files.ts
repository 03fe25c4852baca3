import type { Drive } from '../drive.js';
import { charge, type Space } from '../spaces/spaces.js';
import { FOLDER, FOLDER_MIME, type FileNode } from './file-node.js';
import { checkName, freeName } from './names.js';

/** What is to lie in a folder. */
export interface Placement {
  readonly space: Space;
  readonly parent: FileNode;
  readonly name: string;
  /** See OnClash. */
  readonly onClash: number;
  readonly userId: string;
  readonly createdAt?: number;
  readonly editedAt?: number;
  readonly hidden?: boolean;
  readonly description?: string;
  readonly copiedFrom?: string;
  /** Made before, by an upload. */
  readonly id?: string;
}

export interface Content {
  readonly sha256: string;
  readonly length: number;
  readonly fileType: string;
  readonly mimeType: string;
}

/** Makes a folder. Refuses with 13000102, 13000417, 13000405 and 13000310. */
export function addFolder(drive: Drive, placement: Placement): FileNode {
  checkName(placement.name);
  drive.tree.checkDepth(placement.parent, 1);
  const kind = { fileType: FOLDER, mimeType: FOLDER_MIME };
  return drive.tree.add({ ...newNode(drive, placement), ...kind, size: 0, sha256: undefined, assetId: '' });
}

/**
 * Makes a file of a content that the caller has counted as used once more, and takes its length off the quota.
 * Refuses with 13000102, 13000417, 13000405 and 13000311, before anything has changed.
 */
export function addFile(drive: Drive, placement: Placement, content: Content): FileNode {
  checkName(placement.name);
  const { fileType, mimeType, length: size, sha256 } = content;
  const node = { ...newNode(drive, placement), fileType, mimeType, size, sha256, assetId: drive.ids.number() };
  charge(placement.space, size);
  return drive.tree.add(node);
}

export function nameIn(drive: Drive, parent: FileNode, wanted: string, onClash: number): string {
  return freeName(wanted, (name) => drive.tree.named(parent.id, name) !== undefined, onClash, drive.clock.now());
}

type NewNode = Omit<FileNode, 'fileType' | 'mimeType' | 'size' | 'sha256' | 'assetId'>;

function newNode(drive: Drive, placement: Placement): NewNode {
  const { space, parent, userId, createdAt = drive.clock.now() } = placement;
  return {
    id: placement.id ?? drive.ids.file(),
    containerId: space.containerId,
    parentId: parent.id,
    name: nameIn(drive, parent, placement.name, placement.onClash),
    createdAt,
    editedAt: placement.editedAt ?? createdAt,
    creatorId: userId,
    editorId: userId,
    hidden: placement.hidden ?? false,
    description: placement.description ?? '',
    copiedFrom: placement.copiedFrom,
    recycledAt: undefined,
  };
}

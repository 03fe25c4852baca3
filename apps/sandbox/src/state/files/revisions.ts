import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { BlobStore } from '../../object-store/blob-store.js';
import type { VirtualClock } from '../../virtual-clock.js';
import type { IdGenerator } from '../id-generator.js';
import { chargeQuota, releaseQuota, type Spaces } from '../spaces/spaces.js';
import type { FileNode } from './file-node.js';
import type { FileTree } from './file-tree.js';

export const RevisionReason = { created: 1, restored: 2 } as const;

/**
 * A version of a file. Each previous version counts as one use of its content in the blob store. The use of the current
 * version is the use of the file.
 */
export interface Revision {
  /** The asset id, a dot, and the id of the version. */
  readonly id: string;
  /** 1 for the first version of a file, then one more for each new version. */
  readonly version: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly reason: number;
  updatedAt: number;
  keepForever: boolean;
}

/** The versions of files, newest first. */
export class Revisions {
  private readonly byFile = new Map<string, Revision[]>();

  /** All versions of a file. Creates the record of the first version when it is read for the first time. */
  list({ ids }: { readonly ids: IdGenerator }, node: FileNode): Revision[] {
    const existing = this.byFile.get(node.id);
    if (existing) return existing;
    const first: Revision = {
      id: `${node.assetId}.${ids.nextNumericId()}`,
      version: 1,
      sha256: node.sha256 ?? '',
      sizeBytes: node.sizeBytes,
      createdAt: node.createdAt,
      createdBy: node.creatorId,
      reason: RevisionReason.created,
      updatedAt: node.createdAt,
      keepForever: false,
    };
    const revisions = [first];
    this.byFile.set(node.id, revisions);
    return revisions;
  }

  /** The versions before the current one. Creates no record. */
  listPrevious(node: FileNode): readonly Revision[] {
    return this.byFile.get(node.id)?.slice(1) ?? [];
  }

  remove(node: FileNode, revision: Revision): void {
    const remaining = this.byFile.get(node.id)?.filter((other) => other !== revision);
    if (remaining) this.byFile.set(node.id, remaining);
  }

  removeAll(node: FileNode): void {
    this.byFile.delete(node.id);
  }
}

/** The parts of the drive that a change of versions uses. */
export interface RevisionContext {
  readonly clock: VirtualClock;
  readonly ids: IdGenerator;
  readonly spaces: Spaces;
  readonly tree: FileTree;
  readonly blobs: BlobStore;
  readonly revisions: Revisions;
}

/** @throws OperationError notFound (the file has no such version) */
export function getFileRevision(drive: RevisionContext, node: FileNode, revisionId: string): Revision {
  const revision = drive.revisions.list(drive, node).find(({ id }) => id === revisionId);
  if (!revision) throw new OperationError(errorCodes.notFound, revisionId);
  return revision;
}

export interface NewRevisionOptions {
  /** `length` in bytes. */
  readonly content: { readonly sha256: string; readonly length: number };
  readonly userId: string;
  readonly keepForever: boolean;
  readonly reason: number;
}

/**
 * Adds a new current version to a file. The caller must count the use of the content in the blob store. Previous versions
 * still use quota (inferred).
 * @throws OperationError insufficientSpace (quota), before anything has changed
 */
export function addRevision(
  drive: RevisionContext,
  node: FileNode,
  { content, userId, keepForever, reason }: NewRevisionOptions,
): Revision {
  const revisions = drive.revisions.list(drive, node);
  chargeQuota(drive.spaces.get(node.containerId), content.length);
  const now = drive.clock.now();
  const { sha256, length: sizeBytes } = content;
  const assetId = drive.ids.nextNumericId();
  const revision: Revision = {
    id: `${assetId}.${drive.ids.nextNumericId()}`,
    version: (revisions[0]?.version ?? 0) + 1,
    sha256,
    sizeBytes,
    createdAt: now,
    createdBy: userId,
    reason,
    updatedAt: now,
    keepForever,
  };
  revisions.unshift(revision);
  node.sha256 = sha256;
  node.sizeBytes = sizeBytes;
  node.assetId = assetId;
  node.editedAt = now;
  node.editorId = userId;
  drive.tree.notifyUpdated(node);
  return revision;
}

/**
 * Adds a new current version with the content of a previous one.
 * @throws OperationError insufficientSpace (quota)
 */
export function restoreRevision(drive: RevisionContext, node: FileNode, revision: Revision, userId: string): void {
  const { sha256, sizeBytes: length } = revision;
  addRevision(drive, node, {
    content: { sha256, length },
    userId,
    keepForever: false,
    reason: RevisionReason.restored,
  });
  drive.blobs.retain(sha256);
}

/**
 * Deletes a previous version.
 * @throws OperationError invalidParameter (it is the current version; the code is inferred)
 */
export function deleteRevision(drive: RevisionContext, node: FileNode, revision: Revision): void {
  if (drive.revisions.list(drive, node)[0] === revision)
    throw new OperationError(errorCodes.invalidParameter, 'the current version stays');
  drive.revisions.remove(node, revision);
  releaseQuota(drive.spaces.get(node.containerId), revision.sizeBytes);
  drive.blobs.release(revision.sha256);
}

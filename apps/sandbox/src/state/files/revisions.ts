import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { charge, giveBack } from '../spaces/spaces.js';
import type { Content } from './new-files.js';
import type { FileNode } from './file-node.js';

export const CreateReason = { created: 1, restored: 2 } as const;

/** A version of a file. Each holds one use of its content, the current one that of the file itself. */
export interface Revision {
  /** Asset id, a dot, version id. */
  readonly id: string;
  /** Only grows. */
  readonly version: number;
  readonly sha256: string;
  readonly size: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly reason: number;
  updatedAt: number;
  keepForever: boolean;
}

/** The versions of files that have more than their first content, newest first. */
export class Revisions {
  private readonly byFile = new Map<string, Revision[]>();

  /** A file that was never written again has one version, which is made when it is first asked for. */
  of(drive: Drive, node: FileNode): Revision[] {
    const known = this.byFile.get(node.id);
    if (known) return known;
    const id = `${node.assetId}.${drive.ids.number()}`;
    const times = { createdAt: node.createdAt, updatedAt: node.createdAt, createdBy: node.creatorId };
    const content = { sha256: node.sha256 ?? '', size: node.size };
    const first = [{ id, version: 1, ...content, ...times, reason: CreateReason.created, keepForever: false }];
    this.byFile.set(node.id, first);
    return first;
  }

  /** Those that are not the current one, without making any. */
  past(node: FileNode): readonly Revision[] {
    return this.byFile.get(node.id)?.slice(1) ?? [];
  }

  remove(node: FileNode, revision: Revision): void {
    const kept = this.byFile.get(node.id)?.filter((other) => other !== revision);
    if (kept) this.byFile.set(node.id, kept);
  }

  forget(node: FileNode): void {
    this.byFile.delete(node.id);
  }
}

/** Refuses with 13000309 when the file has no such version. */
export function revisionOf(drive: Drive, node: FileNode, revisionId: string): Revision {
  const revision = drive.revisions.of(drive, node).find(({ id }) => id === revisionId);
  if (!revision) throw new Refusal(13000309, revisionId);
  return revision;
}

export interface NewRevision {
  readonly content: Pick<Content, 'sha256' | 'length'>;
  readonly userId: string;
  readonly keepForever: boolean;
  readonly reason: number;
}

/**
 * Gives a file a new current version, of a content that the caller has counted as used once more. Past versions go on
 * using quota (inferred). Refuses with 13000311, before anything has changed.
 */
export function addRevision(
  drive: Drive,
  node: FileNode,
  { content, userId, keepForever, reason }: NewRevision,
): Revision {
  const revisions = drive.revisions.of(drive, node);
  charge(drive.spaces.get(node.containerId), content.length);
  const now = drive.clock.now();
  const { sha256, length: size } = content;
  const assetId = drive.ids.number();
  const revision: Revision = {
    ...{ id: `${assetId}.${drive.ids.number()}`, version: (revisions[0]?.version ?? 0) + 1, sha256, size },
    ...{ createdAt: now, updatedAt: now, createdBy: userId, reason, keepForever },
  };
  revisions.unshift(revision);
  Object.assign(node, { sha256, size, assetId, editedAt: now, editorId: userId });
  drive.tree.changed(node);
  return revision;
}

/** Makes the content of a past version current again, as a new version. */
export function restoreRevision(drive: Drive, node: FileNode, revision: Revision, userId: string): void {
  const { sha256, size: length } = revision;
  addRevision(drive, node, { content: { sha256, length }, userId, keepForever: false, reason: CreateReason.restored });
  drive.blobs.share(sha256);
}

/** Removes a past version. Refuses with 13000102 the current one (the code is inferred). */
export function deleteRevision(drive: Drive, node: FileNode, revision: Revision): void {
  if (drive.revisions.of(drive, node)[0] === revision) throw new Refusal(13000102, 'the current version stays');
  drive.revisions.remove(node, revision);
  giveBack(drive.spaces.get(node.containerId), revision.size);
  drive.blobs.release(revision.sha256);
}

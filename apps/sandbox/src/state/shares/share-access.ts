import { Refusal, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import type { FileNode } from '../files/file-node.js';
import { UserStatus, type User } from '../organization/users.js';
import { mayReach } from '../spaces/access.js';
import { SpaceStatus } from '../spaces/spaces.js';
import { ShareScope, ShareStatus, type Share } from './shares.js';

/** Whether the share names the user, by a department with all below it, by a group, or alone. */
function addresses(drive: Drive, share: Share, user: User): boolean {
  if (share.userIds.includes(user.userId)) return true;
  if (share.groupIds.some((id) => drive.groups.find(id)?.members.has(user.userId))) return true;
  return drive.departments.chain(user.deptId).some(({ id }) => share.deptIds.includes(id));
}

/** Whether it stands in the user's list: only what names its receivers does, and nobody receives their own. */
export function isReceived(drive: Drive, share: Share, user: User): boolean {
  if (share.scope !== ShareScope.selected || share.ownerId === user.userId) return false;
  return !share.left.has(user.userId) && addresses(drive, share, user);
}

/** Those who receive it. */
export function receivers(drive: Drive, share: Share): User[] {
  return drive.users.list().filter((user) => user.status === UserStatus.enabled && isReceived(drive, share, user));
}

function mayOpen(drive: Drive, subject: Subject, share: Share): boolean {
  if (share.scope === ShareScope.external) return true;
  if (subject.kind !== 'user') return false;
  const user = drive.users.find(subject.userId);
  if (!user) return false;
  return share.ownerId === user.userId || share.scope === ShareScope.organization || isReceived(drive, share, user);
}

/** The share behind a link's code. Refuses with 13000309 (none) and 13000410 (not for this caller); both inferred. */
export function visitedShare(drive: Drive, subject: Subject, code: string): Share {
  return admitted(drive, subject, drive.shares.ofCode(code));
}

export function admitted(drive: Drive, subject: Subject, share: Share): Share {
  if (!mayOpen(drive, subject, share)) throw new Refusal(13000410, share.containerId);
  return share;
}

/**
 * A share whose files the caller may read. Refuses, beside what `admitted` refuses, with 13000309 (its time is over,
 * its files are gone, or it is invalid) and 13000410 (no good kdstoken where an access code is set); all inferred.
 */
export function openedShare(drive: Drive, subject: Subject, share: Share, kdstoken: string | undefined): Share {
  admitted(drive, subject, share);
  const over = statusOf(drive, share) !== ShareStatus.byTime || share.expiresAt <= drive.clock.now();
  if (over) throw new Refusal(13000309, `share ${share.id}`);
  if (share.extractCode !== undefined && !drive.sharePasses.opens(kdstoken ?? '', share)) {
    throw new Refusal(13000410, share.containerId);
  }
  return share;
}

/** Deleted: every file is recycled or gone. Invalid: the sharer or the space is (facts/shares.md). */
export function statusOf(drive: Drive, share: Share): number {
  const owner = drive.users.find(share.ownerId);
  const space = drive.spaces.find(share.containerId);
  const subject: Subject = { kind: 'user', userId: share.ownerId, via: 'session' };
  const valid = owner?.status === UserStatus.enabled && space?.status === SpaceStatus.normal;
  if (!valid || !mayReach(drive, subject, space)) return ShareStatus.invalid;
  return topFiles(drive, share).length === 0 ? ShareStatus.filesDeleted : ShareStatus.byTime;
}

/** What is at the top of a share and still there. */
export function topFiles(drive: Drive, share: Share): FileNode[] {
  return share.fileIds.flatMap((id) => {
    const node = drive.tree.find(id);
    return node && !drive.tree.isRecycled(node) ? [node] : [];
  });
}

/** A file of the share, at its top or below. Refuses with 13000309 (nowhere, or not shared) and 13000306. */
export function sharedFile(drive: Drive, share: Share, fileId: string): FileNode {
  const node = drive.tree.find(fileId);
  if (!node || !drive.tree.path(node).some(({ id }) => share.fileIds.includes(id))) {
    throw new Refusal(13000309, fileId);
  }
  if (drive.tree.isRecycled(node)) throw new Refusal(13000306, fileId);
  return node;
}

import { errorCodes } from '../../contract/errors.js';
import { OperationError, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import type { FileNode } from '../files/file-node.js';
import { UserStatus, type User } from '../organization/users.js';
import { canAccessSpace, createUserSubject } from '../spaces/space-access.js';
import { SpaceStatus } from '../spaces/spaces.js';
import { ShareScope, ShareStatus, type Share } from './shares.js';

/** Whether the share names the user, a group of the user, the department of the user, or a department above it. */
function isNamedInShare(drive: Drive, share: Share, user: User): boolean {
  if (share.userIds.includes(user.userId)) return true;
  if (share.groupIds.some((id) => drive.groups.find(id)?.members.has(user.userId))) return true;
  return drive.departments.listSelfAndAncestors(user.deptId).some(({ id }) => share.deptIds.includes(id));
}

/**
 * Whether the user is a recipient of the share. Only a share with scope `selected` has recipients. The sharer, and a user who
 * left the share, are none of them.
 */
export function isRecipient(drive: Drive, share: Share, user: User): boolean {
  if (share.scope !== ShareScope.selected || share.ownerId === user.userId) return false;
  return !share.leftUserIds.has(user.userId) && isNamedInShare(drive, share, user);
}

/** The enabled recipients of a share. */
export function listRecipients(drive: Drive, share: Share): User[] {
  return drive.users.list().filter((user) => user.status === UserStatus.enabled && isRecipient(drive, share, user));
}

function canOpenShare(drive: Drive, subject: Subject, share: Share): boolean {
  if (share.scope === ShareScope.external) return true;
  if (subject.kind !== 'user') return false;
  const user = drive.users.find(subject.userId);
  if (!user) return false;
  return share.ownerId === user.userId || share.scope === ShareScope.organization || isRecipient(drive, share, user);
}

/**
 * The share with the code of a link.
 * @throws OperationError notFound (no such share) or permissionDenied (not for this caller); both inferred
 */
export function getShareByCode(drive: Drive, subject: Subject, code: string): Share {
  return requireShareAccess(drive, subject, drive.shares.getByCode(code));
}

/** @throws OperationError permissionDenied (not for this caller; inferred) */
function requireShareAccess(drive: Drive, subject: Subject, share: Share): Share {
  if (!canOpenShare(drive, subject, share)) throw new OperationError(errorCodes.permissionDenied, share.containerId);
  return share;
}

/**
 * Checks that the caller may read the files of a share. Returns the share.
 * @throws OperationError permissionDenied (not for this caller, or the share has an access code and the kdstoken is not
 *   valid) or notFound (the share has expired or is invalid, or its files were deleted); all inferred
 */
export function requireReadableShare(
  drive: Drive,
  subject: Subject,
  share: Share,
  kdstoken: string | undefined,
): Share {
  requireShareAccess(drive, subject, share);
  const isValid = getShareStatus(drive, share) === ShareStatus.validUntilExpiry && share.expiresAt > drive.clock.now();
  if (!isValid) throw new OperationError(errorCodes.notFound, `share ${share.id}`);
  if (share.extractCode !== undefined && !drive.shareAccessTokens.isValidFor(kdstoken ?? '', share)) {
    throw new OperationError(errorCodes.permissionDenied, share.containerId);
  }
  return share;
}

/**
 * A number of ShareStatus. `filesDeleted` if every file was deleted or is in the recycle bin; `invalid` if the sharer or the
 * space is not active, or the sharer has no access to the space (facts/shares.md).
 */
export function getShareStatus(drive: Drive, share: Share): number {
  const owner = drive.users.find(share.ownerId);
  const space = drive.spaces.find(share.containerId);
  const isActive = owner?.status === UserStatus.enabled && space?.status === SpaceStatus.normal;
  if (!isActive || !canAccessSpace(drive, createUserSubject(share.ownerId), space)) return ShareStatus.invalid;
  return listTopFiles(drive, share).length === 0 ? ShareStatus.filesDeleted : ShareStatus.validUntilExpiry;
}

/** The nodes at the top of a share that were not deleted and are not in the recycle bin. */
export function listTopFiles(drive: Drive, share: Share): FileNode[] {
  return share.fileIds.flatMap((id) => {
    const node = drive.tree.find(id);
    return node && !drive.tree.isRecycled(node) ? [node] : [];
  });
}

/**
 * A file or folder at the top of the share or below it.
 * @throws OperationError notFound (no such node, or not shared) or fileInRecycleBin (in the recycle bin)
 */
export function getSharedFile(drive: Drive, share: Share, fileId: string): FileNode {
  const node = drive.tree.find(fileId);
  if (!node || !drive.tree.getPath(node).some(({ id }) => share.fileIds.includes(id))) {
    throw new OperationError(errorCodes.notFound, fileId);
  }
  if (drive.tree.isRecycled(node)) throw new OperationError(errorCodes.fileInRecycleBin, fileId);
  return node;
}

import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { Drive } from '../drive.js';
import { getTotalBytes, moveNode } from '../files/copy-move-delete.js';
import { NameConflictBehavior } from '../files/file-names.js';
import type { FileNode } from '../files/file-node.js';
import { addFolder } from '../files/new-files.js';
import { getFreeBytes, getRootFolderId, SpaceKind } from '../spaces/spaces.js';
import { createGroupMember, GroupRole } from './groups.js';
import { deleteUser } from './user-lifecycle.js';
import { UserStatus, type User } from './users.js';

/** The nodes at the top of the individual spaces of a user. */
export const listTopLevelNodes = (drive: Drive, { userId }: User): FileNode[] =>
  drive.spaces
    .listByOwner(userId, SpaceKind.individual)
    .flatMap(({ containerId }) => [...drive.tree.listChildren(getRootFolderId(containerId))]);

/**
 * Transfers the files and groups of a user to another user, the receiver, and deletes the user. The files go into a new
 * folder at the top of the receiver's first space, which has the name of the user (inferred: the reference says only that a
 * user is handed over).
 * @throws OperationError notFound (no such user), invalidParameter (the user is enabled), spaceNotFound (the receiver
 *   has no space) or insufficientSpace (quota of the receiver), before anything is moved
 */
export function transferOwnership(drive: Drive, userId: string, receiverId: string): void {
  const user = drive.users.get(userId);
  const receiver = drive.users.get(receiverId);
  if (user.status === UserStatus.enabled) throw new OperationError(errorCodes.invalidParameter, 'the user is enabled');
  const [space] = drive.spaces.listByOwner(receiverId, SpaceKind.individual);
  const root = space && drive.tree.find(getRootFolderId(space.containerId));
  if (!space || !root) throw new OperationError(errorCodes.spaceNotFound, `of ${receiverId}`);
  const nodes = listTopLevelNodes(drive, user);
  const bytes = nodes.reduce((sum, node) => sum + getTotalBytes(drive, node), 0);
  if (bytes > getFreeBytes(space)) throw new OperationError(errorCodes.insufficientSpace);
  if (nodes.length > 0) {
    const folder = addFolder(drive, {
      space,
      parent: root,
      name: user.name,
      nameConflictBehavior: NameConflictBehavior.appendTimestamp,
      userId: receiverId,
    });
    for (const node of nodes) moveNode(drive, node, { space, folder, userId: receiverId });
  }
  transferGroups(drive, user, receiver);
  deleteUser(drive, user);
}

function transferGroups(drive: Drive, user: User, receiver: User): void {
  const now = drive.clock.now();
  for (const group of drive.groups.listByMember(user.userId).filter(({ ownerId }) => ownerId === user.userId)) {
    group.ownerId = receiver.userId;
    group.members.set(receiver.userId, createGroupMember(receiver.userId, GroupRole.owner, now));
    group.updatedAt = now;
  }
}

import { Refusal } from '../../operation.js';
import type { Drive } from '../drive.js';
import { addFolder } from '../files/new-files.js';
import { OnClash } from '../files/names.js';
import { bytesOf, moveInto } from '../files/moving.js';
import { freeBytes, rootIdOf, SpaceKind } from '../spaces/spaces.js';
import type { FileNode } from '../files/file-node.js';
import { GroupRole, newMember } from './groups.js';
import { deleteUser } from './user-lives.js';
import { UserStatus, type User } from './users.js';

/** What lies at the top of a user's individual spaces. */
export const topsOf = (drive: Drive, { userId }: User): FileNode[] =>
  drive.spaces
    .ownedBy(userId, SpaceKind.individual)
    .flatMap(({ containerId }) => [...drive.tree.children(rootIdOf(containerId))]);

/**
 * Gives a user's files and groups to another and deletes the user: the files into a new folder at the top of the
 * receiver's first space, named after the user (inferred: the reference says only that a user is handed over). Refuses
 * with 13000102 (the user is enabled), 13000301 (the receiver has no space) and 13000311, before anything has moved.
 */
export function handOver(drive: Drive, userId: string, receiverId: string): void {
  const user = drive.users.get(userId);
  const receiver = drive.users.get(receiverId);
  if (user.status === UserStatus.enabled) throw new Refusal(13000102, 'the user is enabled');
  const [space] = drive.spaces.ownedBy(receiverId, SpaceKind.individual);
  const root = space && drive.tree.find(rootIdOf(space.containerId));
  if (!space || !root) throw new Refusal(13000301, `of ${receiverId}`);
  const tops = topsOf(drive, user);
  const bytes = tops.reduce((sum, node) => sum + bytesOf(drive, node), 0);
  if (bytes > freeBytes(space)) throw new Refusal(13000311);
  if (tops.length > 0) {
    const placement = { space, parent: root, name: user.name, onClash: OnClash.timestamp, userId: receiverId };
    const folder = addFolder(drive, placement);
    for (const node of tops) moveInto(drive, node, { space, folder, userId: receiverId });
  }
  handOverGroups(drive, user, receiver);
  deleteUser(drive, user);
}

function handOverGroups(drive: Drive, user: User, receiver: User): void {
  const now = drive.clock.now();
  for (const group of drive.groups.of(user.userId).filter(({ ownerId }) => ownerId === user.userId)) {
    group.ownerId = receiver.userId;
    group.members.set(receiver.userId, newMember(receiver.userId, GroupRole.owner, now));
    group.updatedAt = now;
  }
}

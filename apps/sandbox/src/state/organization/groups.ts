import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';

/** Numbers of `role` in updateUserGroup. */
export const GroupRole = { owner: 0, administrator: 1, member: 2 } as const;
/** `group` has a space, `userGroup` is only a list of users (inferred; facts/organization.md). */
export const GroupSource = { group: 0, userGroup: 1 } as const;

export interface GroupMember {
  readonly userId: string;
  /** A number of GroupRole. */
  role: number;
  pinned: boolean;
  readonly addedAt: number;
  updatedAt: number;
}

export interface Group {
  readonly id: string;
  name: string;
  ownerId: string;
  /** A number of GroupSource. */
  readonly sourceType: number;
  iconUrl: string;
  /** By user id, including the owner. */
  readonly members: Map<string, GroupMember>;
  readonly createdAt: number;
  updatedAt: number;
}

/** The groups of both source types. */
export class Groups {
  private readonly byId = new Map<string, Group>();

  add(group: Group): Group {
    this.byId.set(group.id, group);
    return group;
  }

  find(id: string): Group | undefined {
    return this.byId.get(id);
  }

  /** @throws OperationError notFound (no such group) */
  get(id: string): Group {
    const group = this.byId.get(id);
    if (!group) throw new OperationError(errorCodes.notFound, `group ${id}`);
    return group;
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  list(): Group[] {
    return [...this.byId.values()];
  }

  /** The groups of a user, in any role. */
  listByMember(userId: string): Group[] {
    return this.list().filter((group) => group.members.has(userId));
  }
}

export function createGroupMember(userId: string, role: number, now: number): GroupMember {
  return { userId, role, pinned: false, addedAt: now, updatedAt: now };
}

import { Refusal } from '../../operation.js';

/** Roles in a group, as updateUserGroup names them. */
export const GroupRole = { owner: 0, administrator: 1, member: 2 } as const;
/** Groups with a space, and plain lists of people (facts/organization.md: inferred). */
export const GroupSource = { group: 0, userGroup: 1 } as const;

export interface GroupMember {
  readonly userId: string;
  role: number;
  pinned: boolean;
  readonly addedAt: number;
  updatedAt: number;
}

export interface Group {
  readonly id: string;
  name: string;
  ownerId: string;
  readonly sourceType: number;
  iconUrl: string;
  readonly members: Map<string, GroupMember>;
  readonly createdAt: number;
  updatedAt: number;
}

/** Groups of both kinds. */
export class Groups {
  private readonly byId = new Map<string, Group>();

  add(group: Group): Group {
    this.byId.set(group.id, group);
    return group;
  }

  find(id: string): Group | undefined {
    return this.byId.get(id);
  }

  /** Refuses with 13000309 when there is no such group. */
  get(id: string): Group {
    const group = this.byId.get(id);
    if (!group) throw new Refusal(13000309, `group ${id}`);
    return group;
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  list(): Group[] {
    return [...this.byId.values()];
  }

  /** Groups in which the user is, in whatever role. */
  of(userId: string): Group[] {
    return this.list().filter((group) => group.members.has(userId));
  }
}

export function newMember(userId: string, role: number, now: number): GroupMember {
  return { userId, role, pinned: false, addedAt: now, updatedAt: now };
}

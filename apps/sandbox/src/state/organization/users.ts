import { Refusal } from '../../operation.js';

/** Roles of facts/organization.md. */
export const Role = {
  departmentAdministrator: 0,
  common: 1,
  systemAdministrator: 2,
  driveAdministrator: 3,
  manageable: 5,
} as const;
/** 2, seen upstream without explanation, is taken for a user who has not signed in yet (inferred). */
export const UserStatus = { enabled: 0, disabled: 1, notActivated: 2 } as const;

export interface User {
  readonly userId: string;
  readonly orgUserId: string;
  readonly name: string;
  readonly mobile: string;
  role: number;
  status: number;
  deptId: string;
}

/** The users of the tenant, in the order they were added. */
export class Users {
  private readonly byId = new Map<string, User>();
  /** Users that the subscription covers. */
  most = 100;

  add(user: User): User {
    this.byId.set(user.userId, user);
    return user;
  }

  find(userId: string): User | undefined {
    return this.byId.get(userId);
  }

  /** Refuses with 13000309 when there is no such user. */
  get(userId: string): User {
    const user = this.byId.get(userId);
    if (!user) throw new Refusal(13000309, `user ${userId}`);
    return user;
  }

  remove(userId: string): void {
    this.byId.delete(userId);
  }

  list(): User[] {
    return [...this.byId.values()];
  }

  /** Users whose department is among these. */
  within(departments: ReadonlySet<string>): User[] {
    return this.list().filter((user) => departments.has(user.deptId));
  }

  get size(): number {
    return this.byId.size;
  }
}

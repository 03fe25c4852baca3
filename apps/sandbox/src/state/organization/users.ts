import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';

/** Numbers of the contract (facts/organization.md). */
export const TenantRole = {
  departmentAdministrator: 0,
  common: 1,
  systemAdministrator: 2,
  driveAdministrator: 3,
  manageable: 5,
} as const;
/**
 * Numbers of the contract. 2 was seen upstream without an explanation; that it means a user who has not signed in yet is
 * inferred.
 */
export const UserStatus = { enabled: 0, disabled: 1, notActivated: 2 } as const;

export interface User {
  readonly userId: string;
  readonly orgUserId: string;
  readonly name: string;
  readonly mobile: string;
  /** A number of TenantRole. */
  role: number;
  /** A number of UserStatus. */
  status: number;
  deptId: string;
}

/** The users of the tenant, in the order they were added. */
export class Users {
  private readonly byId = new Map<string, User>();
  /** The number of users that the subscription covers. */
  maxUsers = 100;

  add(user: User): User {
    this.byId.set(user.userId, user);
    return user;
  }

  find(userId: string): User | undefined {
    return this.byId.get(userId);
  }

  /** @throws OperationError notFound (no such user) */
  get(userId: string): User {
    const user = this.byId.get(userId);
    if (!user) throw new OperationError(errorCodes.notFound, `user ${userId}`);
    return user;
  }

  remove(userId: string): void {
    this.byId.delete(userId);
  }

  list(): User[] {
    return [...this.byId.values()];
  }

  /** The users directly in one of these departments. */
  listByDepartments(deptIds: ReadonlySet<string>): User[] {
    return this.list().filter((user) => deptIds.has(user.deptId));
  }

  get size(): number {
    return this.byId.size;
  }
}

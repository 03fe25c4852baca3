import { Flag, Id, LongId, Text, Whole, Word } from '../http/input/fields.js';
import { pageQueryOf, projectionOf } from '../http/input/page.js';

export const userRoles = [
  'member',
  'department-administrator',
  'system-administrator',
  'drive-administrator',
  'manageable-member',
] as const;
export type UserRole = (typeof userRoles)[number];
/** The upstream makes a drive administrator of a new user only. */
export const changeableRoles = [
  'member',
  'department-administrator',
  'system-administrator',
  'manageable-member',
] as const satisfies readonly UserRole[];

export const userStates = ['enabled', 'disabled', 'not-activated'] as const;
export type UserState = (typeof userStates)[number];

/** A person who uses KooDrive. */
export class User {
  @Id({ example: '1316083732377070977' })
  id!: string;

  @Id({
    optional: true,
    example: '1008600000293202821',
    description: 'Their id at OrgID, the directory behind KooDrive.',
  })
  organizationUserId?: string | undefined;

  @Text({ max: 250, optional: true })
  name?: string | undefined;

  @Id({ optional: true, example: '1289173668999530369' })
  departmentId?: string | undefined;

  @Text({ max: 250, optional: true })
  departmentName?: string | undefined;

  @Text({
    max: 64,
    optional: true,
    example: '0086139****0000',
    description: 'Mobile number, masked as the upstream gives it.',
  })
  mobile?: string | undefined;

  @Word(userRoles, { optional: true })
  role?: UserRole | undefined;

  @Word(userStates, { optional: true, description: '`not-activated`: has not signed in yet (inferred).' })
  status?: UserState | undefined;
}

export class UserParams {
  @Id({ description: 'The user.' })
  userId!: string;
}

export class ReadUserQuery extends projectionOf(User) {}

export class ListUsersQuery extends pageQueryOf(User) {
  @Id({ optional: true, description: 'Only users of this department and of those below it; of all when left out.' })
  department?: string;

  @Flag({ query: true, optional: true, default: false, description: 'Only users right in the department.' })
  direct: boolean = false;

  @Text({ max: 80, optional: true, description: 'Text to look for in names.' })
  q?: string;
}

export class CountUsersQuery {
  @Id({ optional: true, description: 'Count users of this department and of those below it; all when left out.' })
  department?: string;
}

export class UserCount {
  @Whole({ min: 0 })
  count!: number;
}

export class UserMobile {
  @Text({ max: 64, optional: true, description: 'As the upstream shows it to you: whole or masked.' })
  mobile?: string | undefined;
}

export class AddUserBody {
  @Id({ example: '1008600000029937613', description: 'The id of the person at OrgID.' })
  organizationUserId!: string;

  @Id({ optional: true, description: 'The department to put them in; the root when left out (inferred).' })
  departmentId?: string;

  @Word(userRoles, { optional: true, default: 'member' })
  role: UserRole = 'member';
}

/** What is known of a user right after they were added. */
export class AddedUser {
  @Id({
    optional: true,
    description: 'The KooDrive id; left out where the upstream did not tell it and no list shows it yet.',
  })
  id?: string | undefined;

  @Id()
  organizationUserId!: string;
}

export class ChangeUserBody {
  @LongId({ optional: true, description: 'The department to move them to.' })
  departmentId?: string;

  @Word(changeableRoles, { optional: true })
  role?: (typeof changeableRoles)[number];

  @Word(['enabled', 'disabled'], { optional: true, description: 'Who is disabled cannot sign in.' })
  status?: 'enabled' | 'disabled';
}

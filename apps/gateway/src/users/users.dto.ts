import { BooleanField, IdField, Int64IdField, StringField, IntegerField, EnumField } from '../http/input/fields.js';
import { createPageQueryClass, createProjectionQueryClass } from '../http/input/page.js';

const userRoles = [
  'member',
  'department-administrator',
  'system-administrator',
  'drive-administrator',
  'manageable-member',
] as const;
export type UserRole = (typeof userRoles)[number];
/** The upstream accepts the role drive administrator only for a new user. */
const assignableUserRoles = [
  'member',
  'department-administrator',
  'system-administrator',
  'manageable-member',
] as const satisfies readonly UserRole[];

const userStates = ['enabled', 'disabled', 'not-activated'] as const;
export type UserState = (typeof userStates)[number];

/** A person who uses KooDrive. */
export class User {
  @IdField({ example: '1316083732377070977' })
  id!: string;

  @IdField({
    optional: true,
    example: '1008600000293202821',
    description: 'The id of the user at OrgID, the directory behind KooDrive.',
  })
  organizationUserId?: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;

  @IdField({ optional: true, example: '1289173668999530369' })
  departmentId?: string;

  @StringField({ maxLength: 250, optional: true })
  departmentName?: string;

  @StringField({
    maxLength: 64,
    optional: true,
    example: '0086139****0000',
    description: 'Mobile number, masked by the upstream.',
  })
  mobile?: string;

  @EnumField(userRoles, { optional: true })
  role?: UserRole;

  @EnumField(userStates, { optional: true, description: '`not-activated`: has not signed in yet (inferred).' })
  status?: UserState;
}

export class UserParams {
  @IdField({ description: 'The user.' })
  userId!: string;
}

export class ReadUserQuery extends createProjectionQueryClass(User) {}

export class ListUsersQuery extends createPageQueryClass(User) {
  @IdField({
    optional: true,
    description: 'Only users of this department and its departments below. Without it: all users.',
  })
  department?: string;

  @BooleanField({ query: true, optional: true, default: false, description: 'Only users directly in the department.' })
  direct: boolean = false;

  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;
}

export class CountUsersQuery {
  @IdField({
    optional: true,
    description: 'Count users of this department and its departments below. Without it: all users.',
  })
  department?: string;
}

export class UserCount {
  @IntegerField({ min: 0 })
  count!: number;
}

export class UserMobile {
  @StringField({ maxLength: 64, optional: true, description: 'Complete or masked, as the upstream returns it.' })
  mobile?: string;
}

export class AddUserBody {
  @IdField({ example: '1008600000029937613', description: 'The id of the user at OrgID.' })
  organizationUserId!: string;

  @IdField({ optional: true, description: 'The department of the user. Without it: the root (inferred).' })
  departmentId?: string;

  @EnumField(userRoles, { optional: true, default: 'member' })
  role: UserRole = 'member';
}

/** The ids of a user who was just added. */
export class AddedUser {
  @IdField({
    optional: true,
    description: 'The id at KooDrive. Absent if the upstream did not return it and no list has the user yet.',
  })
  id?: string;

  @IdField()
  organizationUserId!: string;
}

export class ChangeUserBody {
  @Int64IdField({ optional: true, description: 'The department to move the user to.' })
  departmentId?: string;

  @EnumField(assignableUserRoles, { optional: true })
  role?: (typeof assignableUserRoles)[number];

  @EnumField(['enabled', 'disabled'], { optional: true, description: 'A disabled user cannot sign in.' })
  status?: 'enabled' | 'disabled';
}

import { PickType } from '@nestjs/swagger';
import {
  ByteSizeField,
  IdField,
  NestedArrayField,
  NestedField,
  StringField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { OmittedField } from '../http/input/page.js';
import { Problem } from '../http/problems/problem.dto.js';
import { Space } from '../spaces/spaces.dto.js';
import { User } from '../users/users.dto.js';

const meFields = ['profile', 'organization', 'spaces', 'quota', 'unreadCount'] as const;
export type MeField = (typeof meFields)[number];

export class Profile extends PickType(User, ['id', 'name', 'departmentId', 'departmentName', 'role'] as const) {}

export class Organization {
  @IdField({ example: '9190086000001210958', description: 'Its id at OrgID.' })
  id!: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;
}

/** The sums of your individual spaces, in bytes; absent where not all of them are known. */
export class MyQuota {
  @ByteSizeField({ optional: true })
  capacity?: number;

  @ByteSizeField({ optional: true })
  used?: number;
}

/** A part that could not be read. The other parts are not affected. */
export class FailedMeField {
  @EnumField(meFields)
  part!: MeField;

  @NestedField(() => Problem)
  problem!: Problem;
}

/** The data that a front end needs first, in one call. */
export class Me {
  @NestedField(() => Profile, { optional: true })
  profile?: Profile;

  @NestedField(() => Organization, {
    optional: true,
    description: 'Only for browser sessions with a KooDrive session: the upstream accepts no other credential.',
  })
  organization?: Organization;

  @NestedArrayField(() => Space, { optional: true, description: 'The first 100 spaces that you have access to.' })
  spaces?: readonly Space[];

  @OmittedField()
  omittedSpaces?: number;

  @NestedField(() => MyQuota, { optional: true })
  quota?: MyQuota;

  @IntegerField({ min: 0, optional: true })
  unreadCount?: number;

  @NestedArrayField(() => FailedMeField, { description: 'Empty if all parts could be read.' })
  failed!: FailedMeField[];
}

import { PickType } from '@nestjs/swagger';
import { Bytes, Id, ListOf, Part, Text, Whole, Word } from '../http/input/fields.js';
import { ProblemDto } from '../http/problems/problem.dto.js';
import { Space } from '../spaces/spaces.dto.js';
import { User } from '../users/users.dto.js';

export const meParts = ['profile', 'organization', 'spaces', 'quota', 'unreadCount'] as const;
export type MePart = (typeof meParts)[number];

export class Profile extends PickType(User, ['id', 'name', 'departmentId', 'departmentName', 'role'] as const) {}

export class Organization {
  @Id({ example: '9190086000001210958', description: 'Its id at OrgID.' })
  id!: string;

  @Text({ max: 250, optional: true })
  name?: string | undefined;
}

/** What your individual spaces hold together. */
export class MyQuota {
  @Bytes()
  capacity!: number;

  @Bytes()
  used!: number;
}

/** A part that could not be had; the others are there all the same. */
export class FailedPart {
  @Word(meParts)
  part!: MePart;

  @Part(() => ProblemDto)
  problem!: ProblemDto;
}

/** What a front end wants to know first, in one call. */
export class Me {
  @Part(() => Profile, { optional: true })
  profile?: Profile | undefined;

  @Part(() => Organization, {
    optional: true,
    description: 'Browser sessions that signed in at KooDrive only: the upstream tells nobody else.',
  })
  organization?: Organization | undefined;

  @ListOf(() => Space, { optional: true, description: 'The first 100 spaces you can reach.' })
  spaces?: readonly Space[] | undefined;

  @Part(() => MyQuota, { optional: true })
  quota?: MyQuota | undefined;

  @Whole({ min: 0, optional: true })
  unreadCount?: number | undefined;

  @ListOf(() => FailedPart, { description: 'Empty when all went well.' })
  failed!: FailedPart[];
}

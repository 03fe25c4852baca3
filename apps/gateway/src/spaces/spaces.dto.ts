import {
  ByteSizeField,
  BooleanField,
  IdField,
  IdArrayQueryField,
  NestedArrayField,
  TimestampField,
  NestedField,
  StringField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';
import { Problem } from '../http/problems/problem.dto.js';
import { type SpaceKind, spaceKinds } from '../upstream/space-kinds.js';

/** A container of files. */
export class Space {
  @IdField({ example: 'IAADfsBFCO6WtAtuA9add2fea594e4e75b8feb8474ef236' })
  id!: string;

  @EnumField(spaceKinds)
  kind!: SpaceKind;

  @StringField({
    maxLength: 250,
    optional: true,
    description:
      'Name of the department or group, if the upstream returns it. In lists for administrators also that of the user.',
  })
  name?: string;

  @IdField({
    optional: true,
    example: '1289173668999530369',
    description: 'The user, department or group that owns it.',
  })
  ownerId?: string;

  @EnumField(['active', 'disabled'], { optional: true })
  status?: 'active' | 'disabled';

  @ByteSizeField({ optional: true, description: 'Size in bytes. The upstream uses GB.' })
  capacity?: number;

  @ByteSizeField({ optional: true, description: 'Bytes in use. The upstream uses KB (inferred).' })
  used?: number;

  @IdField({ optional: true, description: 'The root folder.' })
  rootFolderId?: string;

  @IntegerField({ min: 0, optional: true })
  memberCount?: number;

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true })
  modifiedAt?: string;
}

export class SpaceParams {
  @IdField({ description: 'The space.' })
  spaceId!: string;
}

export class SpacesOfUserParams {
  @IdField({ description: 'The user.' })
  userId!: string;
}

export class ListSpacesQuery extends createPageQueryClass(Space) {
  @EnumField([...spaceKinds, 'team'], {
    optional: true,
    description: 'Only spaces of this kind; `team` means departments and groups. Without it: all kinds.',
  })
  kind?: SpaceKind | 'team';

  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in the names of team spaces.' })
  q?: string;
}

export class ListSpacesOfUserQuery extends createPageQueryClass(Space) {}

export class ListOrganizationSpacesQuery extends createPageQueryClass(Space) {
  @EnumField(spaceKinds, { description: 'The kind of space: of users, departments or groups.' })
  kind!: SpaceKind;

  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in the names of owners.' })
  q?: string;

  @IdField({
    optional: true,
    description: 'Only of users in this department and its departments below; with `individual`.',
  })
  department?: string;

  @BooleanField({
    query: true,
    optional: true,
    default: false,
    description: 'Only of users directly in the department; with `individual`.',
  })
  direct: boolean = false;

  @EnumField(['active', 'disabled'], { optional: true, description: 'Only spaces in this state; with `individual`.' })
  status?: 'active' | 'disabled';
}

export class SpacesByOwnerQuery {
  @EnumField(spaceKinds, { description: 'The kind of the owners: users, departments or groups.' })
  kind!: SpaceKind;

  @IdArrayQueryField({ maxItems: 20, example: '1289173668999530369', description: 'Owners, separated by commas.' })
  ownerIds!: string[];
}

/** The spaces of one owner, or the reason why they could not be read. */
export class OwnerResult {
  @IdField({ example: '1289173668999530369', description: 'The owner.' })
  id!: string;

  @EnumField(['done', 'failed'])
  status!: 'done' | 'failed';

  @NestedArrayField(() => Space, { optional: true, description: 'If `status` is `done`.' })
  spaces?: Space[];

  @NestedField(() => Problem, { optional: true })
  problem?: Problem;
}

export class SpacesByOwner {
  @NestedArrayField(() => OwnerResult, { description: 'One for each owner, in the order of the request.' })
  items!: OwnerResult[];
}

import { Bytes, Flag, Id, IdsInQuery, ListOf, Moment, Part, Text, Whole, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';
import { ProblemDto } from '../http/problems/problem.dto.js';
import { type SpaceKind, spaceKinds } from '../upstream/space-kinds.js';

/** A container of files. */
export class Space {
  @Id({ example: 'IAADfsBFCO6WtAtuA9add2fea594e4e75b8feb8474ef236' })
  id!: string;

  @Word(spaceKinds)
  kind!: SpaceKind;

  @Text({
    max: 250,
    optional: true,
    description: 'Of its department or group, where the upstream tells it; lists for administrators have the user’s.',
  })
  name?: string | undefined;

  @Id({ optional: true, example: '1289173668999530369', description: 'The user, department or group that owns it.' })
  ownerId?: string | undefined;

  @Word(['active', 'disabled'], { optional: true })
  status?: 'active' | 'disabled' | undefined;

  @Bytes({ optional: true, description: 'Bytes it may hold. The upstream counts in GB.' })
  capacity?: number | undefined;

  @Bytes({ optional: true, description: 'Bytes in use. The upstream counts in KB (inferred).' })
  used?: number | undefined;

  @Id({ optional: true, description: 'The folder at its top.' })
  rootFolderId?: string | undefined;

  @Whole({ min: 0, optional: true })
  memberCount?: number | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  modifiedAt?: string | undefined;
}

export class SpaceParams {
  @Id({ description: 'The space.' })
  spaceId!: string;
}

export class SpacesOfUserParams {
  @Id({ description: 'The user.' })
  userId!: string;
}

export class ListSpacesQuery extends pageQueryOf(Space) {
  @Word([...spaceKinds, 'team'], {
    optional: true,
    description: 'Only spaces of this kind; `team` is departments and groups. All kinds when left out.',
  })
  kind?: SpaceKind | 'team' | undefined;

  @Text({ max: 80, optional: true, description: 'Text to look for in the names of team spaces.' })
  q?: string | undefined;
}

export class ListSpacesOfUserQuery extends pageQueryOf(Space) {}

export class ListOrganizationSpacesQuery extends pageQueryOf(Space) {
  @Word(spaceKinds, { description: 'Whose spaces: of users, of departments or of groups.' })
  kind!: SpaceKind;

  @Text({ max: 80, optional: true, description: 'Text to look for in the names of owners.' })
  q?: string;

  @Id({ optional: true, description: 'Only of users of this department and of those below it; with `individual`.' })
  department?: string;

  @Flag({
    query: true,
    optional: true,
    default: false,
    description: 'Only of users right in the department; with `individual`.',
  })
  direct: boolean = false;

  @Word(['active', 'disabled'], { optional: true, description: 'Only spaces in this state; with `individual`.' })
  status?: 'active' | 'disabled';
}

export class SpacesByOwnerQuery {
  @Word(spaceKinds, { description: 'What the owners are: users, departments or groups.' })
  kind!: SpaceKind;

  @IdsInQuery({ max: 20, example: '1289173668999530369', description: 'Owners, separated by commas.' })
  ownerIds!: string[];
}

/** The space of one owner, or why it could not be read. */
export class OwnerResult {
  @Id({ example: '1289173668999530369', description: 'The owner.' })
  id!: string;

  @Word(['done', 'failed'])
  status!: 'done' | 'failed';

  @ListOf(() => Space, { optional: true, description: 'Where it could be read.' })
  spaces?: Space[] | undefined;

  @Part(() => ProblemDto, { optional: true })
  problem?: ProblemDto | undefined;
}

export class SpacesByOwner {
  @ListOf(() => OwnerResult, { description: 'One for each owner, in the order asked for.' })
  items!: OwnerResult[];
}

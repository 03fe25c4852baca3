import { Bytes, Id, Moment, Text, Whole, Word } from '../http/fields.js';
import { pageQueryOf } from '../http/page.js';

export const spaceKinds = ['individual', 'department', 'group'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** A container of files. */
export class Space {
  @Id({ example: 'IAADfsBFCO6WtAtuA9add2fea594e4e75b8feb8474ef236' })
  id!: string;

  @Word(spaceKinds)
  kind!: SpaceKind;

  @Text({ max: 250, optional: true, description: 'Individual spaces have no name of their own upstream.' })
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

export class ListSpacesQuery extends pageQueryOf(Space) {
  @Word([...spaceKinds, 'team'], {
    optional: true,
    description: 'Only spaces of this kind; `team` is departments and groups. All kinds when left out.',
  })
  kind?: SpaceKind | 'team' | undefined;

  @Text({ max: 80, optional: true, description: 'Text to look for in the names of team spaces.' })
  q?: string | undefined;
}

import { Bytes, Id, IdsInQuery, ListOf, Moment, Part, Whole, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';

export const spaceKinds = ['department', 'individual', 'group'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** The storage of one kind of space. */
export class KindQuota {
  @Word(spaceKinds)
  kind!: SpaceKind;

  @Bytes({ optional: true, description: 'What was set aside for spaces of this kind.' })
  capacity?: number | undefined;

  @Bytes({ optional: true, description: 'What of it was given to spaces.' })
  allocated?: number | undefined;

  @Bytes({ optional: true, description: 'What files take in them (the unit upstream is inferred).' })
  used?: number | undefined;
}

export class UserQuota {
  @Whole({ min: 0, optional: true })
  count?: number | undefined;

  @Whole({ min: 0, optional: true, description: 'The most users there may be.' })
  most?: number | undefined;
}

/** The purchased storage: how it is split, given out and used. */
export class Quota {
  @Bytes({ optional: true, description: 'What was purchased.' })
  capacity?: number | undefined;

  @Bytes({ optional: true, description: 'What was given to spaces.' })
  allocated?: number | undefined;

  @Bytes({ optional: true, description: 'What is kept in reserve.' })
  reserved?: number | undefined;

  @Bytes({ optional: true, description: 'What files take (the unit upstream is inferred).' })
  used?: number | undefined;

  @ListOf(() => KindQuota)
  kinds!: KindQuota[];

  @Part(() => UserQuota)
  users!: UserQuota;
}

/** Individual spaces added up. */
export class Usage {
  @Whole({ min: 0, optional: true, description: 'How many spaces they are (inferred: pages contradict each other).' })
  spaces?: number | undefined;

  @Bytes({ optional: true })
  capacity?: number | undefined;

  @Bytes({ optional: true })
  used?: number | undefined;
}

export class SizeClassUsage extends Usage {
  @Bytes({ example: 10_737_418_240, description: 'The size that each space of this class has.' })
  size!: number;
}

export class UserUsage {
  @Id({ example: '1316083732377070977' })
  userId!: string;

  @Bytes({ optional: true, description: 'The size of the space (the unit upstream is inferred).' })
  capacity?: number | undefined;

  @Bytes({ optional: true, description: 'The unit upstream is inferred.' })
  used?: number | undefined;

  @Moment({ optional: true })
  createdAt?: string | undefined;

  @Moment({ optional: true, description: 'When the quota begins.' })
  validFrom?: string | undefined;

  @Moment({ optional: true, description: 'When the quota ends.' })
  validUntil?: string | undefined;
}

export class ListSizeClassesQuery extends pageQueryOf(SizeClassUsage) {}

export class ListUserUsageQuery extends pageQueryOf(UserUsage) {
  @IdsInQuery({ max: 50, optional: true, description: 'Only these users; all when left out.' })
  userIds?: string[];
}

/** Storage moves in tens of GB: 10 GB and its multiples (facts/spaces.md). */
export const transferStep = 10 * 1024 ** 3;

export class TransferTarget {
  @Word(spaceKinds)
  kind!: SpaceKind;

  @Whole({
    min: transferStep,
    max: 1_000_000 * transferStep,
    example: transferStep,
    description: 'Bytes: a multiple of 10 GB (10737418240).',
  })
  size!: number;
}

export class TransferBody {
  @Word(spaceKinds, { description: 'The kind of space that gives.' })
  from!: SpaceKind;

  @ListOf(() => TransferTarget, { min: 1, max: 2, description: 'The kinds that gain, each once, and how much.' })
  to!: TransferTarget[];
}

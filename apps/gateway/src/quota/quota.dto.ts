import {
  ByteSizeField,
  IdField,
  IdArrayQueryField,
  NestedArrayField,
  TimestampField,
  NestedField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';
import type { SpaceKind } from '../upstream/space-kinds.js';

/** All kinds of spaces, in the order of `Quota.kinds`. */
export const quotaSpaceKinds = ['department', 'individual', 'group'] as const satisfies readonly SpaceKind[];
export type QuotaSpaceKind = (typeof quotaSpaceKinds)[number];

/** The storage of one kind of space. */
export class SpaceKindQuota {
  @EnumField(quotaSpaceKinds)
  kind!: QuotaSpaceKind;

  @ByteSizeField({ optional: true, description: 'Bytes reserved for spaces of this kind.' })
  capacity?: number;

  @ByteSizeField({ optional: true, description: 'Bytes of it that are allocated to spaces.' })
  allocated?: number;

  @ByteSizeField({ optional: true, description: 'Bytes that files use (the unit of the upstream is inferred).' })
  used?: number;
}

export class UserLimitUsage {
  @IntegerField({ min: 0, optional: true })
  count?: number;

  @IntegerField({ min: 0, optional: true, description: 'The maximum number of users.' })
  most?: number;
}

/** How the purchased storage is divided, allocated and used. */
export class Quota {
  @ByteSizeField({ optional: true, description: 'Purchased bytes.' })
  capacity?: number;

  @ByteSizeField({ optional: true, description: 'Bytes that are allocated to spaces.' })
  allocated?: number;

  @ByteSizeField({ optional: true, description: 'Bytes that are held in reserve.' })
  reserved?: number;

  @ByteSizeField({ optional: true, description: 'Bytes that files use (the unit of the upstream is inferred).' })
  used?: number;

  @NestedArrayField(() => SpaceKindQuota)
  kinds!: SpaceKindQuota[];

  @NestedField(() => UserLimitUsage)
  users!: UserLimitUsage;
}

/** Sums over individual spaces. */
export class StorageUsage {
  @IntegerField({
    min: 0,
    optional: true,
    description: 'Number of spaces (inferred: the upstream pages contradict each other).',
  })
  spaces?: number;

  @ByteSizeField({ optional: true })
  capacity?: number;

  @ByteSizeField({ optional: true })
  used?: number;
}

export class SizeClassUsage extends StorageUsage {
  @ByteSizeField({ example: 10_737_418_240, description: 'The size in bytes of each space of this class.' })
  size!: number;
}

export class UserUsage {
  @IdField({ example: '1316083732377070977' })
  userId!: string;

  @ByteSizeField({
    optional: true,
    description: 'The size of the space in bytes (the unit of the upstream is inferred).',
  })
  capacity?: number;

  @ByteSizeField({ optional: true, description: 'Bytes in use (the unit of the upstream is inferred).' })
  used?: number;

  @TimestampField({ optional: true })
  createdAt?: string;

  @TimestampField({ optional: true, description: 'When the quota starts.' })
  validFrom?: string;

  @TimestampField({ optional: true, description: 'When the quota ends.' })
  validUntil?: string;
}

export class ListSizeClassesQuery extends createPageQueryClass(SizeClassUsage) {}

export class ListUserUsageQuery extends createPageQueryClass(UserUsage) {
  @IdArrayQueryField({ maxItems: 50, optional: true, description: 'Only these users. Without it: all users.' })
  userIds?: string[];
}

/** Storage can be moved in multiples of 10 GB only (libs/koodrive/contract/facts/spaces.md). */
export const transferStepBytes = 10 * 1024 ** 3;

export class StorageTransferTarget {
  @EnumField(quotaSpaceKinds)
  kind!: QuotaSpaceKind;

  @IntegerField({
    min: transferStepBytes,
    max: 1_000_000 * transferStepBytes,
    example: transferStepBytes,
    description: 'Bytes: a multiple of 10 GB (10737418240).',
  })
  size!: number;
}

export class TransferStorageBody {
  @EnumField(quotaSpaceKinds, { description: 'The kind of space that the storage is taken from.' })
  from!: QuotaSpaceKind;

  @NestedArrayField(() => StorageTransferTarget, {
    minItems: 1,
    maxItems: 2,
    description: 'The kinds of spaces that get the storage, none twice, with the size for each.',
  })
  to!: StorageTransferTarget[];
}

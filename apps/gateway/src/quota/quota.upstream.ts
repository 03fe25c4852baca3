import { type BoundClient, gigabytes, id, type Item, kilobytes, moment, type Output, whole } from '#koodrive';
import type { Page } from '../http/input/page.js';
import { demand } from '../upstream/demand.js';
import { spaceKindCodes } from '../upstream/space-kinds.js';
import {
  type KindQuota,
  type ListSizeClassesQuery,
  type ListUserUsageQuery,
  type Quota,
  type SizeClassUsage,
  type SpaceKind,
  spaceKinds,
  type TransferBody,
  type Usage,
  type UserUsage,
} from './quota.dto.js';

type QuotaWire = Output<'getQuotaUsed'>;
type AllocationWire = Output<'getSpaceAllocation'>[number];

/** What getQuotaUsed tells of one kind, under names of its own for each. */
const ofKind: Readonly<Record<SpaceKind, (wire: QuotaWire) => Omit<KindQuota, 'kind'>>> = {
  department: (wire) => ({
    capacity: gigabytes(wire.deptSpaceQuota),
    allocated: gigabytes(wire.deptSpaceQuotaUsed),
    used: kilobytes(wire.deptSpaceUsed),
  }),
  individual: (wire) => ({
    capacity: gigabytes(wire.personalSpaceQuota),
    allocated: gigabytes(wire.personalSpaceQuotaUsed),
    used: kilobytes(wire.personalSpaceUsed),
  }),
  group: (wire) => ({
    capacity: gigabytes(wire.groupSpaceQuota),
    allocated: gigabytes(wire.groupSpaceQuotaUsed),
    used: kilobytes(wire.groupSpaceUsed),
  }),
};

/** The page of the split is preferred for the split; where it lacks a kind, the page of the totals tells it too. */
export function toQuota(wire: QuotaWire, split: readonly AllocationWire[]): Quota {
  const kinds = spaceKinds.map((kind) => {
    const told = ofKind[kind](wire);
    // SpaceAllocation.type: the numbering of the space pages (inferred: this page lists no values).
    const row = split.find(({ type }) => String(type) === String(spaceKindCodes[kind]));
    return {
      kind,
      capacity: gigabytes(row?.totalCapacity) ?? told.capacity,
      allocated: gigabytes(row?.allocateCapacity) ?? told.allocated,
      used: told.used,
    };
  });
  return {
    capacity: gigabytes(wire.spaceCapacity),
    allocated: gigabytes(wire.spaceQuotaUsed),
    reserved: gigabytes(wire.reservedSpaceQuota),
    used: kilobytes(wire.spaceUsed),
    kinds,
    users: { count: whole(wire.userCount), most: whole(wire.userMaxCount) },
  };
}

export async function readQuota(koodrive: BoundClient): Promise<Quota> {
  const [totals, split] = await Promise.all([
    koodrive.call('getQuotaUsed', {}),
    koodrive.call('getSpaceAllocation', {}),
  ]);
  // The table says a list, the example shows a single one (x-doc-conflict).
  return toQuota(totals, [split as AllocationWire | AllocationWire[]].flat());
}

type UsageWire = NonNullable<Output<'getSpaceUsageByOverview'>>;

export const toUsage = (wire: UsageWire): Usage => ({
  spaces: whole(wire.totalAllocation),
  capacity: kilobytes(wire.totalCapacity),
  used: kilobytes(wire.totalUsed),
});

/** The main edition's example of a tenant without any has no data. */
export const readUsage = async (koodrive: BoundClient): Promise<Usage> =>
  toUsage((await koodrive.call('getSpaceUsageByOverview', {})) ?? {});

export const toSizeClass = (wire: Item<'getSpaceUsageByQuota'>): SizeClassUsage => ({
  ...toUsage(wire),
  size: demand(gigabytes(wire.quota)),
});

export async function listSizeClasses(
  koodrive: BoundClient,
  { limit, cursor }: ListSizeClassesQuery,
): Promise<Page<SizeClassUsage>> {
  const { items, nextCursor } = await koodrive.page('getSpaceUsageByQuota', {}, { limit, ...(cursor && { cursor }) });
  // The upstream's total may be one of spaces, not of size classes: it is left out.
  return { items: items.map(toSizeClass), nextCursor };
}

/** Here the quota is in KB, going by the example. */
export const toUserUsage = (wire: Item<'getSpaceUsageByUser'>): UserUsage => ({
  userId: demand(id(wire.userId)),
  capacity: kilobytes(wire.quota),
  used: kilobytes(wire.used),
  createdAt: moment(wire.createTime),
  validFrom: moment(wire.effectiveTime),
  validUntil: moment(wire.expirationTime),
});

export async function listUserUsage(
  koodrive: BoundClient,
  { userIds, limit, cursor }: ListUserUsageQuery,
): Promise<Page<UserUsage>> {
  const found = await koodrive.page(
    'getSpaceUsageByUser',
    { ...(userIds && { userIds }) },
    { limit, ...(cursor && { cursor }) },
  );
  return { items: found.items.map(toUserUsage), nextCursor: found.nextCursor };
}

/** @param body sizes in whole GB, in bytes */
export async function transfer(koodrive: BoundClient, { from, to }: TransferBody): Promise<void> {
  await koodrive.call('transferUnallocatedSpace', {
    originType: spaceKindCodes[from],
    target: to.map(({ kind, size }) => ({ type: spaceKindCodes[kind], expandCapacity: size / 1024 ** 3 })),
  });
}

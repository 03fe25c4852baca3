import {
  type BoundClient,
  gigabytesToBytes,
  type PagedItem,
  kilobytesToBytes,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import type { Page } from '../http/input/page.js';
import { bytesToGigabytes } from '../upstream/bytes-to-gigabytes.js';
import { mapPage, withoutTotal } from '../upstream/map-entries.js';
import { required, requiredId } from '../upstream/required.js';
import { upstreamSpaceKindCodes } from '../upstream/space-kinds.js';
import {
  type SpaceKindQuota,
  type ListSizeClassesQuery,
  type ListUserUsageQuery,
  type Quota,
  type SizeClassUsage,
  type QuotaSpaceKind,
  quotaSpaceKinds,
  type TransferStorageBody,
  type StorageUsage,
  type UserUsage,
} from './quota.dto.js';

type QuotaWire = OperationOutput<'getQuotaUsed'>;
type AllocationWire = OperationOutput<'getSpaceAllocation'>[number];

/** Reads the members of getQuotaUsed for one kind. Their names are different for each kind. */
const quotaReaders: Readonly<Record<QuotaSpaceKind, (wire: QuotaWire) => Omit<SpaceKindQuota, 'kind'>>> = {
  department: (wire) => ({
    capacity: gigabytesToBytes(wire.deptSpaceQuota),
    allocated: gigabytesToBytes(wire.deptSpaceQuotaUsed),
    used: kilobytesToBytes(wire.deptSpaceUsed),
  }),
  individual: (wire) => ({
    capacity: gigabytesToBytes(wire.personalSpaceQuota),
    allocated: gigabytesToBytes(wire.personalSpaceQuotaUsed),
    used: kilobytesToBytes(wire.personalSpaceUsed),
  }),
  group: (wire) => ({
    capacity: gigabytesToBytes(wire.groupSpaceQuota),
    allocated: gigabytesToBytes(wire.groupSpaceQuotaUsed),
    used: kilobytesToBytes(wire.groupSpaceUsed),
  }),
};

/**
 * @param allocations preferred for capacity and allocated bytes of a kind; if a kind is missing there, the values of
 * getQuotaUsed are used
 */
function toQuota(wire: QuotaWire, allocations: readonly AllocationWire[]): Quota {
  const kinds = quotaSpaceKinds.map((kind) => {
    const totals = quotaReaders[kind](wire);
    // SpaceAllocation.type has the codes of the space pages (inferred: this page lists no values).
    const allocation = allocations.find(({ type }) => String(type) === String(upstreamSpaceKindCodes[kind]));
    return {
      kind,
      capacity: gigabytesToBytes(allocation?.totalCapacity) ?? totals.capacity,
      allocated: gigabytesToBytes(allocation?.allocateCapacity) ?? totals.allocated,
      used: totals.used,
    };
  });
  return {
    capacity: gigabytesToBytes(wire.spaceCapacity),
    allocated: gigabytesToBytes(wire.spaceQuotaUsed),
    reserved: gigabytesToBytes(wire.reservedSpaceQuota),
    used: kilobytesToBytes(wire.spaceUsed),
    kinds,
    users: { count: parseNonNegativeInteger(wire.userCount), most: parseNonNegativeInteger(wire.userMaxCount) },
  };
}

export async function readQuota(koodrive: BoundClient): Promise<Quota> {
  const [totals, allocations] = await Promise.all([
    koodrive.call('getQuotaUsed', {}),
    koodrive.call('getSpaceAllocation', {}),
  ]);
  // The table documents a list, the example shows one object (x-doc-conflict).
  return toQuota(totals, [allocations as AllocationWire | AllocationWire[]].flat());
}

type StorageUsageWire = NonNullable<OperationOutput<'getSpaceUsageByOverview'>>;

const toStorageUsage = (wire: StorageUsageWire): StorageUsage => ({
  spaces: parseNonNegativeInteger(wire.totalAllocation),
  capacity: kilobytesToBytes(wire.totalCapacity),
  used: kilobytesToBytes(wire.totalUsed),
});

/** The example of the main edition is for a tenant without individual spaces, and has no data. */
export const readUsage = async (koodrive: BoundClient): Promise<StorageUsage> =>
  toStorageUsage((await koodrive.call('getSpaceUsageByOverview', {})) ?? {});

const toSizeClass = (wire: PagedItem<'getSpaceUsageByQuota'>): SizeClassUsage => ({
  ...toStorageUsage(wire),
  size: required(gigabytesToBytes(wire.quota), wire, 'quota', 'a size'),
});

export async function listSizeClasses(
  koodrive: BoundClient,
  { limit, cursor }: ListSizeClassesQuery,
): Promise<Page<SizeClassUsage>> {
  const page = await koodrive.fetchPage('getSpaceUsageByQuota', {}, { limit, cursor });
  // The total is left out, because it may count spaces and not size classes.
  return withoutTotal(mapPage(page, toSizeClass));
}

/** The quota is in KB in this operation, according to the example. */
const toUserUsage = (wire: PagedItem<'getSpaceUsageByUser'>): UserUsage => ({
  userId: requiredId(wire, 'userId'),
  capacity: kilobytesToBytes(wire.quota),
  used: kilobytesToBytes(wire.used),
  createdAt: parseTimestamp(wire.createTime),
  validFrom: parseTimestamp(wire.effectiveTime),
  validUntil: parseTimestamp(wire.expirationTime),
});

export async function listUserUsage(
  koodrive: BoundClient,
  { userIds, limit, cursor }: ListUserUsageQuery,
): Promise<Page<UserUsage>> {
  const page = await koodrive.fetchPage('getSpaceUsageByUser', { userIds }, { limit, cursor });
  return withoutTotal(mapPage(page, toUserUsage));
}

/**
 * @param body sizes in bytes, which are multiples of 1 GB
 * @throws ProblemError invalid-input for a size that is not
 */
export async function transferStorage(koodrive: BoundClient, { from, to }: TransferStorageBody): Promise<void> {
  await koodrive.call('transferUnallocatedSpace', {
    originType: upstreamSpaceKindCodes[from],
    target: to.map(({ kind, size }, index) => ({
      type: upstreamSpaceKindCodes[kind],
      expandCapacity: bytesToGigabytes(size, `/to/${index}/size`),
    })),
  });
}

import { errorCodes } from '../../contract/errors.js';
import { readObjects, readStrings, readNumber } from '../../json-input.js';
import { OperationError, type OperationHandlers, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isSystemAdministrator } from '../../state/spaces/space-access.js';
import { bytesToKilobytes, SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { formatIsoTime } from '../formats.js';
import { readSpaceKind, slicePage } from '../input.js';

const kilobytesPerGigabyte = 2 ** 20;
/** Capacity is transferred in multiples of ten GB (facts/spaces.md). */
const transferStepGb = 10;
/** Inferred from an example: no page documents how long a quota is valid. */
const quotaValidityYears = 10;

/** Allocation of the purchased capacity, and usage of individual spaces (the pages report only these). */
export function quotaHandlers(drive: Drive): OperationHandlers {
  const requireAdministrator = (subject: Subject): void => {
    if (!isSystemAdministrator(drive, subject)) throw new OperationError(errorCodes.permissionDenied, 'quotas');
  };
  const listIndividualSpaces = (): Space[] => drive.spaces.list(SpaceKind.individual);
  return {
    getSpaceAllocation: () => ({
      data: Object.values(SpaceKind).map((type) => ({
        type,
        allocateCapacity: drive.allocation.getAllocatedGb(type),
        totalCapacity: drive.allocation.getTotalGb(type),
      })),
    }),
    transferUnallocatedSpace: ({ subject, body }) => {
      requireAdministrator(subject);
      transferCapacity(drive, body.originType, readObjects(body.target));
      return {};
    },
    getSpaceUsageByOverview: ({ subject }) => {
      requireAdministrator(subject);
      return { data: sumUsage(listIndividualSpaces()) };
    },
    getSpaceUsageByQuota: ({ subject, query }) => {
      requireAdministrator(subject);
      const sizes = [...new Set(listIndividualSpaces().map(({ capacityGb }) => capacityGb))].sort((a, b) => a - b);
      const all = sizes.map((size) => ({
        quota: String(size),
        ...sumUsage(listIndividualSpaces().filter((space) => space.capacityGb === size)),
      }));
      return { data: slicePage(all, query, all.length), total: all.length };
    },
    getSpaceUsageByUser: ({ subject, body }) => {
      const userIds =
        body.userIds === undefined ? drive.users.list().map(({ userId }) => userId) : readStrings(body.userIds);
      if (!(userIds.length === 1 && subject.kind === 'user' && userIds[0] === subject.userId))
        requireAdministrator(subject);
      const all = userIds.flatMap((userId) => drive.spaces.listByOwner(userId, SpaceKind.individual)).map(toUserUsage);
      return { data: slicePage(all, body, all.length), total: all.length };
    },
  };
}

/**
 * Checks all transfers before it makes the first one.
 * @throws OperationError invalidParameter when a capacity is not a multiple of ten GB or a transfer is to the origin
 * itself, and those of checkAvailable
 */
function transferCapacity(
  drive: Drive,
  originType: unknown,
  targets: readonly Readonly<Record<string, unknown>>[],
): void {
  const transfers = targets.map(({ type, expandCapacity }) => ({
    to: readSpaceKind(type),
    gb: readNumber(expandCapacity) ?? 0,
  }));
  const origin = readSpaceKind(originType);
  const isInvalid = transfers.some(({ to, gb }) => to === origin || gb < transferStepGb || gb % transferStepGb !== 0);
  if (isInvalid || transfers.length === 0) throw new OperationError(errorCodes.invalidParameter, 'target');
  drive.allocation.checkAvailable(
    origin,
    transfers.reduce((sum, { gb }) => sum + gb, 0),
  );
  for (const { to, gb } of transfers) drive.allocation.transfer(origin, to, gb);
}

/** Sums are in KB. `totalAllocation` is a count, which matches the examples better than the carrier edition does. */
function sumUsage(spaces: readonly Space[]): Record<string, number> {
  return {
    totalAllocation: spaces.length,
    totalCapacity: spaces.reduce((sum, space) => sum + space.capacityGb * kilobytesPerGigabyte, 0),
    totalUsed: spaces.reduce((sum, space) => sum + bytesToKilobytes(space.usedBytes), 0),
  };
}

/** This quota is in KB (inferred from the example). */
function toUserUsage(space: Space): Record<string, unknown> {
  const end = new Date(space.createdAt);
  end.setUTCFullYear(end.getUTCFullYear() + quotaValidityYears);
  return {
    quota: String(space.capacityGb * kilobytesPerGigabyte),
    userId: space.ownerId,
    used: bytesToKilobytes(space.usedBytes),
    createTime: formatIsoTime(space.createdAt),
    effectiveTime: formatIsoTime(space.createdAt),
    expirationTime: formatIsoTime(end.getTime()),
  };
}

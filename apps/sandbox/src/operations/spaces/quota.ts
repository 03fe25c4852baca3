import { Refusal, type Handlers, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isSystemAdministrator } from '../../state/spaces/access.js';
import { kilobytes, SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { isoTime } from '../formats.js';
import { rows, texts, whole } from '../input.js';

const KB_IN_GB = 2 ** 20;
/** Storage moves in multiples of ten GB (facts/spaces.md). */
const STEP_GB = 10;
/** Inferred: until when a quota holds is not told by any page but in an example. */
const YEARS = 10;

/** How the purchased storage is split and used; of individual spaces, as the pages say. */
export function quotaHandlers(drive: Drive): Handlers {
  const administrator = (subject: Subject): void => {
    if (!isSystemAdministrator(drive, subject)) throw new Refusal(13000410, 'quotas');
  };
  const individual = (): Space[] => drive.spaces.list(SpaceKind.individual);
  return {
    getSpaceAllocation: () => ({
      data: Object.values(SpaceKind).map((type) => ({
        ...{
          type,
          allocateCapacity: drive.allocation.allocatedGb(type),
          totalCapacity: drive.allocation.totalGb(type),
        },
      })),
    }),
    transferUnallocatedSpace: ({ subject, body }) => {
      administrator(subject);
      transfer(drive, whole(body.originType), rows(body.target));
      return {};
    },
    getSpaceUsageByOverview: ({ subject }) => {
      administrator(subject);
      return { data: usage(individual()) };
    },
    getSpaceUsageByQuota: ({ subject, query }) => {
      administrator(subject);
      const sizes = [...new Set(individual().map(({ capacityGb }) => capacityGb))].sort((a, b) => a - b);
      const all = sizes.map((size) => ({
        quota: String(size),
        ...usage(individual().filter((space) => space.capacityGb === size)),
      }));
      return { data: page(all, query.offset, query.limit), total: all.length };
    },
    getSpaceUsageByUser: ({ subject, body }) => {
      const wanted = body.userIds === undefined ? drive.users.list().map(({ userId }) => userId) : texts(body.userIds);
      if (!(wanted.length === 1 && subject.kind === 'user' && wanted[0] === subject.userId)) administrator(subject);
      const all = wanted.flatMap((userId) => drive.spaces.ownedBy(userId, SpaceKind.individual)).map(userUsage);
      return { data: page(all, body.offset, body.limit), total: all.length };
    },
  };
}

function page<T>(all: readonly T[], offset: unknown, limit: unknown): T[] {
  const start = whole(offset) ?? 0;
  return all.slice(start, start + (whole(limit) ?? all.length));
}

/** Refuses with 13000102 (not in multiples of ten, or to itself) and 13000311, before anything has moved. */
function transfer(drive: Drive, from: number | undefined, target: readonly Readonly<Record<string, unknown>>[]): void {
  const wishes = target.map(({ type, expandCapacity }) => ({
    to: kindOf(whole(type)),
    gb: whole(expandCapacity) ?? 0,
  }));
  const origin = kindOf(from);
  const wrong = wishes.some(({ to, gb }) => to === origin || gb < STEP_GB || gb % STEP_GB !== 0);
  if (wrong || wishes.length === 0) throw new Refusal(13000102, 'target');
  drive.allocation.check(
    origin,
    wishes.reduce((sum, { gb }) => sum + gb, 0),
  );
  for (const { to, gb } of wishes) drive.allocation.transfer(origin, to, gb);
}

function kindOf(type: number | undefined): SpaceKind {
  const kind = Object.values(SpaceKind).find((one) => one === type);
  if (kind === undefined) throw new Refusal(13000102, 'type');
  return kind;
}

/** Sums in KB; `totalAllocation` is a count, which fits the examples better than what the carrier edition says. */
function usage(spaces: readonly Space[]): Record<string, number> {
  return {
    totalAllocation: spaces.length,
    totalCapacity: spaces.reduce((sum, space) => sum + space.capacityGb * KB_IN_GB, 0),
    totalUsed: spaces.reduce((sum, space) => sum + kilobytes(space.usedBytes), 0),
  };
}

/** Here the quota is in KB, going by the example. */
function userUsage(space: Space): Record<string, unknown> {
  const end = new Date(space.createdAt);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  return {
    quota: String(space.capacityGb * KB_IN_GB),
    userId: space.ownerId,
    used: kilobytes(space.usedBytes),
    createTime: isoTime(space.createdAt),
    effectiveTime: isoTime(space.createdAt),
    expirationTime: isoTime(end.getTime()),
  };
}

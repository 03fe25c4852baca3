import { type BoundClient, type OperationOutput } from '#koodrive';
import type { Page } from '../http/input/page.js';
import { requiredCount, requiredId } from '../upstream/required.js';
import type { Space } from '../spaces/spaces.dto.js';
import type { User } from '../users/users.dto.js';
import { readUser } from '../users/users.upstream.js';
import type { MyQuota, Organization, Profile } from './me.dto.js';

const toProfile = ({ id, name, departmentId, departmentName, role }: User): Profile => ({
  id,
  name,
  departmentId,
  departmentName,
  role,
});

export const readProfile = async (koodrive: BoundClient, userId: string): Promise<Profile> =>
  toProfile(await readUser(koodrive, userId));

const toOrganization = (wire: OperationOutput<'authSession'>): Organization => ({
  id: requiredId(wire, 'orgId'),
  name: wire.orgName || undefined,
});

/** The upstream accepts only the token of a KooDrive session (libs/koodrive/contract/facts/auth.md). */
export const readOrganization = async (koodrive: BoundClient): Promise<Organization> =>
  toOrganization(await koodrive.call('authSession', {}));

export const readUnreadCount = async (koodrive: BoundClient): Promise<number> =>
  requiredCount(await koodrive.call('getUnreadCount', {}), 'count');

/**
 * A sum without one of its terms would be wrong, so it is absent. Individual spaces are the first of the list: a page that
 * ends with one may not have all of them.
 */
export function sumOwnQuota({ items, nextCursor, omitted }: Page<Space>): MyQuota {
  const ownSpaces = items.filter(({ kind }) => kind === 'individual');
  const mayContinue = nextCursor !== null && items.at(-1)?.kind === 'individual';
  if (ownSpaces.length === 0 || omitted !== undefined || mayContinue) return {};
  const sum = (member: 'capacity' | 'used'): number | undefined =>
    ownSpaces.reduce<number | undefined>((total, { [member]: bytes }) => addIfKnown(total, bytes), 0);
  return { capacity: sum('capacity'), used: sum('used') };
}

const addIfKnown = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one + other;

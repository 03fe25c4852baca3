import { type BoundClient, id, type Output, whole } from '#koodrive';
import { demand } from '../upstream/demand.js';
import type { Space } from '../spaces/spaces.dto.js';
import type { User } from '../users/users.dto.js';
import { readUser } from '../users/users.upstream.js';
import type { MyQuota, Organization, Profile } from './me.dto.js';

export const toProfile = ({ id: userId, name, departmentId, departmentName, role }: User): Profile => ({
  ...{ id: userId, name, departmentId, departmentName, role },
});

export const readProfile = async (koodrive: BoundClient, userId: string): Promise<Profile> =>
  toProfile(await readUser(koodrive, userId));

export const toOrganization = (wire: Output<'authSession'>): Organization => ({
  id: demand(id(wire.orgId)),
  name: wire.orgName || undefined,
});

/** Only a session's own token is taken (facts/auth.md). */
export const readOrganization = async (koodrive: BoundClient): Promise<Organization> =>
  toOrganization(await koodrive.call('authSession', {}));

export const readUnreadCount = async (koodrive: BoundClient): Promise<number> =>
  whole((await koodrive.call('getUnreadCount', {})).count) ?? 0;

export function toQuota(spaces: readonly Space[]): MyQuota {
  const mine = spaces.filter(({ kind }) => kind === 'individual');
  const sum = (of: (space: Space) => number | undefined): number =>
    mine.reduce((all, space) => all + (of(space) ?? 0), 0);
  return { capacity: sum(({ capacity }) => capacity), used: sum(({ used }) => used) };
}

import { type BoundClient, parseId, type OperationOutput, parseNonNegativeInteger } from '#koodrive';
import { required } from '../upstream/required.js';
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
  id: required(parseId(wire.orgId)),
  name: wire.orgName || undefined,
});

/** The upstream accepts only the token of a KooDrive session (libs/koodrive/contract/facts/auth.md). */
export const readOrganization = async (koodrive: BoundClient): Promise<Organization> =>
  toOrganization(await koodrive.call('authSession', {}));

export const readUnreadCount = async (koodrive: BoundClient): Promise<number> =>
  parseNonNegativeInteger((await koodrive.call('getUnreadCount', {})).count) ?? 0;

export function sumOwnQuota(spaces: readonly Space[]): MyQuota {
  const ownSpaces = spaces.filter(({ kind }) => kind === 'individual');
  return {
    capacity: ownSpaces.reduce((sum, { capacity = 0 }) => sum + capacity, 0),
    used: ownSpaces.reduce((sum, { used = 0 }) => sum + used, 0),
  };
}

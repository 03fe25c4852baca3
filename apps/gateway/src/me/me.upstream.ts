import { type BoundClient, id, type Output, whole } from '#koodrive';
import { demand } from '../upstream/demand.js';
import type { Space } from '../spaces/spaces.dto.js';
import type { MyQuota, Profile } from './me.dto.js';

/** UpdateUserRequest.role and facts/organization.md, "Roles and states". */
const roles: Readonly<Record<string, string>> = {
  0: 'department-administrator',
  1: 'member',
  2: 'system-administrator',
  3: 'drive-administrator',
  5: 'manageable-member',
};

/** `id` is KooDrive's id in the examples, though the table says nearly the reverse (facts/organization.md). */
export const toProfile = (wire: Output<'getUser'>): Profile => ({
  id: demand(id(wire.id)),
  name: wire.name || undefined,
  departmentId: id(wire.deptId),
  departmentName: wire.deptName || undefined,
  role: roles[String(wire.role)],
});

export const readProfile = async (koodrive: BoundClient, userId: string): Promise<Profile> =>
  toProfile(await koodrive.call('getUser', { userId }));

export const readUnreadCount = async (koodrive: BoundClient): Promise<number> =>
  whole((await koodrive.call('getUnreadCount', {})).count) ?? 0;

export function toQuota(spaces: readonly Space[]): MyQuota {
  const mine = spaces.filter(({ kind }) => kind === 'individual');
  const sum = (of: (space: Space) => number | undefined): number =>
    mine.reduce((all, space) => all + (of(space) ?? 0), 0);
  return { capacity: sum(({ capacity }) => capacity), used: sum(({ used }) => used) };
}

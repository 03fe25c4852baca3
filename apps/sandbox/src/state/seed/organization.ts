import { createHash } from 'node:crypto';
import type { Tenant } from '../drive-backend.js';
import { formatContainerId } from '../id-generator.js';
import { TenantRole, UserStatus } from '../organization/users.js';

/** The first timestamp of the seed data. All others are a fixed number of minutes later. */
export const seedTimeMs = Date.UTC(2025, 2, 3, 8);

/** Purchased storage in GB. StorageAllocation splits it 6 : 2 : 2. */
export const purchasedGb = 10_240;

export const seedTenant: Tenant = {
  tenantId: '40086000004871666',
  orgId: '9190086000001210958',
  orgName: 'Lakeside Works',
  rootDeptId: '1243693141656107521',
};

/** Each department comes after its parent, because they are added in this order. */
export const seedDepartments = {
  root: { id: seedTenant.rootDeptId, name: 'Lakeside Works', parent: undefined },
  engineering: { id: '1289173668999530369', name: 'Engineering', parent: 'root' },
  sales: { id: '1289173650183882753', name: 'Sales 销售部', parent: 'root' },
  platform: { id: '1289173668999530433', name: 'Platform', parent: 'engineering' },
  storage: { id: '1289173668999530497', name: 'Storage', parent: 'platform' },
} as const;

type SeedDepartmentName = keyof typeof seedDepartments;

export interface SeedUser {
  readonly userId: string;
  readonly orgUserId: string;
  readonly name: string;
  readonly role: number;
  readonly status: number;
  readonly department: SeedDepartmentName;
  /** Capacity of each individual space, in GB. */
  readonly spacesGb: readonly number[];
}

const { departmentAdministrator, common, systemAdministrator } = TenantRole;

export const seedUsers = {
  mei: createSeedUser('369528171409614001', '1008600000016806899', 'Mei Lin', systemAdministrator, 'root', [20]),
  jonas: createSeedUser('1316083732377070977', '1008600000293202821', 'Jonas Weber', common, 'platform', [10]),
  amara: createSeedUser(
    '1316083732377071043',
    '1008600000293202822',
    'Amara Okafor',
    departmentAdministrator,
    'engineering',
    [10],
  ),
  fang: createSeedUser('1316083732377071108', '1008600000293202823', '王芳', common, 'sales', [10]),
  sofia: createSeedUser(
    '1316083732377071217',
    '1008600000293202824',
    'Sofía Álvarez',
    departmentAdministrator,
    'sales',
    [10],
  ),
  dmitri: createSeedUser('1316083732377071391', '1008600000293202825', 'Dmitri Petrov', common, 'storage', [10, 5]),
  wei: createSeedUser('1316083732377071455', '1008600000293202826', '陈伟', common, 'platform', [1]),
  priya: createSeedUser(
    '1316083732377071562',
    '1008600000293202827',
    'Priya Nair',
    common,
    'sales',
    [10],
    UserStatus.disabled,
  ),
} as const;

export type SeedUserName = keyof typeof seedUsers;

export const departmentSpacesGb = { engineering: 200, sales: 100 } as const;

export const seedGroups = {
  launch: { id: '1320279092268104961', name: 'Launch 发布', owner: 'jonas', members: ['amara', 'fang', 'mei'] },
  reading: { id: '1320279092268104977', name: 'Reading Room', owner: 'fang', members: ['jonas', 'sofia', 'wei'] },
} as const;

export const groupSpaceGb = 10;

function createSeedUser(
  userId: string,
  orgUserId: string,
  name: string,
  role: number,
  department: SeedDepartmentName,
  spacesGb: readonly number[],
  status: number = UserStatus.enabled,
): SeedUser {
  return { userId, orgUserId, name, role, status, department, spacesGb };
}

/**
 * The id of a seeded space. It depends only on the owner and the index, so that other seed data can be added without a change
 * to it.
 * @param ownerId of a user, group or department
 * @param index of the space among those of a user
 */
export function getSeedContainerId(ownerId: string, index = 0): string {
  return formatContainerId(createHash('sha256').update(`${ownerId}/${index}`).digest('hex'));
}

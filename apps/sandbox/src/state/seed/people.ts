import type { Tenant } from '../state.js';

/** When the seed data was made: everything in it is a fixed number of minutes later. */
export const SEED_TIME = Date.UTC(2025, 2, 3, 8);

/** Purchased storage in GB, split 6 : 2 : 2. */
export const PURCHASED_GB = 10_240;

export const tenant: Tenant = {
  tenantId: '40086000004871666',
  orgId: '9190086000001210958',
  orgName: 'Lakeside Works',
  rootDeptId: '1243693141656107521',
};

/** From the root down, so that a parent comes before its children. */
export const departments = {
  root: { id: tenant.rootDeptId, name: 'Lakeside Works', parent: undefined },
  engineering: { id: '1289173668999530369', name: 'Engineering', parent: 'root' },
  sales: { id: '1289173650183882753', name: 'Sales 销售部', parent: 'root' },
  platform: { id: '1289173668999530433', name: 'Platform', parent: 'engineering' },
  storage: { id: '1289173668999530497', name: 'Storage', parent: 'platform' },
} as const;

type DepartmentName = keyof typeof departments;

export interface SeedUser {
  readonly userId: string;
  readonly orgUserId: string;
  readonly name: string;
  readonly role: number;
  readonly status: number;
  readonly department: DepartmentName;
  /** GB of each individual space. */
  readonly spaces: readonly number[];
}

/** Roles: 0 department administrator, 1 common, 2 system administrator. Status: 1 disabled. */
export const users = {
  mei: user('369528171409614001', '1008600000016806899', 'Mei Lin', 2, 'root', [20]),
  jonas: user('1316083732377070977', '1008600000293202821', 'Jonas Weber', 1, 'platform', [10]),
  amara: user('1316083732377071043', '1008600000293202822', 'Amara Okafor', 0, 'engineering', [10]),
  fang: user('1316083732377071108', '1008600000293202823', '王芳', 1, 'sales', [10]),
  sofia: user('1316083732377071217', '1008600000293202824', 'Sofía Álvarez', 0, 'sales', [10]),
  dmitri: user('1316083732377071391', '1008600000293202825', 'Dmitri Petrov', 1, 'storage', [10, 5]),
  wei: user('1316083732377071455', '1008600000293202826', '陈伟', 1, 'platform', [1]),
  priya: user('1316083732377071562', '1008600000293202827', 'Priya Nair', 1, 'sales', [10], 1),
} as const;

export type UserName = keyof typeof users;

export const departmentSpaces = { engineering: 200, sales: 100 } as const;

export const groups = {
  launch: { id: '1320279092268104961', name: 'Launch 发布', owner: 'jonas', members: ['amara', 'fang'] },
  reading: { id: '1320279092268104977', name: 'Reading Room', owner: 'fang', members: ['jonas', 'sofia', 'wei'] },
} as const;

export const GROUP_SPACE_GB = 10;

function user(
  userId: string,
  orgUserId: string,
  name: string,
  role: number,
  department: DepartmentName,
  spaces: readonly number[],
  status = 0,
): SeedUser {
  return { userId, orgUserId, name, role, status, department, spaces };
}

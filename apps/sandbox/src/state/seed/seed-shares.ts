import type { Drive } from '../drive.js';
import { formatDisplayName } from '../shares/share-lifecycle.js';
import { ShareScope, type Share } from '../shares/shares.js';
import { getRootFolderId } from '../spaces/spaces.js';
import { dayMs, hourMs } from '../time-units.js';
import { getSeedContainerId, seedDepartments, seedTimeMs, seedUsers, type SeedUserName } from './organization.js';

/** Longer than the maximum upstream, so that the shares of the seed data do not expire. */
const seedShareLifetimeMs = 3652 * dayMs;

/** The access code of the seeded share that has one. */
export const seedExtractCode = 'Lakes1de';

/** Adds three shares: for the organization with an access code, for a department, and for two users. */
export function seedShares(drive: Drive): void {
  const { root, engineering, sales } = seedDepartments;
  addSeedShare(
    drive,
    1,
    { owner: 'mei', containerId: getSeedContainerId(seedUsers.mei.userId), names: ['Documents'] },
    { scope: ShareScope.organization, extractCode: seedExtractCode },
  );
  addSeedShare(
    drive,
    2,
    { owner: 'amara', containerId: getSeedContainerId(engineering.id), names: ['Specifications', 'Roadmap.pdf'] },
    { scope: ShareScope.selected, deptIds: [root.id], comment: '请查收' },
  );
  addSeedShare(
    drive,
    3,
    { owner: 'sofia', containerId: getSeedContainerId(sales.id), names: ['价格表.csv'] },
    { scope: ShareScope.selected, userIds: [seedUsers.mei.userId, seedUsers.jonas.userId] },
  );
}

interface SeedShareContents {
  readonly owner: SeedUserName;
  readonly containerId: string;
  /** Names in the root folder of the space. */
  readonly names: readonly string[];
}

function addSeedShare(
  drive: Drive,
  number: number,
  { owner, containerId, names }: SeedShareContents,
  overrides: Partial<Share>,
): void {
  const sharedAt = seedTimeMs + number * hourMs;
  drive.shares.add({
    id: `168975984144419584${number}`,
    code: `168974305451418777${number}`,
    ownerId: seedUsers[owner].userId,
    containerId,
    fileIds: names.flatMap((name) => drive.tree.findChild(getRootFolderId(containerId), name)?.id ?? []),
    displayName: formatDisplayName(names),
    scope: ShareScope.organization,
    sharedAt,
    deptIds: [],
    groupIds: [],
    userIds: [],
    extractCode: undefined,
    comment: '',
    updatedAt: sharedAt,
    expiresAt: seedTimeMs + seedShareLifetimeMs,
    leftUserIds: new Set(),
    viewCount: 0,
    downloadCount: 0,
    saveCount: 0,
    ...overrides,
  });
}

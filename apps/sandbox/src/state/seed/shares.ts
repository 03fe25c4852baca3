import type { Drive } from '../drive.js';
import type { Share } from '../shares/shares.js';
import { departments, SEED_TIME, users, type UserName } from './people.js';
import { rootIdOf } from '../spaces/spaces.js';

const HOUR = 3_600_000;
/** Longer than a share can live upstream, so that those of the seed data are open whatever the date. */
const TEN_YEARS = 3652 * 24 * HOUR;

/** The access code of the seeded share that has one. */
export const SEED_EXTRACT_CODE = 'Lakes1de';

/** Three shares: for the organization with an access code, for a department, for two people. */
export function seedShares(drive: Drive, spaceOf: (ownerId: string) => string): void {
  const { engineering, sales } = departments;
  share(
    drive,
    1,
    { owner: 'mei', from: spaceOf(users.mei.userId), names: ['Documents'] },
    { scope: 2, extractCode: SEED_EXTRACT_CODE },
  );
  share(
    drive,
    2,
    { owner: 'amara', from: spaceOf(engineering.id), names: ['Specifications', 'Roadmap.pdf'] },
    {
      ...{ scope: 3, deptIds: [departments.root.id], comment: '请查收' },
    },
  );
  share(
    drive,
    3,
    { owner: 'sofia', from: spaceOf(sales.id), names: ['价格表.csv'] },
    {
      ...{ scope: 3, userIds: [users.mei.userId, users.jonas.userId] },
    },
  );
}

interface Contents {
  readonly owner: UserName;
  /** The space. */
  readonly from: string;
  readonly names: readonly string[];
}

function share(
  drive: Drive,
  number: number,
  { owner, from: containerId, names }: Contents,
  more: Partial<Share>,
): void {
  const fileIds = names.flatMap((name) => drive.tree.named(rootIdOf(containerId), name)?.id ?? []);
  const [first = ''] = names;
  const sharedAt = SEED_TIME + number * HOUR;
  drive.shares.add({
    ...{ id: `168975984144419584${number}`, code: `168974305451418777${number}`, containerId, fileIds },
    ...{
      ownerId: users[owner].userId,
      displayName: names.length === 1 ? first : `${first} and ${names.length - 1} more`,
    },
    ...{ scope: 2, sharedAt, updatedAt: sharedAt, expiresAt: SEED_TIME + TEN_YEARS, comment: '' },
    ...{ deptIds: [], groupIds: [], userIds: [], extractCode: undefined, left: new Set() },
    ...{ views: 0, downloads: 0, saves: 0 },
    ...more,
  });
}

import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listSizeClasses, listUserUsage, readQuota, readUsage, transfer } from './quota.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const GB = 1024 ** 3;
const success = { code: 0, msg: 'success' };
const page = { limit: 50 };

describe('the quota', () => {
  it('is read from the documented example', async () => {
    upstream = await startDocumentedUpstream({ getSpaceAllocation: { ...success, data: [] } });
    expect(await readQuota(upstream.koodrive)).toEqual({
      capacity: 10_240 * GB,
      allocated: 327 * GB,
      reserved: 0,
      used: 7_753_298 * 1024,
      kinds: [
        { kind: 'department', capacity: 6144 * GB, allocated: 42 * GB, used: 1_975_057 * 1024 },
        { kind: 'individual', capacity: 2048 * GB, allocated: 35 * GB, used: 3_933_426 * 1024 },
        { kind: 'group', capacity: 2048 * GB, allocated: 250 * GB, used: 1_844_815 * 1024 },
      ],
      users: { count: 20, most: 100 },
    });
  });

  it('takes the split as a list of numbers, and as one object with numbers as text', async () => {
    const row = { type: 0, allocateCapacity: 1000, totalCapacity: 2000 };
    const asText = { type: '0', allocateCapacity: '1000', totalCapacity: '2000' };
    for (const data of [[row], asText]) {
      upstream = await startDocumentedUpstream({ getSpaceAllocation: { ...success, data } });
      const { kinds } = await readQuota(upstream.koodrive);
      expect(kinds[0]).toMatchObject({ kind: 'department', allocated: 1000 * GB, capacity: 2000 * GB });
      expect(kinds[1]).toMatchObject({ kind: 'individual', allocated: 35 * GB, capacity: 2048 * GB });
      await upstream.close();
    }
  });
});

describe('what is in use', () => {
  it('is in KB where it is added up', async () => {
    const data = { quota: '1', totalAllocation: 43, totalCapacity: 1_048_576, totalUsed: '12' };
    upstream = await startDocumentedUpstream({ getSpaceUsageByOverview: { ...success, data } });
    expect(await readUsage(upstream.koodrive)).toEqual({ spaces: 43, capacity: GB, used: 12 * 1024 });
  });

  it('is unknown where the sum has no data, as in the example', async () => {
    upstream = await startDocumentedUpstream({ getSpaceUsageByOverview: success });
    expect(await readUsage(upstream.koodrive)).toEqual({});
  });

  it('is nothing by size where the answer has no data, as in the example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await listSizeClasses(upstream.koodrive, page)).toEqual({ items: [], nextCursor: null });
  });

  it('is told by size in GB', async () => {
    const data = [{ quota: '1', totalAllocation: 1, totalCapacity: 1, totalUsed: 0 }];
    upstream = await startDocumentedUpstream({ getSpaceUsageByQuota: { ...success, data, total: 1 } });
    const { items } = await listSizeClasses(upstream.koodrive, page);
    expect(items).toEqual([{ size: GB, spaces: 1, capacity: 1024, used: 0 }]);
  });

  it('is told by user in KB', async () => {
    const data = [
      { quota: '1048576', userId: '1008600000509220652', used: 0, effectiveTime: '2025-11-12T08:37:14.613Z' },
    ];
    upstream = await startDocumentedUpstream({ getSpaceUsageByUser: { ...success, data } });
    const { items } = await listUserUsage(upstream.koodrive, { ...page, userIds: ['1008600000509220652'] });
    expect(items).toEqual([
      { userId: '1008600000509220652', capacity: GB, used: 0, validFrom: '2025-11-12T08:37:14.613Z' },
    ]);
    expect(JSON.parse(upstream.sent('getSpaceUsageByUser')[0]?.body ?? '')).toEqual({
      userIds: ['1008600000509220652'],
      limit: 50,
      offset: 0,
    });
  });
});

describe('a transfer', () => {
  it('goes out in GB, with numbers for kinds', async () => {
    upstream = await startDocumentedUpstream();
    await transfer(upstream.koodrive, { from: 'individual', to: [{ kind: 'group', size: 1000 * GB }] });
    expect(JSON.parse(upstream.sent('transferUnallocatedSpace')[0]?.body ?? '')).toEqual({
      originType: 1,
      target: [{ type: 2, expandCapacity: 1000 }],
    });
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listSizeClasses, listUserUsage, readQuota, readUsage, transferStorage } from './quota.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const bytesPerGb = 1024 ** 3;
const success = { code: 0, msg: 'success' };
const page = { limit: 50 };

describe('the quota', () => {
  it('is read from the documented example', async () => {
    upstream = await startDocumentedUpstream({ getSpaceAllocation: { ...success, data: [] } });
    expect(await readQuota(upstream.koodrive)).toEqual({
      capacity: 10_240 * bytesPerGb,
      allocated: 327 * bytesPerGb,
      reserved: 0,
      used: 7_753_298 * 1024,
      kinds: [
        { kind: 'department', capacity: 6144 * bytesPerGb, allocated: 42 * bytesPerGb, used: 1_975_057 * 1024 },
        { kind: 'individual', capacity: 2048 * bytesPerGb, allocated: 35 * bytesPerGb, used: 3_933_426 * 1024 },
        { kind: 'group', capacity: 2048 * bytesPerGb, allocated: 250 * bytesPerGb, used: 1_844_815 * 1024 },
      ],
      users: { count: 20, most: 100 },
    });
  });

  it('accepts the allocations as a list of numbers, and as one object with numbers as text', async () => {
    const allocation = { type: 0, allocateCapacity: 1000, totalCapacity: 2000 };
    const asText = { type: '0', allocateCapacity: '1000', totalCapacity: '2000' };
    for (const data of [[allocation], asText]) {
      upstream = await startDocumentedUpstream({ getSpaceAllocation: { ...success, data } });
      const { kinds } = await readQuota(upstream.koodrive);
      expect(kinds[0]).toMatchObject({ kind: 'department', allocated: 1000 * bytesPerGb, capacity: 2000 * bytesPerGb });
      expect(kinds[1]).toMatchObject({ kind: 'individual', allocated: 35 * bytesPerGb, capacity: 2048 * bytesPerGb });
      await upstream.close();
    }
  });
});

describe('the usage of storage', () => {
  it('is read in KB for the total', async () => {
    const data = { quota: '1', totalAllocation: 43, totalCapacity: 1_048_576, totalUsed: '12' };
    upstream = await startDocumentedUpstream({ getSpaceUsageByOverview: { ...success, data } });
    expect(await readUsage(upstream.koodrive)).toEqual({ spaces: 43, capacity: bytesPerGb, used: 12 * 1024 });
  });

  it('is unknown if the total has no data, as in the example', async () => {
    upstream = await startDocumentedUpstream({ getSpaceUsageByOverview: success });
    expect(await readUsage(upstream.koodrive)).toEqual({});
  });

  it('is an empty list by size if the response has no data, as in the example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await listSizeClasses(upstream.koodrive, page)).toEqual({ items: [], nextCursor: null });
  });

  it('is read by size, with sizes in GB', async () => {
    const data = [{ quota: '1', totalAllocation: 1, totalCapacity: 1, totalUsed: 0 }];
    upstream = await startDocumentedUpstream({ getSpaceUsageByQuota: { ...success, data, total: 1 } });
    const { items } = await listSizeClasses(upstream.koodrive, page);
    expect(items).toEqual([{ size: bytesPerGb, spaces: 1, capacity: 1024, used: 0 }]);
  });

  it('is read by user in KB', async () => {
    const data = [
      { quota: '1048576', userId: '1008600000509220652', used: 0, effectiveTime: '2025-11-12T08:37:14.613Z' },
    ];
    upstream = await startDocumentedUpstream({ getSpaceUsageByUser: { ...success, data } });
    const { items } = await listUserUsage(upstream.koodrive, { ...page, userIds: ['1008600000509220652'] });
    expect(items).toEqual([
      { userId: '1008600000509220652', capacity: bytesPerGb, used: 0, validFrom: '2025-11-12T08:37:14.613Z' },
    ]);
    expect(JSON.parse(upstream.requestsFor('getSpaceUsageByUser')[0]?.body ?? '')).toEqual({
      userIds: ['1008600000509220652'],
      limit: 50,
      offset: 0,
    });
  });
});

describe('a transfer of storage', () => {
  it('is sent in GB, with the codes of the kinds', async () => {
    upstream = await startDocumentedUpstream();
    await transferStorage(upstream.koodrive, { from: 'individual', to: [{ kind: 'group', size: 1000 * bytesPerGb }] });
    expect(JSON.parse(upstream.requestsFor('transferUnallocatedSpace')[0]?.body ?? '')).toEqual({
      originType: 1,
      target: [{ type: 2, expandCapacity: 1000 }],
    });
  });
});

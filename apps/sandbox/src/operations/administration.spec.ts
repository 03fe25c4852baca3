import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { users } from '../state/seed/people.js';
import { finishedJob, idOf, makeFolder, openTestDrive, spaceOf, type TestDrive } from '../state/test-drive.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await openTestDrive();
});
afterEach(() => drive.close());

describe('the audit log', () => {
  it('holds who wrote what and how it went, for the system administrator', async () => {
    await makeFolder(drive, 'jonas', 'written down');
    await drive.refusal('jonas', 'renameFile', {
      path: { fileId: 'Fnone' },
      body: { containerId: spaceOf('jonas'), name: 'x', renameMode: 3 },
    });
    const body = { pageInfo: { pageSize: 10, pageNum: 0 } };
    const { total, logInfoList } = await drive.call('mei', 'listAuditLogs', { body });
    expect(total).toBe(2);
    expect(logInfoList?.map((entry) => [entry.operation, entry.operateResult, entry.operatorName])).toEqual([
      ['renameFile', 1, 'Jonas Weber'],
      ['createDirectory', 0, 'Jonas Weber'],
    ]);
    expect(logInfoList?.[1]?.resource).toBe('written down');
    const only = await drive.call('mei', 'listAuditLogs', {
      body: { ...body, operations: [], excludedOperations: ['renameFile'] },
    });
    expect(only.total).toBe(1);
    expect(
      (await drive.call('mei', 'listAuditLogs', { body: { pageInfo: { pageSize: 1, pageNum: 2 } } })).logInfoList,
    ).toEqual([]);
    expect(await drive.refusal('jonas', 'listAuditLogs', { body })).toBe(13000410);
  });
});

describe('quotas', () => {
  it('are split over the kinds of space, and moved in tens of GB that are not given out', async () => {
    const totals = async (): Promise<unknown> =>
      (await drive.call('mei', 'getSpaceAllocation')).data?.map((kind) => kind.totalCapacity);
    expect(await totals()).toEqual([6144, 2048, 2048]);
    const move = (...target: object[]) => ({ body: { originType: 0, target } });
    await drive.call(
      'mei',
      'transferUnallocatedSpace',
      move({ type: 1, expandCapacity: 100 }, { type: 2, expandCapacity: '10' }),
    );
    expect(await totals()).toEqual([6034, 2148, 2058]);
    expect(await drive.refusal('mei', 'transferUnallocatedSpace', move({ type: 1, expandCapacity: 15 }))).toBe(
      13000102,
    );
    expect(await drive.refusal('mei', 'transferUnallocatedSpace', move({ type: 1, expandCapacity: 6000 }))).toBe(
      13000311,
    );
    expect(await drive.refusal('jonas', 'transferUnallocatedSpace', move({ type: 1, expandCapacity: 10 }))).toBe(
      13000410,
    );
  });

  it('are told in all, by size and by user', async () => {
    const all = (await drive.call('mei', 'getSpaceUsageByOverview')).data;
    expect(all).toMatchObject({ totalAllocation: 9, totalCapacity: 86 * 2 ** 20 });
    const bySize = await drive.call('mei', 'getSpaceUsageByQuota', { query: { limit: '2', offset: '1' } });
    expect([bySize.total, bySize.data?.map((size) => [size.quota, size.totalAllocation])]).toEqual([
      4,
      [
        ['5', 1],
        ['10', 6],
      ],
    ]);
    const userIds = [users.dmitri.userId];
    const own = await drive.call('dmitri', 'getSpaceUsageByUser', { body: { userIds } });
    expect(own.data?.map((space) => space.quota)).toEqual([String(10 * 2 ** 20), String(5 * 2 ** 20)]);
    expect(await drive.refusal('jonas', 'getSpaceUsageByUser', { body: { userIds } })).toBe(13000410);
  });
});

describe('looking into an archive', () => {
  it('begins a job whose detail lists the entries', async () => {
    const fileId = await idOf(drive, 'jonas', 'trip.zip');
    const { data } = await drive.call('jonas', 'listFile', { body: { containerId: spaceOf('jonas'), fileId } });
    drive.clock.advance(1000);
    const job = await finishedJob(drive, 'jonas', String(data?.taskId));
    expect(job.uncompressedFileList?.find((entry) => String(entry.name) === 'notes.md')).toMatchObject({
      type: '1',
      fileSize: '22',
    });
    const folder = await idOf(drive, 'jonas', 'Documents');
    expect(await drive.refusal('jonas', 'listFile', { body: { containerId: spaceOf('jonas'), fileId: folder } })).toBe(
      13000406,
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedUsers } from '../state/seed/organization.js';
import {
  waitForJobDetail,
  getFileId,
  createTestFolder,
  createTestDrive,
  getUserContainerId,
  type TestDrive,
} from '../state/test-drive.spec-support.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await createTestDrive();
});
afterEach(() => drive.close());

describe('the audit log', () => {
  it('lists user, operation and result of each write to a system administrator', async () => {
    await createTestFolder(drive, 'jonas', 'written down');
    await drive.getErrorCode('jonas', 'renameFile', {
      path: { fileId: 'Fnone' },
      body: { containerId: getUserContainerId('jonas'), name: 'x', renameMode: 3 },
    });
    const body = { pageInfo: { pageSize: 10, pageNum: 0 } };
    const { total, logInfoList } = await drive.call('mei', 'listAuditLogs', { body });
    expect(total).toBe(2);
    expect(logInfoList?.map((entry) => [entry.operation, entry.operateResult, entry.operatorName])).toEqual([
      ['renameFile', 1, 'Jonas Weber'],
      ['createDirectory', 0, 'Jonas Weber'],
    ]);
    expect(logInfoList?.[1]?.resource).toBe('written down');
    const filtered = await drive.call('mei', 'listAuditLogs', {
      body: { ...body, operations: [], excludedOperations: ['renameFile'] },
    });
    expect(filtered.total).toBe(1);
    expect(
      (await drive.call('mei', 'listAuditLogs', { body: { pageInfo: { pageSize: 1, pageNum: 2 } } })).logInfoList,
    ).toEqual([]);
    expect(await drive.getErrorCode('jonas', 'listAuditLogs', { body })).toBe(13000410);
  });
});

describe('quotas', () => {
  it('are divided by kind of space, and unallocated capacity is transferred in multiples of 10 GB', async () => {
    const getTotals = async (): Promise<unknown> =>
      (await drive.call('mei', 'getSpaceAllocation')).data?.map((kind) => kind.totalCapacity);
    expect(await getTotals()).toEqual([6144, 2048, 2048]);
    const createTransfer = (...target: object[]) => ({ body: { originType: 0, target } });
    await drive.call(
      'mei',
      'transferUnallocatedSpace',
      createTransfer({ type: 1, expandCapacity: 100 }, { type: 2, expandCapacity: '10' }),
    );
    expect(await getTotals()).toEqual([6034, 2148, 2058]);
    expect(
      await drive.getErrorCode('mei', 'transferUnallocatedSpace', createTransfer({ type: 1, expandCapacity: 15 })),
    ).toBe(13000102);
    expect(
      await drive.getErrorCode('mei', 'transferUnallocatedSpace', createTransfer({ type: 1, expandCapacity: 6000 })),
    ).toBe(13000311);
    expect(
      await drive.getErrorCode('jonas', 'transferUnallocatedSpace', createTransfer({ type: 1, expandCapacity: 10 })),
    ).toBe(13000410);
  });

  it('are reported in total, by size and by user', async () => {
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
    const userIds = [seedUsers.dmitri.userId];
    const own = await drive.call('dmitri', 'getSpaceUsageByUser', { body: { userIds } });
    expect(own.data?.map((space) => space.quota)).toEqual([String(10 * 2 ** 20), String(5 * 2 ** 20)]);
    expect(await drive.getErrorCode('jonas', 'getSpaceUsageByUser', { body: { userIds } })).toBe(13000410);
  });
});

describe('listFile', () => {
  it('starts a job whose detail lists the entries of the archive', async () => {
    const fileId = await getFileId(drive, 'jonas', 'trip.zip');
    const { data } = await drive.call('jonas', 'listFile', {
      body: { containerId: getUserContainerId('jonas'), fileId },
    });
    drive.clock.advance(1000);
    const job = await waitForJobDetail(drive, 'jonas', String(data?.taskId));
    expect(job.uncompressedFileList?.find((entry) => String(entry.name) === 'notes.md')).toMatchObject({
      type: '1',
      fileSize: '22',
    });
    const folder = await getFileId(drive, 'jonas', 'Documents');
    expect(
      await drive.getErrorCode('jonas', 'listFile', {
        body: { containerId: getUserContainerId('jonas'), fileId: folder },
      }),
    ).toBe(13000406);
  });
});

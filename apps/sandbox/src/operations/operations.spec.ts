import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getSeedContainerId, seedDepartments, seedGroups, seedUsers } from '../state/seed/organization.js';
import {
  getFileId,
  createTestDrive,
  runJob,
  getUserContainerId,
  type TestDrive,
} from '../state/test-drive.spec-support.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await createTestDrive();
});
afterEach(() => drive.close());

describe('users', () => {
  it('are read by their KooDrive id, which is returned as id', async () => {
    const { data } = await drive.call('jonas', 'getUser', { path: { userId: seedUsers.fang.userId } });
    expect(data).toMatchObject({
      id: seedUsers.fang.userId,
      userId: seedUsers.fang.orgUserId,
      deptId: seedDepartments.sales.id,
      role: 1,
    });
    expect(await drive.getErrorCode('jonas', 'getUser', { path: { userId: '1' } })).toBe(13000309);
  });

  it('are listed by department, including its subdepartments unless isDirect is set', async () => {
    const listNames = async (query: Record<string, string>): Promise<unknown> =>
      (await drive.call('jonas', 'getUserList', { query: { offset: '0', limit: '100', ...query } })).list?.map(
        (user) => user.name,
      );
    const deptId = seedDepartments.engineering.id;
    expect(await listNames({ deptId })).toEqual(['Jonas Weber', 'Amara Okafor', 'Dmitri Petrov', '陈伟']);
    expect(await listNames({ deptId, isDirect: 'true' })).toEqual(['Amara Okafor']);
    expect(await listNames({ keyWord: 'álv' })).toEqual(['Sofía Álvarez']);
    expect((await drive.call('jonas', 'countUser', { query: { deptId: '' } })).total).toBe(8);
  });

  it('have a mobile number that only they and administrators see completely', async () => {
    const path = { userId: seedUsers.jonas.userId };
    const getMobileAs = async (who: 'jonas' | 'amara' | 'fang'): Promise<unknown> =>
      (await drive.call(who, 'getUserMobile', { path })).mobile;
    expect(await getMobileAs('jonas')).toMatch(/^\d{15}$/);
    expect(await getMobileAs('amara')).toMatch(/^\d{15}$/);
    expect(await getMobileAs('fang')).toMatch(/^\d{7}\*{4}\d{4}$/);
  });
});

describe('messages', () => {
  it('are counted, listed in pages with the newest first, filtered, marked as read and deleted', async () => {
    expect((await drive.call('jonas', 'getUnreadCount')).count).toBe(2);
    const first = await drive.call('jonas', 'listMessages', { query: { pageSize: '2' } });
    expect(first.messages?.map((message) => message.type)).toEqual(['003', '001']);
    const second = await drive.call('jonas', 'listMessages', {
      query: { pageSize: '2', pageCursor: String(first.nextCursor) },
    });
    expect(second.messages?.map((message) => message.type)).toEqual(['002']);
    expect(second).not.toHaveProperty('nextCursor');
    const ids = [String(first.messages?.[0]?.id), '1'];
    const read = await drive.call('jonas', 'batchReadMessage', { body: { ids } });
    expect(read.messages?.map((message) => message.changed)).toEqual([true, false]);
    expect((await drive.call('jonas', 'listMessages', { query: { state: '0' } })).messages).toHaveLength(1);
    await drive.call('jonas', 'updateSpecificMessageState', { query: { operate: '1' } });
    expect((await drive.call('jonas', 'listMessages')).messages).toEqual([]);
    expect((await drive.call('fang', 'getUnreadCount')).count).toBe(2);
    expect(await drive.getErrorCode('jonas', 'listMessages', { query: { pageCursor: 'forged' } })).toBe(13000102);
  });
});

describe('favorites', () => {
  it('have the batch status 0 for all, 1 for some and 2 for none, unlike downloads', async () => {
    const fileId = await getFileId(drive, 'jonas', 'trip.zip');
    const containerId = getUserContainerId('jonas');
    const mark = (...subRequestList: object[]) =>
      drive.call('jonas', 'batchStarFile', { body: { starred: true, subRequestList } });
    expect((await mark({ containerId, fileId })).status).toBe(0);
    const partial = await mark({ containerId, fileId }, { containerId, fileId: 'Fnone' });
    expect(partial.status).toBe(1);
    expect(partial.subResponseList?.map(({ code }) => code)).toEqual(['0', '13000309']);
    expect((await mark({ containerId: getSeedContainerId(seedGroups.launch.id), fileId })).status).toBe(2);
    const { starFiles } = await drive.call('jonas', 'listStarFile');
    expect(starFiles?.map((file) => file.fileName)).toEqual(['trip.zip', '会议纪要.md']);
  });

  it('are removed and counted when the file is permanently deleted', async () => {
    const fileId = await getFileId(drive, 'jonas', '会议纪要.md');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [fileId] });
    expect(await drive.call('jonas', 'listStarFile')).toMatchObject({ autoDeleted: 1, starFiles: [] });
    expect(await drive.call('jonas', 'listStarFile')).toMatchObject({ autoDeleted: 0 });
  });
});

describe('recently accessed files', () => {
  it('have the last action on each file and mark deleted files', async () => {
    const fileId = await getFileId(drive, 'jonas', '会议纪要.md');
    await drive.call('jonas', 'getDownLoadUrl', {
      body: { containerId: getUserContainerId('jonas'), fileIds: [fileId] },
    });
    const { list } = await drive.call('jonas', 'ListRecentlyAccess');
    expect(list?.map((visit) => [visit.file?.name, visit.operateType])).toEqual([
      ['会议纪要.md', 1],
      ['trip.zip', 1],
    ]);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [fileId] });
    const after = await drive.call('jonas', 'ListRecentlyAccess');
    expect(after.list?.map((visit) => visit.status)).toEqual([1, undefined]);
    // The seed data has two shares with Jonas.
    expect((await drive.call('jonas', 'ListRelatedToMe')).total).toBe(2);
  });
});

describe('the drive', () => {
  it('has the same seed data in each sandbox and after a reset', async () => {
    const snapshot = async (target: TestDrive): Promise<string> => {
      const query = { offset: '0', limit: '100' };
      const body = { containerId: getUserContainerId('jonas'), parentFileId: 'root' };
      const files = await target.call('jonas', 'getPersonalFiles', { path: { type: '0' }, body });
      return JSON.stringify([
        files,
        await target.call('mei', 'getDepartmentSpaceList', { query }),
        await target.call('jonas', 'listMessages'),
      ]);
    };
    const first = await snapshot(drive);
    const fileId = await getFileId(drive, 'jonas', 'trip.zip');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [fileId] });
    expect(await snapshot(drive)).not.toBe(first);
    await drive.backend.reset();
    expect(await snapshot(drive)).toBe(first);
    const other = await createTestDrive({ seed: 99 });
    expect(await snapshot(other)).toBe(first);
    await other.close();
  });

  it('rejects the app for an operation that requires a user', async () => {
    expect(await drive.getErrorCode('app', 'listMessages')).toBe(13000102);
  });

  it('lists fifty files more than 3,000 times per second', async () => {
    const body = { containerId: getSeedContainerId(seedDepartments.engineering.id), parentFileId: 'root' };
    const path = { groupId: seedDepartments.engineering.id, type: '0' };
    const root = await drive.call('jonas', 'getDepartmentFiles', { path, body });
    const parentFileId = root.files?.find((file) => String(file.fileName) === 'Measurements')?.id;
    const handler = drive.backend.handlers.getDepartmentFiles;
    const subject = { kind: 'user', userId: seedUsers.jonas.userId, via: 'session' } as const;
    const request = {
      operationId: 'getDepartmentFiles',
      subject,
      path,
      query: {},
      headers: {},
      body: { ...body, parentFileId },
    };
    const times = 1000;
    for (let i = 0; i < times; i += 1) await handler?.(request);
    // CPU time, as wall-clock time depends on the load of the machine.
    const startUsage = process.cpuUsage();
    for (let i = 0; i < times; i += 1) await handler?.(request);
    const { user, system } = process.cpuUsage(startUsage);
    expect((times / (user + system)) * 1e6).toBeGreaterThan(3000);
  });
});

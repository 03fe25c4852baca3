import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { departments, groups, users } from '../state/seed/people.js';
import { containerIdOf, idOf, openTestDrive, runJob, spaceOf, type TestDrive } from '../state/test-drive.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await openTestDrive();
});
afterEach(() => drive.close());

describe('users', () => {
  it('are read by the KooDrive id, which is printed as id', async () => {
    const { data } = await drive.call('jonas', 'getUser', { path: { userId: users.fang.userId } });
    expect(data).toMatchObject({
      id: users.fang.userId,
      userId: users.fang.orgUserId,
      deptId: departments.sales.id,
      role: 1,
    });
    expect(await drive.refusal('jonas', 'getUser', { path: { userId: '1' } })).toBe(13000309);
  });

  it('are listed by department, with those of departments below unless only direct ones are wanted', async () => {
    const names = async (query: Record<string, string>): Promise<unknown> =>
      (await drive.call('jonas', 'getUserList', { query: { offset: '0', limit: '100', ...query } })).list?.map(
        (user) => user.name,
      );
    const deptId = departments.engineering.id;
    expect(await names({ deptId })).toEqual(['Jonas Weber', 'Amara Okafor', 'Dmitri Petrov', '陈伟']);
    expect(await names({ deptId, isDirect: 'true' })).toEqual(['Amara Okafor']);
    expect(await names({ keyWord: 'álv' })).toEqual(['Sofía Álvarez']);
    expect((await drive.call('jonas', 'countUser', { query: { deptId: '' } })).total).toBe(8);
  });

  it('show the whole mobile number to themselves and to administrators', async () => {
    const path = { userId: users.jonas.userId };
    const seenBy = async (who: 'jonas' | 'amara' | 'fang'): Promise<unknown> =>
      (await drive.call(who, 'getUserMobile', { path })).mobile;
    expect(await seenBy('jonas')).toMatch(/^\d{15}$/);
    expect(await seenBy('amara')).toMatch(/^\d{15}$/);
    expect(await seenBy('fang')).toMatch(/^\d{7}\*{4}\d{4}$/);
  });
});

describe('messages', () => {
  it('are counted, listed newest first by pages, filtered, read and deleted', async () => {
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
    expect(await drive.refusal('jonas', 'listMessages', { query: { pageCursor: 'forged' } })).toBe(13000102);
  });
});

describe('favourites', () => {
  it('tell all (0), some (1) and none (2) apart, the other way round than downloads', async () => {
    const fileId = await idOf(drive, 'jonas', 'trip.zip');
    const containerId = spaceOf('jonas');
    const mark = (...subRequestList: object[]) =>
      drive.call('jonas', 'batchStarFile', { body: { starred: true, subRequestList } });
    expect((await mark({ containerId, fileId })).status).toBe(0);
    const some = await mark({ containerId, fileId }, { containerId, fileId: 'Fnone' });
    expect(some.status).toBe(1);
    expect(some.subResponseList?.map((one) => one.code)).toEqual(['0', '13000309']);
    expect((await mark({ containerId: containerIdOf(groups.launch.id), fileId })).status).toBe(2);
    const { starFiles } = await drive.call('jonas', 'listStarFile');
    expect(starFiles?.map((file) => file.fileName)).toEqual(['trip.zip', '会议纪要.md']);
  });

  it('are dropped and counted when the file is gone for good', async () => {
    const fileId = await idOf(drive, 'jonas', '会议纪要.md');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [fileId] });
    expect(await drive.call('jonas', 'listStarFile')).toMatchObject({ autoDeleted: 1, starFiles: [] });
    expect(await drive.call('jonas', 'listStarFile')).toMatchObject({ autoDeleted: 0 });
  });
});

describe('recent visits', () => {
  it('hold the last act on each file, and mark files that were deleted', async () => {
    const fileId = await idOf(drive, 'jonas', '会议纪要.md');
    await drive.call('jonas', 'getDownLoadUrl', { body: { containerId: spaceOf('jonas'), fileIds: [fileId] } });
    const { list } = await drive.call('jonas', 'ListRecentlyAccess');
    expect(list?.map((visit) => [visit.file?.name, visit.operateType])).toEqual([
      ['会议纪要.md', 1],
      ['trip.zip', 1],
    ]);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [fileId] });
    const after = await drive.call('jonas', 'ListRecentlyAccess');
    expect(after.list?.map((visit) => visit.status)).toEqual([1, undefined]);
    // The seed has two shares with him.
    expect((await drive.call('jonas', 'ListRelatedToMe')).total).toBe(2);
  });
});

describe('the state', () => {
  it('is the same in every sandbox, and after a reset', async () => {
    const look = async (one: TestDrive): Promise<string> => {
      const query = { offset: '0', limit: '100' };
      const body = { containerId: spaceOf('jonas'), parentFileId: 'root' };
      const files = await one.call('jonas', 'getPersonalFiles', { path: { type: '0' }, body });
      return JSON.stringify([
        files,
        await one.call('mei', 'getDepartmentSpaceList', { query }),
        await one.call('jonas', 'listMessages'),
      ]);
    };
    const first = await look(drive);
    const fileId = await idOf(drive, 'jonas', 'trip.zip');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [fileId] });
    expect(await look(drive)).not.toBe(first);
    await drive.state.reset();
    expect(await look(drive)).toBe(first);
    const other = await openTestDrive({ seed: 99 });
    expect(await look(other)).toBe(first);
    await other.close();
  });

  it('wants a user where an operation is for one', async () => {
    expect(await drive.refusal('app', 'listMessages')).toBe(13000102);
  });

  it('lists fifty files more than 3,000 times a second', async () => {
    const body = { containerId: containerIdOf(departments.engineering.id), parentFileId: 'root' };
    const path = { groupId: departments.engineering.id, type: '0' };
    const root = await drive.call('jonas', 'getDepartmentFiles', { path, body });
    const parentFileId = root.files?.find((file) => String(file.fileName) === 'Measurements')?.id;
    const handler = drive.state.handlers.getDepartmentFiles;
    const subject = { kind: 'user', userId: users.jonas.userId, via: 'session' } as const;
    const request = {
      operation: 'getDepartmentFiles',
      subject,
      path,
      query: {},
      headers: {},
      body: { ...body, parentFileId },
    };
    const times = 1000;
    for (let i = 0; i < times; i += 1) await handler?.(request);
    // Time on the processor, so that a busy machine does not count.
    const before = process.cpuUsage();
    for (let i = 0; i < times; i += 1) await handler?.(request);
    const { user, system } = process.cpuUsage(before);
    expect((times / (user + system)) * 1e6).toBeGreaterThan(3000);
  });
});

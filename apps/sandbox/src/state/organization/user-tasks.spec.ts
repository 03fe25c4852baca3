import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { departments, tenant, users } from '../seed/people.js';
import { idOf, listNames, openTestDrive, type Json, type TestDrive } from '../test-drive.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await openTestDrive();
});
afterEach(() => drive.close());

const { priya, sofia, jonas, mei, fang } = users;
const handOver = (srcUserId: string, dstUserId: string) => ({ body: { taskType: 0, srcUserId, dstUserId } });
const task = (taskId: Json | string | undefined) => ({ path: { task_id: String(taskId) } });

describe('handing a user over', () => {
  it('goes through waiting and running, gives the files and groups to the receiver and deletes the user', async () => {
    const { taskId } = await drive.call('mei', 'createTask', handOver(priya.userId, sofia.userId));
    expect((await drive.call('mei', 'getTaskDetail', task(taskId))).status).toBe(0);
    drive.clock.advance(100);
    expect((await drive.call('mei', 'getTaskDetail', task(taskId))).status).toBe(1);
    drive.clock.advance(60_000);
    const detail = await drive.call('mei', 'getTaskDetail', task(taskId));
    expect(detail).toMatchObject({ status: 2, taskType: 0 });
    expect(detail).not.toHaveProperty('resultCode');
    expect(await drive.refusal('mei', 'getUser', { path: { userId: priya.userId } })).toBe(13000309);
    expect(await listNames(drive, 'sofia')).toContain('Priya Nair');
    const folder = await idOf(drive, 'sofia', 'Priya Nair');
    expect(await listNames(drive, 'sofia', folder)).toContain('trip.zip');
    const receiver = await drive.call('mei', 'getHandoverDstUserInfo', { path: { src_user_id: priya.userId } });
    expect(receiver).toMatchObject({ id: sofia.userId, name: sofia.name });
  });

  it('fails with a code of its own for a user who is enabled, and leaves everything as it was', async () => {
    const { taskId } = await drive.call('mei', 'createTask', handOver(jonas.userId, sofia.userId));
    drive.clock.advance(60_000);
    expect(await drive.call('mei', 'getTaskDetail', task(taskId))).toMatchObject({ status: 3, resultCode: '18000205' });
    expect(await listNames(drive, 'jonas')).toContain('trip.zip');
  });

  it('passes the groups of the user on', async () => {
    await drive.call('mei', 'updateUser', { path: { userId: fang.userId }, body: { status: 1 } });
    await drive.call('mei', 'createTask', handOver(fang.userId, jonas.userId));
    drive.clock.advance(60_000);
    const query = { sourceType: '0', pageSize: '100', pageCursor: '' };
    const { userGroupList } = await drive.call('jonas', 'getUserGroupList', { query });
    expect(userGroupList?.map(({ ownerId }) => ownerId)).toEqual([jonas.userId, jonas.userId]);
  });

  it('is for those who manage the user, and between two users', async () => {
    const input = handOver(priya.userId, jonas.userId);
    expect(await drive.refusal('jonas', 'createTask', input)).toBe(13000410);
    expect(await drive.refusal('amara', 'createTask', input)).toBe(13000410);
    expect(await drive.refusal('sofia', 'createTask', input)).toBeUndefined();
    expect(await drive.refusal('mei', 'createTask', handOver(priya.userId, priya.userId))).toBe(13000102);
    expect(await drive.refusal('mei', 'createTask', handOver(priya.userId, '1'))).toBe(13000309);
  });

  it('stops with a reset', async () => {
    await drive.call('mei', 'createTask', handOver(priya.userId, sofia.userId));
    await drive.state.reset();
    drive.clock.advance(60_000);
    expect((await drive.call('mei', 'getUser', { path: { userId: priya.userId } })).data?.status).toBe(1);
  });
});

describe('the list of tasks about users', () => {
  it('comes newest first by pages, by kind and by state', async () => {
    for (const dst of [sofia, jonas, mei]) await drive.call('mei', 'createTask', handOver(priya.userId, dst.userId));
    const first = await drive.call('mei', 'getTaskLIst', { query: { taskType: '0', pageSize: '2' } });
    expect(first.taskListDtos).toHaveLength(2);
    const pageCursor = String(first.nextCursor);
    const second = await drive.call('mei', 'getTaskLIst', { query: { taskType: '0', pageSize: '2', pageCursor } });
    expect(second.taskListDtos).toHaveLength(1);
    expect(second).not.toHaveProperty('nextCursor');
    const ended = await drive.call('mei', 'getTaskLIst', { query: { status: '2,3' } });
    expect(ended.taskListDtos?.map(({ taskName }) => taskName)).toEqual(['Import']);
  });

  it('shows others than administrators their own', async () => {
    expect((await drive.call('jonas', 'getTaskLIst')).taskListDtos).toEqual([]);
    const seeded = await drive.call('mei', 'getTaskLIst');
    const taskId = seeded.taskListDtos?.[0]?.taskId;
    expect(await drive.refusal('jonas', 'getTaskDetail', task(taskId))).toBe(13000410);
    expect(await drive.refusal('mei', 'getTaskDetail', task('1'))).toBe(13000309);
  });
});

describe('importing users', () => {
  const row = (targetDeptName: string, personalCapacity: number) => ({
    ...{ targetDeptName, personalCapacity, isAllocateCapacity: personalCapacity > 0 },
  });
  const check = (...rows: object[]) =>
    drive.call('mei', 'batchImportUserPreVerify', { body: { curDeptId: departments.root.id, users: rows } });
  const order = { taskType: 1, resultId: '1', orgId: tenant.orgId, orgUserId: mei.orgUserId };

  it('checks each row: the department, the capacity, what is left to give out', async () => {
    const { data } = await check(row('Platform', 10), row('Nowhere', 0), row('Storage', 10_000), row('Storage', 0));
    expect(data?.map(({ isSuccess }) => isSuccess)).toEqual([0, 1, 1, 0]);
    expect(data?.map((one) => 'reason' in one)).toEqual([false, true, true, false]);
  });

  it('makes users of the rows checked last, and tells which it could not', async () => {
    await check(row('Platform', 10), row('Nowhere', 0));
    const before = (await drive.call('mei', 'countUser')).total;
    const { taskId } = await drive.call('mei', 'createTask', { body: order });
    const result = { query: { taskId: String(taskId) } };
    expect(await drive.refusal('mei', 'getTaskResult', result)).toBe(13000309);
    drive.clock.advance(60_000);
    const { data } = await drive.call('mei', 'getTaskResult', result);
    expect(data).toMatchObject({ successCount: 1, failCount: 1, failInfoList: [{ userName: 'row 2' }] });
    expect(Number((await drive.call('mei', 'countUser')).total)).toBe(Number(before) + 1);
  });

  it('fails when nothing was checked, and is refused for strangers', async () => {
    const { taskId } = await drive.call('mei', 'createTask', { body: order });
    drive.clock.advance(60_000);
    expect((await drive.call('mei', 'getTaskDetail', task(taskId))).status).toBe(3);
    expect(await drive.refusal('mei', 'createTask', { body: { ...order, orgId: '1' } })).toBe(13000309);
    expect(await drive.refusal('jonas', 'createTask', { body: order })).toBe(13000410);
  });

  it('has room for more users when a system administrator asks', async () => {
    const most = async (): Promise<number> => Number((await drive.call('mei', 'getQuotaUsed')).data?.userMaxCount);
    const before = await most();
    await drive.call('mei', 'expandUserNum', { path: { orgId: tenant.orgId } });
    expect(await most()).toBe(before + 100);
    expect(await drive.refusal('jonas', 'expandUserNum', { path: { orgId: tenant.orgId } })).toBe(13000410);
    expect(await drive.refusal('mei', 'expandUserNum', { path: { orgId: '1' } })).toBe(13000309);
  });
});

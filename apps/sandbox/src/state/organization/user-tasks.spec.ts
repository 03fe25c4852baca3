import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedDepartments, seedTenant, seedUsers } from '../seed/organization.js';
import {
  getFileId,
  listFileNames,
  createTestDrive,
  type LooseJson,
  type TestDrive,
} from '../test-drive.spec-support.js';
import { minuteMs } from '../time-units.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await createTestDrive();
});
afterEach(() => drive.close());

const { priya, sofia, jonas, mei, fang } = seedUsers;
const transferInput = (srcUserId: string, dstUserId: string) => ({ body: { taskType: 0, srcUserId, dstUserId } });
const taskInput = (taskId: LooseJson | string | undefined) => ({ path: { task_id: String(taskId) } });

describe('ownership transfer', () => {
  it('waits, runs, transfers the files to the receiver and deletes the user', async () => {
    const { taskId } = await drive.call('mei', 'createTask', transferInput(priya.userId, sofia.userId));
    expect((await drive.call('mei', 'getTaskDetail', taskInput(taskId))).status).toBe(0);
    drive.clock.advance(100);
    expect((await drive.call('mei', 'getTaskDetail', taskInput(taskId))).status).toBe(1);
    drive.clock.advance(minuteMs);
    const detail = await drive.call('mei', 'getTaskDetail', taskInput(taskId));
    expect(detail).toMatchObject({ status: 2, taskType: 0 });
    expect(detail).not.toHaveProperty('resultCode');
    expect(await drive.getErrorCode('mei', 'getUser', { path: { userId: priya.userId } })).toBe(13000309);
    expect(await listFileNames(drive, 'sofia')).toContain('Priya Nair');
    const folder = await getFileId(drive, 'sofia', 'Priya Nair');
    expect(await listFileNames(drive, 'sofia', folder)).toContain('trip.zip');
    const receiver = await drive.call('mei', 'getHandoverDstUserInfo', { path: { src_user_id: priya.userId } });
    expect(receiver).toMatchObject({ id: sofia.userId, name: sofia.name });
  });

  it('fails with code 18000205 for a user who is enabled, and changes nothing', async () => {
    const { taskId } = await drive.call('mei', 'createTask', transferInput(jonas.userId, sofia.userId));
    drive.clock.advance(minuteMs);
    expect(await drive.call('mei', 'getTaskDetail', taskInput(taskId))).toMatchObject({
      status: 3,
      resultCode: '18000205',
    });
    expect(await listFileNames(drive, 'jonas')).toContain('trip.zip');
  });

  it('transfers the groups of the user', async () => {
    await drive.call('mei', 'updateUser', { path: { userId: fang.userId }, body: { status: 1 } });
    await drive.call('mei', 'createTask', transferInput(fang.userId, jonas.userId));
    drive.clock.advance(minuteMs);
    const query = { sourceType: '0', pageSize: '100', pageCursor: '' };
    const { userGroupList } = await drive.call('jonas', 'getUserGroupList', { query });
    expect(userGroupList?.map(({ ownerId }) => ownerId)).toEqual([jonas.userId, jonas.userId]);
  });

  it('requires an administrator of the user, and two different users that exist', async () => {
    const input = transferInput(priya.userId, jonas.userId);
    expect(await drive.getErrorCode('jonas', 'createTask', input)).toBe(13000410);
    expect(await drive.getErrorCode('amara', 'createTask', input)).toBe(13000410);
    expect(await drive.getErrorCode('sofia', 'createTask', input)).toBeUndefined();
    expect(await drive.getErrorCode('mei', 'createTask', transferInput(priya.userId, priya.userId))).toBe(13000102);
    expect(await drive.getErrorCode('mei', 'createTask', transferInput(priya.userId, '1'))).toBe(13000309);
  });

  it('is canceled by a reset', async () => {
    await drive.call('mei', 'createTask', transferInput(priya.userId, sofia.userId));
    await drive.backend.reset();
    drive.clock.advance(minuteMs);
    expect((await drive.call('mei', 'getUser', { path: { userId: priya.userId } })).data?.status).toBe(1);
  });
});

describe('user tasks', () => {
  it('lists the tasks by pages, newest first, filtered by type and status', async () => {
    for (const receiver of [sofia, jonas, mei])
      await drive.call('mei', 'createTask', transferInput(priya.userId, receiver.userId));
    const first = await drive.call('mei', 'getTaskLIst', { query: { taskType: '0', pageSize: '2' } });
    expect(first.taskListDtos).toHaveLength(2);
    const pageCursor = String(first.nextCursor);
    const second = await drive.call('mei', 'getTaskLIst', { query: { taskType: '0', pageSize: '2', pageCursor } });
    expect(second.taskListDtos).toHaveLength(1);
    expect(second).not.toHaveProperty('nextCursor');
    const ended = await drive.call('mei', 'getTaskLIst', { query: { status: '2,3' } });
    expect(ended.taskListDtos?.map(({ taskName }) => taskName)).toEqual(['Import']);
  });

  it('lists only the own tasks for users who are not administrators', async () => {
    expect((await drive.call('jonas', 'getTaskLIst')).taskListDtos).toEqual([]);
    const seeded = await drive.call('mei', 'getTaskLIst');
    const taskId = seeded.taskListDtos?.[0]?.taskId;
    expect(await drive.getErrorCode('jonas', 'getTaskDetail', taskInput(taskId))).toBe(13000410);
    expect(await drive.getErrorCode('mei', 'getTaskDetail', taskInput('1'))).toBe(13000309);
  });
});

describe('user imports', () => {
  const row = (targetDeptName: string, personalCapacity: number) => ({
    targetDeptName,
    personalCapacity,
    isAllocateCapacity: personalCapacity > 0,
  });
  const validate = (...rows: object[]) =>
    drive.call('mei', 'batchImportUserPreVerify', { body: { curDeptId: seedDepartments.root.id, users: rows } });
  const importBody = { taskType: 1, resultId: '1', orgId: seedTenant.orgId, orgUserId: mei.orgUserId };

  it('validates the department and the capacity of each row, and the storage that is left', async () => {
    const { data } = await validate(row('Platform', 10), row('Nowhere', 0), row('Storage', 10_000), row('Storage', 0));
    expect(data?.map(({ isSuccess }) => isSuccess)).toEqual([0, 1, 1, 0]);
    expect(data?.map((one) => 'reason' in one)).toEqual([false, true, true, false]);
  });

  it('creates users from the rows that were validated last, and returns the rows that failed', async () => {
    await validate(row('Platform', 10), row('Nowhere', 0));
    const before = (await drive.call('mei', 'countUser')).total;
    const { taskId } = await drive.call('mei', 'createTask', { body: importBody });
    const result = { query: { taskId: String(taskId) } };
    expect(await drive.getErrorCode('mei', 'getTaskResult', result)).toBe(13000309);
    drive.clock.advance(minuteMs);
    const { data } = await drive.call('mei', 'getTaskResult', result);
    expect(data).toMatchObject({ successCount: 1, failCount: 1, failInfoList: [{ userName: 'row 2' }] });
    expect(Number((await drive.call('mei', 'countUser')).total)).toBe(Number(before) + 1);
  });

  it('fails if no rows were validated, and is rejected for another organization and for common users', async () => {
    const { taskId } = await drive.call('mei', 'createTask', { body: importBody });
    drive.clock.advance(minuteMs);
    expect((await drive.call('mei', 'getTaskDetail', taskInput(taskId))).status).toBe(3);
    expect(await drive.getErrorCode('mei', 'createTask', { body: { ...importBody, orgId: '1' } })).toBe(13000309);
    expect(await drive.getErrorCode('jonas', 'createTask', { body: importBody })).toBe(13000410);
  });

  it('lets a system administrator raise the maximum number of users', async () => {
    const getMaxUsers = async (): Promise<number> =>
      Number((await drive.call('mei', 'getQuotaUsed')).data?.userMaxCount);
    const before = await getMaxUsers();
    await drive.call('mei', 'expandUserNum', { path: { orgId: seedTenant.orgId } });
    expect(await getMaxUsers()).toBe(before + 100);
    expect(await drive.getErrorCode('jonas', 'expandUserNum', { path: { orgId: seedTenant.orgId } })).toBe(13000410);
    expect(await drive.getErrorCode('mei', 'expandUserNum', { path: { orgId: '1' } })).toBe(13000309);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedDepartments, seedGroups, seedUsers } from '../seed/organization.js';
import { createTestDrive, getUserContainerId, type LooseJson, type TestDrive } from '../test-drive.spec-support.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await createTestDrive();
});
afterEach(() => drive.close());

describe('departments', () => {
  const create = (name: string, parentId: string) => ({ body: { name, parentId } });

  it('lists the children of a department, or of the root if no id is given', async () => {
    const names = async (query = {}): Promise<unknown> =>
      (await drive.call('jonas', 'getDepartmentList', { query })).list?.map((department) => department.name);
    expect(await names()).toEqual(['Engineering', 'Sales 销售部']);
    expect(await names({ departmentId: seedDepartments.engineering.id })).toEqual(['Platform']);
    expect(await names({ keyWord: '销售' })).toEqual(['Sales 销售部']);
    const one = await drive.call('jonas', 'getDepartment', { path: { department_id: seedDepartments.sales.id } });
    expect(one).toMatchObject({ id: seedDepartments.sales.id, parentId: seedDepartments.root.id });
    expect(one.deptId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('creates a department with a team space, on at most five levels', async () => {
    const { data } = await drive.call('mei', 'createDepartment', create('Disks', seedDepartments.storage.id));
    const deptId = String(data?.id);
    expect(await drive.getErrorCode('mei', 'createDepartment', create('Platters', deptId))).toBe(13000310);
    expect(
      (await drive.call('mei', 'getSpace', { path: { ownerId: deptId }, query: { type: '0' } })).data,
    ).toMatchObject({ capacity: '1' });
    expect(await drive.getErrorCode('mei', 'createDepartment', create('Disks', seedDepartments.storage.id))).toBe(
      13000405,
    );
    expect(await drive.getErrorCode('mei', 'createDepartment', create('x'.repeat(21), seedDepartments.root.id))).toBe(
      13000102,
    );
  });

  it('lets an administrator of the department or of one above it create departments', async () => {
    expect(
      await drive.getErrorCode('amara', 'createDepartment', create('Tools', seedDepartments.engineering.id)),
    ).toBeUndefined();
    expect(await drive.getErrorCode('amara', 'createDepartment', create('Tools', seedDepartments.sales.id))).toBe(
      13000410,
    );
    expect(await drive.getErrorCode('jonas', 'createDepartment', create('Tools', seedDepartments.platform.id))).toBe(
      13000410,
    );
  });

  it('moves a department with everything below it, but not into itself or below the fifth level', async () => {
    const move = (id: string, parentId: string) => ({ path: { department_id: id }, body: { name: 'Moved', parentId } });
    expect(
      await drive.getErrorCode(
        'mei',
        'updateDepartment',
        move(seedDepartments.platform.id, seedDepartments.storage.id),
      ),
    ).toBe(13000307);
    expect(
      await drive.getErrorCode(
        'mei',
        'updateDepartment',
        move(seedDepartments.engineering.id, seedDepartments.sales.id),
      ),
    ).toBeUndefined();
    expect(await drive.getErrorCode('mei', 'createDepartment', create('Too deep', seedDepartments.storage.id))).toBe(
      13000310,
    );
  });

  it('deletes only departments without users and departments, and never the root', async () => {
    const remove = (id: string) => drive.getErrorCode('mei', 'deleteDepartment', { path: { department_id: id } });
    expect(await remove(seedDepartments.engineering.id)).toBe(13000102);
    expect(await remove(seedDepartments.storage.id)).toBe(13000102);
    expect(await remove(seedDepartments.root.id)).toBe(13000102);
    const { data } = await drive.call('mei', 'createDepartment', create('Empty', seedDepartments.root.id));
    expect(await remove(String(data?.id))).toBeUndefined();
    expect(await remove(String(data?.id))).toBe(13000309);
  });
});

describe("users' lives", () => {
  it('adds a user as not activated, and the same user only once', async () => {
    const body = { userId: '1008600000299999999', modifyUserInfoReq: { deptId: seedDepartments.sales.id, role: '1' } };
    const { data } = await drive.call('sofia', 'createUser', { body });
    const user = await drive.call('sofia', 'getUser', { path: { userId: String(data?.id) } });
    expect(user.data).toMatchObject({ status: 2, role: 1, deptId: seedDepartments.sales.id, userId: body.userId });
    expect(await drive.getErrorCode('sofia', 'createUser', { body })).toBe(13000102);
    expect(drive.backend.users.list()).toHaveLength(9);
  });

  it('lets administrators change users, with ids larger than 2^53', async () => {
    const path = { userId: seedUsers.jonas.userId };
    await drive.call('mei', 'updateUser', { path, body: { deptId: seedDepartments.sales.id, role: 0 } });
    expect(drive.backend.users.get(seedUsers.jonas.userId)).toMatchObject({
      deptId: seedDepartments.sales.id,
      role: 0,
    });
    expect(await drive.getErrorCode('fang', 'updateUser', { path, body: { status: 1 } })).toBe(13000410);
    expect(await drive.getErrorCode('sofia', 'updateUser', { path, body: { role: 2 } })).toBe(13000410);
  });

  it('deletes only users who are not enabled, with their spaces and groups', async () => {
    const path = { userId: seedUsers.jonas.userId };
    expect(await drive.getErrorCode('mei', 'deleteUser', { path })).toBe(13000102);
    await drive.call('mei', 'updateUser', { path, body: { status: 1 } });
    await drive.call('mei', 'deleteUser', { path });
    expect(await drive.getErrorCode('mei', 'getUser', { path })).toBe(13000309);
    expect(
      await drive.getErrorCode('app', 'getSpaceByContainerID', { path: { containerId: getUserContainerId('jonas') } }),
    ).toBe(13000301);
    const mine = await drive.call('fang', 'getTeamSpaceList', { query: { offset: '0', limit: '10' } });
    expect(mine.teams?.map((team) => team.id)).toEqual([seedDepartments.sales.id, seedGroups.reading.id]);
  });
});

describe('groups', () => {
  const sourceType = '1';
  const createUserGroup = async (): Promise<string> =>
    String((await drive.call('jonas', 'createUserGroup', { body: { groupName: 'Runners', sourceType: 1 } })).id);
  const members = (...ids: string[]) => ({ amendModRoles: ids.map((userId) => ({ userId, template: -1 })) });

  it('lists the groups of the caller by source type', async () => {
    const id = await createUserGroup();
    const list = (type: string): Promise<LooseJson> =>
      drive.call('jonas', 'getUserGroupList', { query: { pageSize: '1', pageCursor: '', sourceType: type } });
    expect((await list(sourceType)).userGroupList?.map((group) => group.id)).toEqual([id]);
    const spaces = await list('0');
    expect([spaces.total, spaces.userGroupList?.length]).toEqual([2, 1]);
    const query = { pageSize: '1', sourceType: '0', pageCursor: String(spaces.nextCursor) };
    expect((await drive.call('jonas', 'getUserGroupList', { query })).userGroupList).toHaveLength(1);
    expect(await drive.getErrorCode('fang', 'getUserGroup', { path: { groupId: id }, query: { sourceType } })).toBe(
      13000410,
    );
    expect(
      await drive.getErrorCode('jonas', 'getUserGroup', { path: { groupId: id }, query: { sourceType: '0' } }),
    ).toBe(13000309);
  });

  it('lets the owner and administrators add and remove members, and returns the users for whom it failed', async () => {
    const path = { groupId: await createUserGroup() };
    const added = await drive.call('jonas', 'batchAddGroupMembers', {
      path,
      body: members(seedUsers.fang.userId, '1'),
    });
    expect(added).toMatchObject({ status: 1, failedList: ['1'] });
    expect(
      await drive.getErrorCode('fang', 'batchAddGroupMembers', { path, body: members(seedUsers.wei.userId) }),
    ).toBe(13000410);
    const query = { offset: '0', limit: '10' };
    const list = await drive.call('fang', 'getUserGroupMemberList', { path, query });
    expect(list.userGroupMemberInfos?.map((member) => [member.userName, member.role])).toEqual([
      ['Jonas Weber', 0],
      ['王芳', 2],
    ]);
    const removed = await drive.call('jonas', 'batchDeleteGroupMembers', {
      path,
      body: members(seedUsers.jonas.userId),
    });
    expect(removed).toMatchObject({ status: 2, failedList: [seedUsers.jonas.userId] });
  });

  it('transfers the ownership of a group, and makes the previous owner an administrator', async () => {
    const path = { groupId: await createUserGroup() };
    await drive.call('jonas', 'batchAddGroupMembers', { path, body: members(seedUsers.fang.userId) });
    const change = { groupName: 'Runners', sourceType: 1, userId: seedUsers.fang.userId, role: '0' };
    expect(await drive.getErrorCode('fang', 'updateUserGroup', { path, body: change })).toBe(13000410);
    await drive.call('jonas', 'updateUserGroup', { path, body: { ...change, role: '1' } });
    expect(await drive.getErrorCode('fang', 'updateUserGroup', { path, body: change })).toBe(13000410);
    await drive.call('jonas', 'updateUserGroup', { path, body: change });
    const { userGroup } = await drive.call('jonas', 'getUserGroup', { path, query: { sourceType } });
    expect(userGroup?.ownerId).toBe(seedUsers.fang.userId);
    expect(await drive.getErrorCode('jonas', 'deleteUserGroup', { path })).toBe(13000410);
    expect(await drive.getErrorCode('fang', 'deleteUserGroup', { path })).toBeUndefined();
  });

  it('deletes the space of a group with the group', async () => {
    const path = { groupId: seedGroups.launch.id };
    await drive.call('jonas', 'deleteUserGroup', { path });
    const query = { type: '2' };
    expect(await drive.getErrorCode('mei', 'getSpace', { path: { ownerId: seedGroups.launch.id }, query })).toBe(
      13000301,
    );
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { departments, groups, users } from '../seed/people.js';
import { openTestDrive, spaceOf, type Json, type TestDrive } from '../test-drive.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await openTestDrive();
});
afterEach(() => drive.close());

describe('departments', () => {
  const create = (name: string, parentId: string) => ({ body: { name, parentId } });

  it('are listed a level at a time, from the root when no id is given', async () => {
    const names = async (query = {}): Promise<unknown> =>
      (await drive.call('jonas', 'getDepartmentList', { query })).list?.map((department) => department.name);
    expect(await names()).toEqual(['Engineering', 'Sales 销售部']);
    expect(await names({ departmentId: departments.engineering.id })).toEqual(['Platform']);
    expect(await names({ keyWord: '销售' })).toEqual(['Sales 销售部']);
    const one = await drive.call('jonas', 'getDepartment', { path: { department_id: departments.sales.id } });
    expect(one).toMatchObject({ id: departments.sales.id, parentId: departments.root.id });
    expect(one.deptId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('come with a team space, five levels deep and no deeper', async () => {
    const { data } = await drive.call('mei', 'createDepartment', create('Disks', departments.storage.id));
    const deptId = String(data?.id);
    expect(await drive.refusal('mei', 'createDepartment', create('Platters', deptId))).toBe(13000310);
    expect(
      (await drive.call('mei', 'getSpace', { path: { ownerId: deptId }, query: { type: '0' } })).data,
    ).toMatchObject({ capacity: '1' });
    expect(await drive.refusal('mei', 'createDepartment', create('Disks', departments.storage.id))).toBe(13000405);
    expect(await drive.refusal('mei', 'createDepartment', create('x'.repeat(21), departments.root.id))).toBe(13000102);
  });

  it('are administered from above, or by their own administrator', async () => {
    expect(
      await drive.refusal('amara', 'createDepartment', create('Tools', departments.engineering.id)),
    ).toBeUndefined();
    expect(await drive.refusal('amara', 'createDepartment', create('Tools', departments.sales.id))).toBe(13000410);
    expect(await drive.refusal('jonas', 'createDepartment', create('Tools', departments.platform.id))).toBe(13000410);
  });

  it('move with all below, but not into themselves nor too deep', async () => {
    const move = (id: string, parentId: string) => ({ path: { department_id: id }, body: { name: 'Moved', parentId } });
    expect(await drive.refusal('mei', 'updateDepartment', move(departments.platform.id, departments.storage.id))).toBe(
      13000307,
    );
    expect(
      await drive.refusal('mei', 'updateDepartment', move(departments.engineering.id, departments.sales.id)),
    ).toBeUndefined();
    expect(await drive.refusal('mei', 'createDepartment', create('Too deep', departments.storage.id))).toBe(13000310);
  });

  it('are deleted when nobody is in them', async () => {
    const remove = (id: string) => drive.refusal('mei', 'deleteDepartment', { path: { department_id: id } });
    expect(await remove(departments.engineering.id)).toBe(13000102);
    expect(await remove(departments.storage.id)).toBe(13000102);
    expect(await remove(departments.root.id)).toBe(13000102);
    const { data } = await drive.call('mei', 'createDepartment', create('Empty', departments.root.id));
    expect(await remove(String(data?.id))).toBeUndefined();
    expect(await remove(String(data?.id))).toBe(13000309);
  });
});

describe("users' lives", () => {
  it('begin without activation, and the same person once', async () => {
    const body = { userId: '1008600000299999999', modifyUserInfoReq: { deptId: departments.sales.id, role: '1' } };
    const { data } = await drive.call('sofia', 'createUser', { body });
    const user = await drive.call('sofia', 'getUser', { path: { userId: String(data?.id) } });
    expect(user.data).toMatchObject({ status: 2, role: 1, deptId: departments.sales.id, userId: body.userId });
    expect(await drive.refusal('sofia', 'createUser', { body })).toBe(13000102);
    expect(drive.state.users.list()).toHaveLength(9);
  });

  it('are changed by administrators, with ids beyond 2^53 unharmed', async () => {
    const path = { userId: users.jonas.userId };
    await drive.call('mei', 'updateUser', { path, body: { deptId: departments.sales.id, role: 0 } });
    expect(drive.state.users.get(users.jonas.userId)).toMatchObject({ deptId: departments.sales.id, role: 0 });
    expect(await drive.refusal('fang', 'updateUser', { path, body: { status: 1 } })).toBe(13000410);
    expect(await drive.refusal('sofia', 'updateUser', { path, body: { role: 2 } })).toBe(13000410);
  });

  it('end for the disabled only, with their spaces and groups', async () => {
    const path = { userId: users.jonas.userId };
    expect(await drive.refusal('mei', 'deleteUser', { path })).toBe(13000102);
    await drive.call('mei', 'updateUser', { path, body: { status: 1 } });
    await drive.call('mei', 'deleteUser', { path });
    expect(await drive.refusal('mei', 'getUser', { path })).toBe(13000309);
    expect(await drive.refusal('app', 'getSpaceByContainerID', { path: { containerId: spaceOf('jonas') } })).toBe(
      13000301,
    );
    const mine = await drive.call('fang', 'getTeamSpaceList', { query: { offset: '0', limit: '10' } });
    expect(mine.teams?.map((team) => team.id)).toEqual([departments.sales.id, groups.reading.id]);
  });
});

describe('groups', () => {
  const sourceType = '1';
  const make = async (): Promise<string> =>
    String((await drive.call('jonas', 'createUserGroup', { body: { groupName: 'Runners', sourceType: 1 } })).id);
  const members = (...ids: string[]) => ({ amendModRoles: ids.map((userId) => ({ userId, template: -1 })) });

  it('are listed to those who are in them, by kind', async () => {
    const id = await make();
    const list = (type: string): Promise<Json> =>
      drive.call('jonas', 'getUserGroupList', { query: { pageSize: '1', pageCursor: '', sourceType: type } });
    expect((await list(sourceType)).userGroupList?.map((group) => group.id)).toEqual([id]);
    const spaces = await list('0');
    expect([spaces.total, spaces.userGroupList?.length]).toEqual([2, 1]);
    const query = { pageSize: '1', sourceType: '0', pageCursor: String(spaces.nextCursor) };
    expect((await drive.call('jonas', 'getUserGroupList', { query })).userGroupList).toHaveLength(1);
    expect(await drive.refusal('fang', 'getUserGroup', { path: { groupId: id }, query: { sourceType } })).toBe(
      13000410,
    );
    expect(await drive.refusal('jonas', 'getUserGroup', { path: { groupId: id }, query: { sourceType: '0' } })).toBe(
      13000309,
    );
  });

  it('take and lose members by their owner and administrators, and tell who failed', async () => {
    const path = { groupId: await make() };
    const added = await drive.call('jonas', 'batchAddGroupMembers', { path, body: members(users.fang.userId, '1') });
    expect(added).toMatchObject({ status: 1, failedList: ['1'] });
    expect(await drive.refusal('fang', 'batchAddGroupMembers', { path, body: members(users.wei.userId) })).toBe(
      13000410,
    );
    const query = { offset: '0', limit: '10' };
    const list = await drive.call('fang', 'getUserGroupMemberList', { path, query });
    expect(list.userGroupMemberInfos?.map((member) => [member.userName, member.role])).toEqual([
      ['Jonas Weber', 0],
      ['王芳', 2],
    ]);
    const removed = await drive.call('jonas', 'batchDeleteGroupMembers', { path, body: members(users.jonas.userId) });
    expect(removed).toMatchObject({ status: 2, failedList: [users.jonas.userId] });
  });

  it('are handed over, after which the former owner is an administrator', async () => {
    const path = { groupId: await make() };
    await drive.call('jonas', 'batchAddGroupMembers', { path, body: members(users.fang.userId) });
    const change = { groupName: 'Runners', sourceType: 1, userId: users.fang.userId, role: '0' };
    expect(await drive.refusal('fang', 'updateUserGroup', { path, body: change })).toBe(13000410);
    await drive.call('jonas', 'updateUserGroup', { path, body: { ...change, role: '1' } });
    expect(await drive.refusal('fang', 'updateUserGroup', { path, body: change })).toBe(13000410);
    await drive.call('jonas', 'updateUserGroup', { path, body: change });
    const { userGroup } = await drive.call('jonas', 'getUserGroup', { path, query: { sourceType } });
    expect(userGroup?.ownerId).toBe(users.fang.userId);
    expect(await drive.refusal('jonas', 'deleteUserGroup', { path })).toBe(13000410);
    expect(await drive.refusal('fang', 'deleteUserGroup', { path })).toBeUndefined();
  });

  it('with a space take it with them', async () => {
    const path = { groupId: groups.launch.id };
    await drive.call('jonas', 'deleteUserGroup', { path });
    const query = { type: '2' };
    expect(await drive.refusal('mei', 'getSpace', { path: { ownerId: groups.launch.id }, query })).toBe(13000301);
  });
});

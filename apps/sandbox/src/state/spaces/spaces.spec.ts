import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { only } from '../permissions/capabilities.js';
import { ANONYMOUS, MANAGE } from '../permissions/permission-templates.js';
import { departments, groups, users } from '../seed/people.js';
import { containerIdOf, openTestDrive, spaceOf, type TestDrive } from '../test-drive.js';

const page = { offset: '0', limit: '100' };

describe('spaces', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  it('lists the team spaces of the caller: departments up to the root, groups owned, groups joined', async () => {
    const idsOf = async (teamType: string): Promise<unknown[]> => {
      const answer = await drive.call('jonas', 'getTeamSpaceList', { query: { ...page, teamType } });
      return answer.teams?.map((team) => team.id) ?? [];
    };
    expect(await idsOf('0')).toEqual([departments.engineering.id]);
    expect(await idsOf('1')).toEqual([groups.launch.id]);
    expect(await idsOf('2')).toEqual([groups.reading.id]);
  });

  it('pages lists by offset and limit and tells the number of all matches', async () => {
    const answer = await drive.call('jonas', 'getTeamSpaceList', { query: { offset: '1', limit: '1' } });
    expect(answer.total).toBe('3');
    expect(answer.teams?.map((team) => team.groupName)).toEqual(['Launch 发布']);
    const found = await drive.call('jonas', 'getTeamSpaceList', { query: { ...page, keyWord: 'reading' } });
    expect(found.total).toBe('1');
  });

  it('lists all group spaces of the enterprise to the system administrator alone', async () => {
    expect((await drive.call('mei', 'getGroupSpaceList', { query: page })).total).toBe(2);
    expect(await drive.refusal('jonas', 'getGroupSpaceList', { query: page })).toBe(13000410);
  });

  it('lists a department without a space with its name and place only', async () => {
    const { departments: rows } = await drive.call('mei', 'getDepartmentSpaceList', { query: page });
    const platform = rows?.find((row) => String(row.id) === departments.platform.id);
    expect(Object.keys(platform ?? {}).sort()).toEqual(['id', 'name', 'parentId', 'tenantId']);
    const sales = rows?.find((row) => String(row.id) === departments.sales.id);
    expect(sales).toMatchObject({ capacity: 100, administrators: 'Sofía Álvarez', userNum: 3 });
  });

  it('lists users with their individual spaces to the app, and a department to its administrator', async () => {
    const all = await drive.call('app', 'getUserSpaceList', { query: { ...page, deptId: '', isDirect: '' } });
    expect(all.total).toBe('9');
    const own = await drive.call('sofia', 'getUserSpaceList', { query: page });
    expect(own.users?.map((row) => row.name)).toEqual(['王芳', 'Sofía Álvarez', 'Priya Nair']);
    expect(await drive.refusal('jonas', 'getUserSpaceList', { query: page })).toBe(13000410);
  });

  it('wants to be told which, of an owner with several individual spaces', async () => {
    const ownerId = users.dmitri.userId;
    const path = { ownerId };
    expect(await drive.refusal('dmitri', 'getSpace', { path, query: { type: '1' } })).toBe(13000102);
    const query = { type: '1', containerId: spaceOf('dmitri', 1) };
    expect((await drive.call('dmitri', 'getSpace', { path, query })).data).toMatchObject({
      capacity: '5',
      status: '0',
    });
    const all = await drive.call('app', 'getSpaceV2', { path: { owner_id: ownerId } });
    expect(all.data?.map((space) => space.containerId)).toEqual([spaceOf('dmitri', 0), spaceOf('dmitri', 1)]);
  });

  it('names the two roots of a space after its id', async () => {
    const containerId = spaceOf('jonas');
    const { data } = await drive.call('jonas', 'getSpaceByContainerID', { path: { containerId } });
    expect(data).toMatchObject({
      bizRootFileId: `DEUI7pa0C24Aroot${containerId}`,
      bizSboxFileId: `DEUI7pa0C24Asbox${containerId}`,
    });
  });

  it('keeps a space of others from a user, and says when there is none', async () => {
    const of = (containerId: string) => drive.refusal('jonas', 'getSpaceByContainerID', { path: { containerId } });
    expect(await of(spaceOf('fang'))).toBe(13000410);
    expect(await of(containerIdOf(departments.sales.id))).toBe(13000410);
    expect(await of('IAADnowhere')).toBe(13000301);
  });

  it('creates a space within what was purchased, and one space a department', async () => {
    const path = { ownerId: departments.platform.id };
    const { data } = await drive.call('mei', 'createSpace', { path, body: { type: 0, capacity: '4' } });
    expect(data).toMatchObject({ type: 0, capacity: 4, ownerId: departments.platform.id });
    expect(await drive.refusal('mei', 'createSpace', { path, body: { type: 0, capacity: '4' } })).toBe(13000102);
    const storage = { ownerId: departments.storage.id };
    expect(await drive.refusal('mei', 'createSpace', { path: storage, body: { type: 0, capacity: '9000' } })).toBe(
      13000311,
    );
    expect(await drive.refusal('jonas', 'createSpace', { path: storage, body: { type: 0, capacity: '1' } })).toBe(
      13000410,
    );
  });

  it('prints the operator of a new space as a number without losing a digit', async () => {
    const handler = drive.state.handlers.createSpace;
    const subject = { kind: 'user', userId: users.mei.userId, via: 'session' } as const;
    const path = { ownerId: users.jonas.userId };
    const request = {
      operation: 'createSpace',
      subject,
      path,
      query: {},
      headers: {},
      body: { type: 1, capacity: '1' },
    };
    const answer = (await handler?.(request)) as { data: { operatorId: { digits: string } } };
    expect(answer.data.operatorId.digits).toBe(users.mei.userId);
  });

  it('disables a space: its files cannot be reached, itself still can', async () => {
    const path = { ownerId: users.jonas.userId };
    await drive.call('mei', 'updateSpace', { path, body: { type: 1, status: '1' } });
    const body = { containerId: spaceOf('jonas'), parentFileId: 'root' };
    expect(await drive.refusal('jonas', 'getPersonalFiles', { path: { type: '0' }, body })).toBe(13000412);
    expect((await drive.call('jonas', 'getSpace', { path, query: { type: '1' } })).data?.status).toBe('1');
  });

  it('deletes a space with its files', async () => {
    const path = { ownerId: users.wei.userId };
    expect(await drive.refusal('jonas', 'deleteSpace', { path, query: { type: '1' } })).toBe(13000410);
    await drive.call('mei', 'deleteSpace', { path, query: { type: '1' } });
    expect(await drive.refusal('mei', 'getSpace', { path, query: { type: '1' } })).toBe(13000301);
  });

  it('begins a department with the rights that its space was made with, and forgets them with it', async () => {
    const path = { ownerId: departments.platform.id };
    const capabilities = only('listChildNodePermission');
    const make = async (more: object): Promise<string> => {
      const { data } = await drive.call('mei', 'createSpace', { path, body: { type: 0, capacity: '4', ...more } });
      return String(data?.containerId);
    };
    const upload = (containerId: string): Promise<number | undefined> => {
      const body = { containerId, fileName: 'New', fileType: '10', parentFolder: ['root'], renameMode: 3 };
      return drive.refusal('jonas', 'createDirectory', { body });
    };
    expect(await upload(await make({ capabilities }))).toBe(13000410);
    await drive.call('mei', 'deleteSpace', { path, query: { type: '0' } });
    expect(await upload(await make({}))).toBeUndefined();
  });

  it('creates a group space with its creator as owner and tells who could not be added', async () => {
    const addGroupUsers = [
      { userId: users.fang.userId, template: -1, capabilities: only('listChildNodePermission') },
      { userId: '1', template: MANAGE },
    ];
    const body = { name: 'API Demo', capacity: 20, addGroupUsers };
    const { id, failedList } = await drive.call('jonas', 'createGroupSpace', { body });
    expect(failedList).toEqual(['1']);
    const { teams } = await drive.call('fang', 'getTeamSpaceList', { query: { ...page, teamType: '2' } });
    expect(teams?.find((team) => team.id === id)).toMatchObject({
      ownerName: 'Jonas Weber',
      userNum: 2,
      role: 2,
      capacity: 20,
    });
    const containerId = String(teams?.find((team) => team.id === id)?.containerId);
    const given = await drive.call('app', 'getUserPermissionList', {
      query: { containerId, spaceType: '1', groupId: String(id), userName: users.fang.name },
    });
    expect(given.userPermissonList).toMatchObject([
      { templateId: ANONYMOUS, capabilities: [only('listChildNodePermission')] },
    ]);
    expect(await drive.refusal('jonas', 'createGroupSpace', { body })).toBe(13000405);
    const ungiven = { ...body, name: 'Other', addGroupUsers: [{ userId: users.fang.userId, template: -1 }] };
    expect(await drive.refusal('jonas', 'createGroupSpace', { body: ungiven })).toBe(13000102);
    expect(await drive.refusal('jonas', 'createGroupSpace', { body: { ...body, name: 'a/b' } })).toBe(13000102);
    expect(await drive.refusal('fang', 'deleteGroupSpace', { path: { groupId: String(id) } })).toBe(13000410);
    await drive.call('jonas', 'deleteGroupSpace', { path: { groupId: String(id) } });
    expect(await drive.refusal('jonas', 'deleteGroupSpace', { path: { groupId: String(id) } })).toBe(13000301);
  });

  it('splits the purchased storage 6 : 2 : 2 and adds up what is given out and used', async () => {
    const { data } = await drive.call('mei', 'getQuotaUsed');
    expect(data).toMatchObject({
      spaceCapacity: 10240,
      deptSpaceQuota: 6144,
      personalSpaceQuota: 2048,
      groupSpaceQuota: 2048,
    });
    expect(data).toMatchObject({ deptSpaceQuotaUsed: 300, groupSpaceQuotaUsed: 20, userCount: 8 });
    expect(Number(data?.spaceUsed)).toBe(
      Number(data?.deptSpaceUsed) + Number(data?.personalSpaceUsed) + Number(data?.groupSpaceUsed),
    );
    expect((await drive.call('jonas', 'getService')).data).toMatchObject({ status: 0, departmentSpaceSize: 6144 });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCapabilities } from '../permissions/capabilities.js';
import { inlineTemplateId, manageTemplateId } from '../permissions/permission-templates.js';
import { getSeedContainerId, seedDepartments, seedGroups, seedUsers } from '../seed/organization.js';
import { createTestDrive, getUserContainerId, type TestDrive } from '../test-drive.spec-support.js';
import { createUserSubject } from './space-access.js';

const fullPageQuery = { offset: '0', limit: '100' };

describe('spaces', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  it('lists the team spaces of the caller by type: departments up to the root, owned groups, joined groups', async () => {
    const idsOf = async (teamType: string): Promise<unknown[]> => {
      const response = await drive.call('jonas', 'getTeamSpaceList', { query: { ...fullPageQuery, teamType } });
      return response.teams?.map((team) => team.id) ?? [];
    };
    expect(await idsOf('0')).toEqual([seedDepartments.engineering.id]);
    expect(await idsOf('1')).toEqual([seedGroups.launch.id]);
    expect(await idsOf('2')).toEqual([seedGroups.reading.id]);
  });

  it('pages lists by offset and limit, and returns the total number of matches', async () => {
    const response = await drive.call('jonas', 'getTeamSpaceList', { query: { offset: '1', limit: '1' } });
    expect(response.total).toBe('3');
    expect(response.teams?.map((team) => team.groupName)).toEqual(['Launch 发布']);
    const matching = await drive.call('jonas', 'getTeamSpaceList', { query: { ...fullPageQuery, keyWord: 'reading' } });
    expect(matching.total).toBe('1');
  });

  it('lists all group spaces of the enterprise only for the system administrator', async () => {
    expect((await drive.call('mei', 'getGroupSpaceList', { query: fullPageQuery })).total).toBe(2);
    expect(await drive.getErrorCode('jonas', 'getGroupSpaceList', { query: fullPageQuery })).toBe(13000410);
  });

  it('lists a department without a space with only its id, name, parent and tenant', async () => {
    const { departments: rows } = await drive.call('mei', 'getDepartmentSpaceList', { query: fullPageQuery });
    const platform = rows?.find((row) => String(row.id) === seedDepartments.platform.id);
    expect(Object.keys(platform ?? {}).sort()).toEqual(['id', 'name', 'parentId', 'tenantId']);
    const sales = rows?.find((row) => String(row.id) === seedDepartments.sales.id);
    expect(sales).toMatchObject({ capacity: 100, administrators: 'Sofía Álvarez', userNum: 3 });
  });

  it('lists users with their individual spaces: all for the app, those of a department for its administrator', async () => {
    const all = await drive.call('app', 'getUserSpaceList', { query: { ...fullPageQuery, deptId: '', isDirect: '' } });
    expect(all.total).toBe('9');
    const own = await drive.call('sofia', 'getUserSpaceList', { query: fullPageQuery });
    expect(own.users?.map((row) => row.name)).toEqual(['王芳', 'Sofía Álvarez', 'Priya Nair']);
    expect(await drive.getErrorCode('jonas', 'getUserSpaceList', { query: fullPageQuery })).toBe(13000410);
  });

  it('requires the containerId if the owner has several individual spaces', async () => {
    const ownerId = seedUsers.dmitri.userId;
    const path = { ownerId };
    expect(await drive.getErrorCode('dmitri', 'getSpace', { path, query: { type: '1' } })).toBe(13000102);
    const query = { type: '1', containerId: getUserContainerId('dmitri', 1) };
    expect((await drive.call('dmitri', 'getSpace', { path, query })).data).toMatchObject({
      capacity: '5',
      status: '0',
    });
    const all = await drive.call('app', 'getSpaceV2', { path: { owner_id: ownerId } });
    expect(all.data?.map((space) => space.containerId)).toEqual([
      getUserContainerId('dmitri', 0),
      getUserContainerId('dmitri', 1),
    ]);
  });

  it('derives the ids of the two root folders from the id of the space', async () => {
    const containerId = getUserContainerId('jonas');
    const { data } = await drive.call('jonas', 'getSpaceByContainerID', { path: { containerId } });
    expect(data).toMatchObject({
      bizRootFileId: `DEUI7pa0C24Aroot${containerId}`,
      bizSboxFileId: `DEUI7pa0C24Asbox${containerId}`,
    });
  });

  it('denies access to the spaces of others, and reports a space that does not exist', async () => {
    const getCode = (containerId: string) =>
      drive.getErrorCode('jonas', 'getSpaceByContainerID', { path: { containerId } });
    expect(await getCode(getUserContainerId('fang'))).toBe(13000410);
    expect(await getCode(getSeedContainerId(seedDepartments.sales.id))).toBe(13000410);
    expect(await getCode('IAADnowhere')).toBe(13000301);
  });

  it('creates a space within the purchased storage, and at most one for each department', async () => {
    const path = { ownerId: seedDepartments.platform.id };
    const { data } = await drive.call('mei', 'createSpace', { path, body: { type: 0, capacity: '4' } });
    expect(data).toMatchObject({ type: 0, capacity: 4, ownerId: seedDepartments.platform.id });
    expect(await drive.getErrorCode('mei', 'createSpace', { path, body: { type: 0, capacity: '4' } })).toBe(13000102);
    const storage = { ownerId: seedDepartments.storage.id };
    expect(await drive.getErrorCode('mei', 'createSpace', { path: storage, body: { type: 0, capacity: '9000' } })).toBe(
      13000311,
    );
    expect(await drive.getErrorCode('jonas', 'createSpace', { path: storage, body: { type: 0, capacity: '1' } })).toBe(
      13000410,
    );
  });

  it('returns the operator of a new space as a number without loss of digits', async () => {
    const handler = drive.backend.handlers.createSpace;
    const subject = createUserSubject(seedUsers.mei.userId);
    const path = { ownerId: seedUsers.jonas.userId };
    const request = {
      operationId: 'createSpace',
      subject,
      path,
      query: {},
      headers: {},
      body: { type: 1, capacity: '1' },
    };
    const response = (await handler?.(request)) as { data: { operatorId: { digits: string } } };
    expect(response.data.operatorId.digits).toBe(seedUsers.mei.userId);
  });

  it('denies access to the files of a disabled space, but not to the space itself', async () => {
    const path = { ownerId: seedUsers.jonas.userId };
    await drive.call('mei', 'updateSpace', { path, body: { type: 1, status: '1' } });
    const body = { containerId: getUserContainerId('jonas'), parentFileId: 'root' };
    expect(await drive.getErrorCode('jonas', 'getPersonalFiles', { path: { type: '0' }, body })).toBe(13000412);
    expect((await drive.call('jonas', 'getSpace', { path, query: { type: '1' } })).data?.status).toBe('1');
  });

  it('deletes a space with its files', async () => {
    const path = { ownerId: seedUsers.wei.userId };
    expect(await drive.getErrorCode('jonas', 'deleteSpace', { path, query: { type: '1' } })).toBe(13000410);
    await drive.call('mei', 'deleteSpace', { path, query: { type: '1' } });
    expect(await drive.getErrorCode('mei', 'getSpace', { path, query: { type: '1' } })).toBe(13000301);
  });

  it('applies the initial capabilities of a department space to its members, and deletes them with the space', async () => {
    const path = { ownerId: seedDepartments.platform.id };
    const capabilities = createCapabilities('listChildNodePermission');
    const createSpace = async (overrides: object): Promise<string> => {
      const { data } = await drive.call('mei', 'createSpace', { path, body: { type: 0, capacity: '4', ...overrides } });
      return String(data?.containerId);
    };
    const upload = (containerId: string): Promise<number | undefined> => {
      const body = { containerId, fileName: 'New', fileType: '10', parentFolder: ['root'], renameMode: 3 };
      return drive.getErrorCode('jonas', 'createDirectory', { body });
    };
    expect(await upload(await createSpace({ capabilities }))).toBe(13000410);
    await drive.call('mei', 'deleteSpace', { path, query: { type: '0' } });
    expect(await upload(await createSpace({}))).toBeUndefined();
  });

  it('creates a group space with its creator as owner, and returns the users that were not added', async () => {
    const addGroupUsers = [
      { userId: seedUsers.fang.userId, template: -1, capabilities: createCapabilities('listChildNodePermission') },
      { userId: '1', template: manageTemplateId },
    ];
    const body = { name: 'API Demo', capacity: 20, addGroupUsers };
    const { id, failedList } = await drive.call('jonas', 'createGroupSpace', { body });
    expect(failedList).toEqual(['1']);
    const { teams } = await drive.call('fang', 'getTeamSpaceList', { query: { ...fullPageQuery, teamType: '2' } });
    expect(teams?.find((team) => team.id === id)).toMatchObject({
      ownerName: 'Jonas Weber',
      userNum: 2,
      role: 2,
      capacity: 20,
    });
    const containerId = String(teams?.find((team) => team.id === id)?.containerId);
    const permissions = await drive.call('app', 'getUserPermissionList', {
      query: { containerId, spaceType: '1', groupId: String(id), userName: seedUsers.fang.name },
    });
    expect(permissions.userPermissonList).toMatchObject([
      { templateId: inlineTemplateId, capabilities: [createCapabilities('listChildNodePermission')] },
    ]);
    expect(await drive.getErrorCode('jonas', 'createGroupSpace', { body })).toBe(13000405);
    const withoutCapabilities = {
      ...body,
      name: 'Other',
      addGroupUsers: [{ userId: seedUsers.fang.userId, template: -1 }],
    };
    expect(await drive.getErrorCode('jonas', 'createGroupSpace', { body: withoutCapabilities })).toBe(13000102);
    expect(await drive.getErrorCode('jonas', 'createGroupSpace', { body: { ...body, name: 'a/b' } })).toBe(13000102);
    expect(await drive.getErrorCode('fang', 'deleteGroupSpace', { path: { groupId: String(id) } })).toBe(13000410);
    await drive.call('jonas', 'deleteGroupSpace', { path: { groupId: String(id) } });
    expect(await drive.getErrorCode('jonas', 'deleteGroupSpace', { path: { groupId: String(id) } })).toBe(13000301);
  });

  it('splits the purchased storage 6 : 2 : 2, and sums the allocated and the used storage', async () => {
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

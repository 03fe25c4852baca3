import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allCapabilities, createCapabilities } from '../../state/permissions/capabilities.js';
import { manageTemplateId } from '../../state/permissions/permission-templates.js';
import { getSeedContainerId, seedGroups, seedUsers } from '../../state/seed/organization.js';
import { createTestDrive, type TestDrive } from '../../state/test-drive.spec-support.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await createTestDrive();
});
afterEach(() => drive.close());

const launchContainerId = getSeedContainerId(seedGroups.launch.id);
const launchGroupQuery = { query: { spaceType: '1', groupId: seedGroups.launch.id, containerId: launchContainerId } };
const createGrantRequest = (user: keyof typeof seedUsers, template: string, more: object = {}, fileId?: string) => ({
  body: {
    type: 1,
    container: launchContainerId,
    fileId,
    amendModRoles: [{ userId: seedUsers[user].userId, template, ...more }],
  },
});
const actingAs = (user: keyof typeof seedUsers) => ({ headers: { 'x-user-id': seedUsers[user].userId } });
const template = {
  name: 'Readers',
  type: 1,
  company: '9190086000001210958',
  capabilities: createCapabilities('viewPermission'),
};
const folder = (name: string) => ({
  body: { containerId: launchContainerId, fileName: name, fileType: '10', parentFolder: ['root'] },
});

describe('permission templates', () => {
  it('have presets, and are created, changed, disabled and deleted', async () => {
    const presets = await drive.call('app', 'listPermissionTemplate', { query: { limit: '100', offset: '0' } });
    expect(presets.data?.every((each) => Number(each.templateType) === 0)).toBe(true);
    await drive.call('app', 'createPermissionTemplate', { body: template });
    const custom = { query: { limit: '10', offset: '0', templateType: '1' } };
    const created = (await drive.call('app', 'listPermissionTemplate', custom)).data?.[0];
    const id = String(created?.id);
    expect(created).toMatchObject({ name: 'Readers', status: 1, capabilities: { viewPermission: true } });
    await drive.call('app', 'editPermissionTemplate', { body: { id, name: 'Lookers', capabilities: allCapabilities } });
    await drive.call('app', 'modifyPermissionTemplateStatus', { body: { id, status: 0 } });
    expect((await drive.call('app', 'batchGetPermissionTemplate', { body: { ids: [id] } })).data?.[0]).toMatchObject({
      name: 'Lookers',
      status: 0,
      capabilities: { copyPermission: true },
    });
    await drive.call('app', 'batchDeletePermissionTemplate', { body: { ids: [id] } });
    expect(await drive.getErrorCode('app', 'batchGetPermissionTemplate', { body: { ids: [id] } })).toBe(13000309);
  });

  it('are changed only by system administrators, have unique names, and presets cannot be deleted', async () => {
    expect(await drive.getErrorCode('app', 'createPermissionTemplate', { body: template, ...actingAs('jonas') })).toBe(
      13000410,
    );
    const taken = { body: { ...template, name: 'Manage' } };
    expect(await drive.getErrorCode('app', 'createPermissionTemplate', taken)).toBe(13000405);
    const wrong = { body: { ...template, name: 'a/b' } };
    expect(await drive.getErrorCode('app', 'createPermissionTemplate', wrong)).toBe(13000102);
    expect(
      await drive.getErrorCode('app', 'batchDeletePermissionTemplate', { body: { ids: [manageTemplateId] } }),
    ).toBe(13000102);
  });
});

describe('permissions in a group space', () => {
  it('deny what was not granted to a member and list the grants', async () => {
    await drive.call('fang', 'createDirectory', folder('before'));
    await drive.call(
      'app',
      'permissionBatchUpdate',
      createGrantRequest('fang', '-1', { capabilities: createCapabilities('viewPermission') }),
    );
    expect(await drive.getErrorCode('fang', 'createDirectory', folder('after'))).toBe(13000410);
    await drive.call('jonas', 'createDirectory', folder('by the owner'));
    const listed = await drive.call('app', 'getUserPermissionList', launchGroupQuery);
    const row = listed.userPermissonList?.find(({ userId }) => String(userId) === seedUsers.fang.userId);
    expect(row).toMatchObject({ templateId: '-1', capabilities: [{ viewPermission: true, uploadPermission: false }] });
  });

  it('are changed by the owner and by members with Manage, who can neither grant Manage nor change members with Manage', async () => {
    const view = { capabilities: createCapabilities('viewPermission') };
    const asFang = actingAs('fang');
    expect(
      await drive.getErrorCode('app', 'permissionBatchUpdate', {
        ...createGrantRequest('amara', '-1', view),
        ...asFang,
      }),
    ).toBe(13000410);
    await drive.call('app', 'permissionBatchUpdate', {
      ...createGrantRequest('fang', manageTemplateId),
      ...actingAs('jonas'),
    });
    await drive.call('app', 'permissionBatchUpdate', { ...createGrantRequest('amara', '-1', view), ...asFang });
    for (const [user, what] of [
      ['amara', manageTemplateId],
      ['jonas', '-1'],
    ] as const) {
      expect(
        await drive.getErrorCode('app', 'permissionBatchUpdate', {
          ...createGrantRequest(user, what, view),
          ...asFang,
        }),
      ).toBe(13000410);
    }
  });

  it('prevent the deletion of a template that is in use', async () => {
    await drive.call('app', 'createPermissionTemplate', { body: template });
    const query = { limit: '1', offset: '0', templateType: '1' };
    const id = String((await drive.call('app', 'listPermissionTemplate', { query })).data?.[0]?.id);
    const isUsed = async () => (await drive.call('app', 'queryPermissionTemplateRef', { path: { id } })).templateRef;
    expect(await isUsed()).toBe(false);
    await drive.call('app', 'addMemberInitialPermission', { body: { spaceId: seedGroups.launch.id, templateId: id } });
    expect(await isUsed()).toBe(true);
    const { data } = await drive.call('app', 'initialMemberPermission', { path: { spaceId: seedGroups.launch.id } });
    expect(data).toMatchObject({ templateId: id, templateName: 'Readers', containerId: launchContainerId });
    expect(await drive.getErrorCode('app', 'batchDeletePermissionTemplate', { body: { ids: [id] } })).toBe(13000102);
  });
});

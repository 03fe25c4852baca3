import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everything, only } from '../../state/permissions/capabilities.js';
import { MANAGE } from '../../state/permissions/permission-templates.js';
import { groups, users } from '../../state/seed/people.js';
import { containerIdOf, openTestDrive, type TestDrive } from '../../state/test-drive.js';

let drive: TestDrive;
beforeEach(async () => {
  drive = await openTestDrive();
});
afterEach(() => drive.close());

const launch = containerIdOf(groups.launch.id);
const inGroup = { query: { spaceType: '1', groupId: groups.launch.id, containerId: launch } };
const give = (user: keyof typeof users, template: string, more: object = {}, fileId?: string) => ({
  body: { type: 1, container: launch, fileId, amendModRoles: [{ userId: users[user].userId, template, ...more }] },
});
const named = (user: keyof typeof users) => ({ headers: { 'x-user-id': users[user].userId } });
const template = { name: 'Readers', type: 1, company: '9190086000001210958', capabilities: only('viewPermission') };
const folder = (name: string) => ({
  body: { containerId: launch, fileName: name, fileType: '10', parentFolder: ['root'] },
});

describe('permission templates', () => {
  it('begin with presets, and are made, changed, disabled and deleted', async () => {
    const presets = await drive.call('app', 'listPermissionTemplate', { query: { limit: '100', offset: '0' } });
    expect(presets.data?.every((each) => Number(each.templateType) === 0)).toBe(true);
    await drive.call('app', 'createPermissionTemplate', { body: template });
    const custom = { query: { limit: '10', offset: '0', templateType: '1' } };
    const made = (await drive.call('app', 'listPermissionTemplate', custom)).data?.[0];
    const id = String(made?.id);
    expect(made).toMatchObject({ name: 'Readers', status: 1, capabilities: { viewPermission: true } });
    await drive.call('app', 'editPermissionTemplate', { body: { id, name: 'Lookers', capabilities: everything } });
    await drive.call('app', 'modifyPermissionTemplateStatus', { body: { id, status: 0 } });
    expect((await drive.call('app', 'batchGetPermissionTemplate', { body: { ids: [id] } })).data?.[0]).toMatchObject({
      ...{ name: 'Lookers', status: 0, capabilities: { copyPermission: true } },
    });
    await drive.call('app', 'batchDeletePermissionTemplate', { body: { ids: [id] } });
    expect(await drive.refusal('app', 'batchGetPermissionTemplate', { body: { ids: [id] } })).toBe(13000309);
  });

  it('are for system administrators, have names of their own, and presets stay', async () => {
    expect(await drive.refusal('app', 'createPermissionTemplate', { body: template, ...named('jonas') })).toBe(
      13000410,
    );
    const taken = { body: { ...template, name: 'Manage' } };
    expect(await drive.refusal('app', 'createPermissionTemplate', taken)).toBe(13000405);
    const wrong = { body: { ...template, name: 'a/b' } };
    expect(await drive.refusal('app', 'createPermissionTemplate', wrong)).toBe(13000102);
    expect(await drive.refusal('app', 'batchDeletePermissionTemplate', { body: { ids: [MANAGE] } })).toBe(13000102);
  });
});

describe('permissions in a group space', () => {
  it('take from a member what was not given, and tell it', async () => {
    await drive.call('fang', 'createDirectory', folder('before'));
    await drive.call('app', 'permissionBatchUpdate', give('fang', '-1', { capabilities: only('viewPermission') }));
    expect(await drive.refusal('fang', 'createDirectory', folder('after'))).toBe(13000410);
    await drive.call('jonas', 'createDirectory', folder('by the owner'));
    const listed = await drive.call('app', 'getUserPermissionList', inGroup);
    const row = listed.userPermissonList?.find(({ userId }) => String(userId) === users.fang.userId);
    expect(row).toMatchObject({ templateId: '-1', capabilities: [{ viewPermission: true, uploadPermission: false }] });
  });

  it('are changed by the owner and by members with Manage, who neither give it nor touch who has it', async () => {
    const view = { capabilities: only('viewPermission') };
    const asFang = named('fang');
    expect(await drive.refusal('app', 'permissionBatchUpdate', { ...give('amara', '-1', view), ...asFang })).toBe(
      13000410,
    );
    await drive.call('app', 'permissionBatchUpdate', { ...give('fang', MANAGE), ...named('jonas') });
    await drive.call('app', 'permissionBatchUpdate', { ...give('amara', '-1', view), ...asFang });
    for (const [user, what] of [
      ['amara', MANAGE],
      ['jonas', '-1'],
    ] as const) {
      expect(await drive.refusal('app', 'permissionBatchUpdate', { ...give(user, what, view), ...asFang })).toBe(
        13000410,
      );
    }
  });

  it('keep a template that is in use', async () => {
    await drive.call('app', 'createPermissionTemplate', { body: template });
    const query = { limit: '1', offset: '0', templateType: '1' };
    const id = String((await drive.call('app', 'listPermissionTemplate', { query })).data?.[0]?.id);
    const used = async () => (await drive.call('app', 'queryPermissionTemplateRef', { path: { id } })).templateRef;
    expect(await used()).toBe(false);
    await drive.call('app', 'addMemberInitialPermission', { body: { spaceId: groups.launch.id, templateId: id } });
    expect(await used()).toBe(true);
    const { data } = await drive.call('app', 'initialMemberPermission', { path: { spaceId: groups.launch.id } });
    expect(data).toMatchObject({ templateId: id, templateName: 'Readers', containerId: launch });
    expect(await drive.refusal('app', 'batchDeletePermissionTemplate', { body: { ids: [id] } })).toBe(13000102);
  });
});

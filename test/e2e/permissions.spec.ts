import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findUserId, issueKeyFor, type ListResponse, type Space } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Permission {
  userId: string;
  userName: string;
  templateId?: string;
  capabilities: string[];
}

describe('permissions', () => {
  let stack: GatewayStack;
  let spaces: Space[];
  let fangId: string;
  let fangKey: string;
  beforeAll(async () => {
    stack = await startGatewayStack();
    const jonasKey = await issueKeyFor(stack, 'Jonas Weber');
    spaces = (await stack.call('GET', '/v1/spaces?limit=100', { key: jonasKey })).json<ListResponse<Space>>().items;
    fangId = findUserId(stack.sandbox, '王芳');
    fangKey = await issueKeyFor(stack, '王芳');
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const findSpaceId = (kind: string, namePart = ''): string =>
    spaces.find((space) => space.kind === kind && (!namePart || space.name?.includes(namePart)))?.id ?? '';
  const launchPath = (): string => `/v1/spaces/${findSpaceId('group', 'Launch')}`;
  const listPermissions = async (query = ''): Promise<Permission[]> =>
    (await stack.call('GET', `${launchPath()}/permissions?limit=100${query}`)).json<{ items: Permission[] }>().items;
  const grantPermissions = (body: unknown) => stack.call('PATCH', `${launchPath()}/permissions`, { body });
  const createFolderAsFang = (name: string) =>
    stack.call('POST', `${launchPath()}/folders`, { key: fangKey, body: { name } });

  it('GET .../permissions lists the members of a group space, by name and by template', async () => {
    const all = await listPermissions();
    expect(all.map(({ userName }) => userName)).toEqual(
      expect.arrayContaining(['Jonas Weber', 'Amara Okafor', '王芳']),
    );
    expect((await listPermissions(`&q=${encodeURIComponent('王')}`)).map(({ userId }) => userId)).toEqual([fangId]);
    expect(await listPermissions('&templateId=1')).toEqual([]);
    expect((await listPermissions(`&templateId=${all[0]?.templateId ?? ''}`)).length).toBeGreaterThan(0);
  });

  it('GET .../permissions lists the members of a department space', async () => {
    const id = findSpaceId('department');
    expect((await stack.call('GET', `/v1/spaces/${id}/permissions?limit=1`)).json()).toMatchObject({
      items: [{ capabilities: expect.any(Array) }],
      nextCursor: expect.any(String),
    });
  });

  it('PATCH .../permissions removes a permission: calls of the member are rejected, and the next read is current', async () => {
    await listPermissions();
    expect((await createFolderAsFang('before')).status).toBe(201);
    const response = await grantPermissions({ grants: [{ userId: fangId, capabilities: ['list', 'preview'] }] });
    expect(response.json()).toEqual({ items: [{ id: fangId, status: 'done' }] });
    expect((await createFolderAsFang('after')).json()).toMatchObject({ status: 403, code: 'no-permission' });
    const row = (await listPermissions()).find(({ userId }) => userId === fangId);
    expect([row?.templateId, row?.capabilities]).toEqual([undefined, ['list', 'preview']]);
  });

  it('PATCH .../permissions on a folder does not change the rest of the space', async () => {
    const parent = (await createFolderAsFang('restricted')).json<{ id: string }>().id;
    await grantPermissions({ fileId: parent, grants: [{ userId: fangId, capabilities: ['list'] }] });
    const childFolder = { key: fangKey, body: { name: 'child', parentId: parent } };
    expect((await stack.call('POST', `${launchPath()}/folders`, childFolder)).json()).toMatchObject({
      code: 'no-permission',
    });
    expect((await createFolderAsFang('beside')).status).toBe(201);
    const [row] = await listPermissions(`&fileId=${parent}&q=${encodeURIComponent('王')}`);
    expect(row?.capabilities).toEqual(['list']);
  });

  it('PATCH .../permissions with a template grants the capabilities of the template', async () => {
    const templates = await stack.call('GET', '/v1/permission-templates?kind=preset');
    const upload = templates
      .json<{ items: { id: string; name: string }[] }>()
      .items.find(({ name }) => name === 'Upload');
    await grantPermissions({ grants: [{ userId: fangId, templateId: upload?.id }] });
    const [row] = await listPermissions(`&templateId=${upload?.id ?? ''}`);
    expect(row).toMatchObject({ userId: fangId, templateName: 'Upload', capabilities: ['list', 'upload', 'create'] });
  });

  it('PUT .../default-permission sets the permission of new members', async () => {
    const path = `${launchPath()}/default-permission`;
    expect((await stack.call('GET', path)).json()).toMatchObject({ templateName: 'Manage' });
    const changed = await stack.call('PUT', path, { body: { capabilities: ['list'] } });
    expect(changed.json()).toMatchObject({ capabilities: ['list'] });
    expect((await stack.call('GET', path)).json()).toEqual(changed.json());
  });

  it('cannot be changed by members who are not administrators', async () => {
    const body = { grants: [{ userId: fangId, capabilities: ['list'] }] };
    const response = await stack.call('PATCH', `${launchPath()}/permissions`, { key: fangKey, body });
    expect(response.json()).toMatchObject({ status: 403, code: 'no-permission' });
  });

  it.each([
    [{ grants: [] }, '/grants'],
    [{ grants: [{ userId: '7' }] }, '/grants/0/templateId'],
    [{ grants: [{ userId: '7', templateId: '1', capabilities: ['list'] }] }, '/grants/0/templateId'],
    [{ grants: [1, 2].map(() => ({ userId: '7', templateId: '1' })) }, '/grants/1/userId'],
    [{ grants: [{ userId: 'x', templateId: '1' }] }, '/grants/0/userId'],
  ])('PATCH .../permissions rejects %j without an upstream call', async (body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await grantPermissions(body)).json()).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('do not exist in an individual space', async () => {
    const ownSpace = (await stack.call('GET', '/v1/spaces?kind=individual&limit=1')).json<{ items: Space[] }>()
      .items[0];
    for (const name of ['permissions', 'default-permission']) {
      expect((await stack.call('GET', `/v1/spaces/${ownSpace?.id ?? ''}/${name}`)).json()).toMatchObject({
        status: 422,
        errors: [{ pointer: '/spaceId' }],
      });
    }
  });

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

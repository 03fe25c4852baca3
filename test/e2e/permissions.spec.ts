import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface Space {
  id: string;
  kind: string;
  name: string;
}
interface Permission {
  userId: string;
  userName: string;
  templateId?: string;
  capabilities: string[];
}

describe('permissions', () => {
  let stack: Stack;
  let spaces: Space[];
  let fang: string;
  let fangsKey: string;
  beforeAll(async () => {
    stack = await startStack();
    const userId = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber')?.userId ?? '';
    const jonas = await stack.newKey({ scopes: ['*'], userId });
    spaces = (await stack.call('GET', '/v1/spaces?limit=100', { key: jonas })).json<{ items: Space[] }>().items;
    fang = stack.sandbox.users().find(({ name }) => name === '王芳')?.userId ?? '';
    fangsKey = await stack.newKey({ scopes: ['*'], userId: fang });
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const spaceOf = (kind: string, name = ''): string =>
    spaces.find((space) => space.kind === kind && (!name || space.name.includes(name)))?.id ?? '';
  const launch = (): string => `/v1/spaces/${spaceOf('group', 'Launch')}`;
  const listed = async (query = ''): Promise<Permission[]> =>
    (await stack.call('GET', `${launch()}/permissions?limit=100${query}`)).json<{ items: Permission[] }>().items;
  const grant = (body: unknown) => stack.call('PATCH', `${launch()}/permissions`, { body });
  const folder = (name: string) => stack.call('POST', `${launch()}/folders`, { key: fangsKey, body: { name } });

  it('GET .../permissions lists members of a group space, by name and by template', async () => {
    const all = await listed();
    expect(all.map(({ userName }) => userName)).toEqual(
      expect.arrayContaining(['Jonas Weber', 'Amara Okafor', '王芳']),
    );
    expect((await listed(`&q=${encodeURIComponent('王')}`)).map(({ userId }) => userId)).toEqual([fang]);
    expect(await listed('&templateId=1')).toEqual([]);
    expect((await listed(`&templateId=${all[0]?.templateId ?? ''}`)).length).toBeGreaterThan(0);
  });

  it('GET .../permissions lists members of a department space', async () => {
    const id = spaceOf('department');
    expect((await stack.call('GET', `/v1/spaces/${id}/permissions?limit=1`)).json()).toMatchObject({
      items: [{ capabilities: expect.any(Array) }],
      nextCursor: expect.any(String),
    });
  });

  it('PATCH .../permissions takes a right away: the member is refused, and the next read knows', async () => {
    await listed();
    expect((await folder('before')).status).toBe(201);
    const answer = await grant({ grants: [{ userId: fang, capabilities: ['list', 'preview'] }] });
    expect(answer.json()).toEqual({ items: [{ id: fang, status: 'done' }] });
    expect((await folder('after')).json()).toMatchObject({ status: 403, code: 'no-permission' });
    const row = (await listed()).find(({ userId }) => userId === fang);
    expect([row?.templateId, row?.capabilities]).toEqual([undefined, ['list', 'preview']]);
  });

  it('PATCH .../permissions on a folder leaves the rest of the space as it was', async () => {
    const parent = (await folder('mine')).json<{ id: string }>().id;
    await grant({ fileId: parent, grants: [{ userId: fang, capabilities: ['list'] }] });
    const below = { key: fangsKey, body: { name: 'below', parentId: parent } };
    expect((await stack.call('POST', `${launch()}/folders`, below)).json()).toMatchObject({ code: 'no-permission' });
    expect((await folder('beside')).status).toBe(201);
    const [row] = await listed(`&fileId=${parent}&q=${encodeURIComponent('王')}`);
    expect(row?.capabilities).toEqual(['list']);
  });

  it('PATCH .../permissions by a template gives what the template allows', async () => {
    const templates = await stack.call('GET', '/v1/permission-templates?kind=preset');
    const upload = templates.json<{ items: { id: string; name: string }[] }>().items.find((t) => t.name === 'Upload');
    await grant({ grants: [{ userId: fang, templateId: upload?.id }] });
    const [row] = await listed(`&templateId=${upload?.id ?? ''}`);
    expect(row).toMatchObject({ userId: fang, templateName: 'Upload', capabilities: ['list', 'upload', 'create'] });
  });

  it('PUT .../default-permission sets what new members begin with', async () => {
    const path = `${launch()}/default-permission`;
    expect((await stack.call('GET', path)).json()).toMatchObject({ templateName: 'Manage' });
    const set = await stack.call('PUT', path, { body: { capabilities: ['list'] } });
    expect(set.json()).toMatchObject({ capabilities: ['list'] });
    expect((await stack.call('GET', path)).json()).toEqual(set.json());
  });

  it('are changed by those who may, and by nobody else', async () => {
    const body = { grants: [{ userId: fang, capabilities: ['list'] }] };
    const answer = await stack.call('PATCH', `${launch()}/permissions`, { key: fangsKey, body });
    expect(answer.json()).toMatchObject({ status: 403, code: 'no-permission' });
  });

  it.each([
    [{ grants: [] }, '/grants'],
    [{ grants: [{ userId: '7' }] }, '/grants/0/templateId'],
    [{ grants: [{ userId: '7', templateId: '1', capabilities: ['list'] }] }, '/grants/0/templateId'],
    [{ grants: [1, 2].map(() => ({ userId: '7', templateId: '1' })) }, '/grants/1/userId'],
    [{ grants: [{ userId: 'x', templateId: '1' }] }, '/grants/0/userId'],
  ])('PATCH .../permissions refuses %j and calls nobody', async (body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await grant(body)).json()).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('there are none in an individual space', async () => {
    const own = (await stack.call('GET', '/v1/spaces?kind=individual&limit=1')).json<{ items: Space[] }>().items[0];
    for (const name of ['permissions', 'default-permission']) {
      expect((await stack.call('GET', `/v1/spaces/${own?.id ?? ''}/${name}`)).json()).toMatchObject({
        ...{ status: 422, errors: [{ pointer: '/spaceId' }] },
      });
    }
  });

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

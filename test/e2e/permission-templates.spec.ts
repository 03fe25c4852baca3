import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface Template {
  id: string;
  name: string;
  kind: string;
  capabilities: string[];
}

describe('permission templates', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const route = '/v1/permission-templates';
  const fresh = { 'cache-control': 'no-cache' };
  const listed = async (query = ''): Promise<Template[]> =>
    (await stack.call('GET', `${route}?limit=100${query}`, { headers: fresh })).json<{ items: Template[] }>().items;
  const make = async (name: string): Promise<Template> =>
    (await stack.call('POST', route, { body: { name, capabilities: ['list', 'preview'] } })).json<Template>();

  it('GET lists presets and those that were made, in words', async () => {
    const made = await make('Readers');
    expect(made).toMatchObject({ name: 'Readers', kind: 'custom', status: 'enabled' });
    expect((await listed()).map(({ name }) => name)).toEqual(expect.arrayContaining(['Manage', 'Upload', 'Readers']));
    expect(await listed('&kind=custom')).toEqual([made]);
    expect((await listed('&kind=preset')).every(({ kind }) => kind === 'preset')).toBe(true);
    expect(await listed('&status=disabled')).toEqual([]);
  });

  it('POST makes one, tells where, and the next list knows', async () => {
    await stack.call('GET', `${route}?kind=custom`);
    const body = { name: 'Readers', description: 'They read', capabilities: ['list', 'download'] };
    const answer = await stack.call('POST', route, { body });
    const made = answer.json<Template>();
    expect([answer.status, answer.headers.get('location')]).toEqual([201, `${route}/${made.id}`]);
    expect(made).toMatchObject(body);
    expect((await stack.call('GET', `${route}?kind=custom`)).json()).toMatchObject({ items: [{ id: made.id }] });
    expect((await stack.call('GET', `${route}/${made.id}`)).json()).toEqual(made);
  });

  it('POST says when the name is taken', async () => {
    await make('Readers');
    expect(await make('Readers')).toMatchObject({ status: 409, code: 'name-taken' });
  });

  it('PATCH changes what is named and nothing else', async () => {
    const { id } = await make('Readers');
    const change = async (body: object) => (await stack.call('PATCH', `${route}/${id}`, { body })).json();
    expect(await change({ status: 'disabled' })).toMatchObject({ name: 'Readers', status: 'disabled' });
    expect(await change({ capabilities: ['copy'] })).toMatchObject({ name: 'Readers', capabilities: ['copy'] });
    expect(await change({ name: 'Writers' })).toMatchObject({ name: 'Writers', capabilities: ['copy'] });
  });

  it('GET .../usage tells whether somebody was given it', async () => {
    const { id } = await make('Readers');
    expect((await stack.call('GET', `${route}/${id}/usage`)).json()).toEqual({ inUse: false });
  });

  it('DELETE takes one away, and no preset', async () => {
    const { id } = await make('Readers');
    expect((await stack.call('DELETE', `${route}/${id}`)).status).toBe(204);
    expect((await stack.call('GET', `${route}/${id}`)).json()).toMatchObject({ status: 404, code: 'not-found' });
    const [preset] = await listed('&kind=preset');
    expect((await stack.call('DELETE', `${route}/${preset?.id ?? ''}`)).json()).toMatchObject({
      code: 'refused-by-upstream',
    });
  });

  it('POST .../delete answers for each', async () => {
    const [one, two] = [await make('One'), await make('Two')];
    const ids = [one.id, '1999999999999999999', two.id];
    expect((await stack.call('POST', `${route}/delete`, { body: { ids } })).json()).toMatchObject({
      items: [
        { id: one.id, status: 'done' },
        { id: '1999999999999999999', status: 'failed', problem: { code: 'not-found' } },
        { id: two.id, status: 'done' },
      ],
    });
    expect(await listed('&kind=custom')).toEqual([]);
  });

  it('are changed by system administrators alone', async () => {
    const userId = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber')?.userId ?? '';
    const key = await stack.newKey({ scopes: ['admin:permission-templates'], userId });
    const body = { name: 'Mine', capabilities: ['list'] };
    expect((await stack.call('POST', route, { key, body })).json()).toMatchObject({ code: 'no-permission' });
  });

  it.each([
    [{ name: 'a/b', capabilities: ['list'] }, '/name'],
    [{ name: 'x'.repeat(25), capabilities: ['list'] }, '/name'],
    [{ name: 'Readers', capabilities: [] }, '/capabilities'],
    [{ name: 'Readers', capabilities: ['fly'] }, '/capabilities'],
    [{ name: 'Readers', capabilities: { list: true } }, '/capabilities'],
    [{ name: 'Readers', capabilities: ['list', 'list'] }, '/capabilities'],
  ])('POST refuses %j and calls nobody', async (body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await stack.call('POST', route, { body })).json()).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('refuses an id that is no number', async () => {
    expect((await stack.call('GET', `${route}/-1`)).json()).toMatchObject({ errors: [{ pointer: '/templateId' }] });
  });

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findUserId, noCacheHeaders } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Template {
  id: string;
  name: string;
  kind: string;
  capabilities: string[];
}

describe('permission templates', () => {
  let stack: GatewayStack;
  beforeAll(async () => {
    stack = await startGatewayStack();
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const route = '/v1/permission-templates';
  const listTemplates = async (query = ''): Promise<Template[]> =>
    (await stack.call('GET', `${route}?limit=100${query}`, { headers: noCacheHeaders })).json<{ items: Template[] }>()
      .items;
  const createTemplate = async (name: string): Promise<Template> =>
    (await stack.call('POST', route, { body: { name, capabilities: ['list', 'preview'] } })).json<Template>();

  it('GET lists presets and custom templates', async () => {
    const created = await createTemplate('Readers');
    expect(created).toMatchObject({ name: 'Readers', kind: 'custom', status: 'enabled' });
    expect((await listTemplates()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Manage', 'Upload', 'Readers']),
    );
    expect(await listTemplates('&kind=custom')).toEqual([created]);
    expect((await listTemplates('&kind=preset')).every(({ kind }) => kind === 'preset')).toBe(true);
    expect(await listTemplates('&status=disabled')).toEqual([]);
  });

  it('POST creates a template with a Location, and the next list is current', async () => {
    await stack.call('GET', `${route}?kind=custom`);
    const body = { name: 'Readers', description: 'They read', capabilities: ['list', 'download'] };
    const response = await stack.call('POST', route, { body });
    const created = response.json<Template>();
    expect([response.status, response.headers.get('location')]).toEqual([201, `${route}/${created.id}`]);
    expect(created).toMatchObject(body);
    expect((await stack.call('GET', `${route}?kind=custom`)).json()).toMatchObject({ items: [{ id: created.id }] });
    expect((await stack.call('GET', `${route}/${created.id}`)).json()).toEqual(created);
  });

  it('POST rejects a taken name', async () => {
    await createTemplate('Readers');
    expect(await createTemplate('Readers')).toMatchObject({ status: 409, code: 'name-taken' });
  });

  it('PATCH changes only the given members', async () => {
    const { id } = await createTemplate('Readers');
    const change = async (body: object) => (await stack.call('PATCH', `${route}/${id}`, { body })).json();
    expect(await change({ status: 'disabled' })).toMatchObject({ name: 'Readers', status: 'disabled' });
    expect(await change({ capabilities: ['copy'] })).toMatchObject({ name: 'Readers', capabilities: ['copy'] });
    expect(await change({ name: 'Writers' })).toMatchObject({ name: 'Writers', capabilities: ['copy'] });
  });

  it('GET .../usage returns whether the template is in use', async () => {
    const { id } = await createTemplate('Readers');
    expect((await stack.call('GET', `${route}/${id}/usage`)).json()).toEqual({ inUse: false });
  });

  it('DELETE deletes a custom template, but no preset', async () => {
    const { id } = await createTemplate('Readers');
    expect((await stack.call('DELETE', `${route}/${id}`)).status).toBe(204);
    expect((await stack.call('GET', `${route}/${id}`)).json()).toMatchObject({ status: 404, code: 'not-found' });
    const [preset] = await listTemplates('&kind=preset');
    const problem = { status: 409, code: 'preset-template', retryable: false };
    const presetPath = `${route}/${preset?.id ?? ''}`;
    expect((await stack.call('DELETE', presetPath)).json()).toMatchObject(problem);
    const body = { ids: [preset?.id] };
    expect((await stack.call('POST', `${route}/delete`, { body })).json()).toMatchObject({ items: [{ problem }] });
  });

  it('PATCH changes the status of a preset, and nothing else', async () => {
    const [preset] = await listTemplates('&kind=preset');
    const path = `${route}/${preset?.id ?? ''}`;
    for (const body of [{ name: 'Mine' }, { capabilities: ['list'] }, { description: 'Mine', status: 'disabled' }]) {
      const rejected = await stack.call('PATCH', path, { body });
      expect(rejected.json()).toMatchObject({ status: 409, code: 'preset-template', retryable: false });
    }
    expect((await stack.call('PATCH', path, { body: { status: 'disabled' } })).json()).toEqual({
      ...preset,
      status: 'disabled',
      modifiedAt: expect.any(String),
    });
  });

  it('POST .../delete has a result for each id', async () => {
    const [one, two] = [await createTemplate('One'), await createTemplate('Two')];
    const ids = [one.id, '1999999999999999999', two.id];
    expect((await stack.call('POST', `${route}/delete`, { body: { ids } })).json()).toMatchObject({
      items: [
        { id: one.id, status: 'done' },
        { id: '1999999999999999999', status: 'failed', problem: { code: 'not-found' } },
        { id: two.id, status: 'done' },
      ],
    });
    expect(await listTemplates('&kind=custom')).toEqual([]);
  });

  it('are changed by system administrators only', async () => {
    const userId = findUserId(stack.sandbox, 'Jonas Weber');
    const key = await stack.issueKey({ scopes: ['admin:permission-templates'], userId });
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
  ])('POST rejects %j without an upstream call', async (body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await stack.call('POST', route, { body })).json()).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('rejects an id that is not a number', async () => {
    expect((await stack.call('GET', `${route}/-1`)).json()).toMatchObject({ errors: [{ pointer: '/templateId' }] });
  });

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface Share {
  id: string;
  code: string;
  name: string;
  status: string;
  scope: string;
  extractCode?: string;
  comment?: string;
  users?: { id: string; name: string }[];
  files?: { name: string }[];
  sharedBy?: { name: string };
  expiresAt: string;
}
interface List<T> {
  items: T[];
  nextCursor: string | null;
}

describe('shares', () => {
  let stack: Stack;
  let spaceId: string;
  let receiver: { id: string; key: string };
  beforeAll(async () => {
    stack = await startStack();
    const other = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber');
    const scopes = ['shares:read', 'shares:write', 'messages:read', 'me:read'] as const;
    receiver = { id: other?.userId ?? '', key: await stack.newKey({ scopes, userId: other?.userId ?? '' }) };
    const spaces = (await stack.call('GET', '/v1/spaces?kind=individual')).json<List<{ id: string }>>();
    spaceId = spaces.items[0]?.id ?? '';
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  async function fileIds(count = 1): Promise<string[]> {
    const found = (await stack.call('GET', `/v1/spaces/${spaceId}/files?sort=name`)).json<List<{ id: string }>>();
    return found.items.slice(0, count).map(({ id }) => id);
  }
  async function share(more: object = {}): Promise<Share> {
    const body = { spaceId, fileIds: await fileIds(), scope: 'organization', validDays: 7, ...more };
    const made = await stack.call('POST', '/v1/shares', { body });
    expect(made.status).toBe(201);
    return made.json<Share>();
  }
  const selected = (): object => ({ scope: 'selected', userIds: [receiver.id] });
  const mine = async (query = ''): Promise<Share[]> =>
    (await stack.call('GET', `/v1/shares?limit=100${query}`)).json<List<Share>>().items;
  const received = async (): Promise<Share[]> =>
    (await stack.call('GET', '/v1/shares/received?limit=100', { key: receiver.key })).json<List<Share>>().items;

  it('POST /v1/shares shares files, and the lists of both sides know at once', async () => {
    await mine();
    await received();
    const body = { spaceId, fileIds: await fileIds(2), validDays: 7, comment: 'Please read', ...selected() };
    const made = await stack.call('POST', '/v1/shares', { body });
    expect(made.status).toBe(201);
    const { id, ...rest } = made.json<Share>();
    expect(made.headers.get('location')).toBe(`/v1/shares/${id}`);
    expect(rest).toMatchObject({ status: 'active', scope: 'selected', comment: 'Please read' });
    expect(rest.users).toEqual([{ id: receiver.id, name: 'Jonas Weber' }]);
    expect(Date.parse(rest.expiresAt)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    const [listed] = await mine();
    expect(listed).toMatchObject({ id, files: [{}, {}] });
    expect((await received()).find((each) => each.id === id)).toMatchObject({ sharedBy: { name: 'Mei Lin' } });
    const messages = await stack.call('GET', '/v1/messages?kind=share', { key: receiver.key });
    expect(messages.json<List<{ sender: string }>>().items.map(({ sender }) => sender)).toEqual(['Mei Lin']);
  });

  it('POST /v1/shares refuses receivers that do not go with the scope, and names what is wrong', async () => {
    const refused = async (more: object): Promise<{ code: string; errors: { pointer: string }[] }> => {
      const body = { spaceId, fileIds: ['F1'], scope: 'organization', validDays: 7, ...more };
      const answer = await stack.call('POST', '/v1/shares', { body });
      expect(answer.status).toBe(422);
      return answer.json();
    };
    expect(await refused({ scope: 'selected' })).toMatchObject({ errors: [{ pointer: '/userIds' }] });
    expect(await refused({ userIds: [receiver.id] })).toMatchObject({ errors: [{ pointer: '/scope' }] });
    expect(await refused({ extractCode: 'short' })).toMatchObject({ code: 'invalid-input' });
    expect(await refused({ validDays: 366 })).toMatchObject({ errors: [{ pointer: '/validDays' }] });
  });

  it('GET /v1/shares searches, sorts and pages', async () => {
    await share();
    const [first] = await mine();
    expect((await mine(`&q=${encodeURIComponent(first?.name ?? '')}`)).map(({ name }) => name)).toContain(first?.name);
    const page = (await stack.call('GET', '/v1/shares?limit=1&sort=createdAt')).json<List<Share>>();
    const next = await stack.call('GET', `/v1/shares?limit=1&sort=createdAt&cursor=${page.nextCursor ?? ''}`);
    expect(next.json<List<Share>>().items[0]?.id).toBe(first?.id);
  });

  it('GET /v1/shares/{shareId} tells the access code to who made it, and to nobody else that it exists', async () => {
    const { id } = await share({ extractCode: 'abcdEF12' });
    expect((await stack.call('GET', `/v1/shares/${id}`)).json()).toMatchObject({ extractCode: 'abcdEF12' });
    expect((await stack.call('GET', `/v1/shares/${id}`, { key: receiver.key })).status).toBe(404);
  });

  it('PATCH /v1/shares/{shareId} changes what is given and leaves the rest', async () => {
    const before = await share({ comment: 'one' });
    const changed = await stack.call('PATCH', `/v1/shares/${before.id}`, { body: { extractCode: 'Zz345678' } });
    expect(changed.json()).toMatchObject({ comment: 'one', extractCode: 'Zz345678', expiresAt: before.expiresAt });
    const longer = await stack.call('PATCH', `/v1/shares/${before.id}`, { body: { validDays: 60 } });
    expect(Date.parse(longer.json<Share>().expiresAt)).toBeGreaterThan(Date.parse(before.expiresAt));
    expect((await stack.call('PATCH', `/v1/shares/${before.id}`, { body: {} })).status).toBe(422);
  });

  it('DELETE /v1/shares/{shareId} cancels one', async () => {
    const { id } = await share();
    expect((await stack.call('DELETE', `/v1/shares/${id}`)).status).toBe(204);
    expect((await mine()).map((each) => each.id)).not.toContain(id);
    expect((await stack.call('DELETE', `/v1/shares/${id}`)).status).toBe(404);
  });

  it('POST /v1/shares/cancel says for each what became of it', async () => {
    const { id } = await share();
    const answer = await stack.call('POST', '/v1/shares/cancel', { body: { shareIds: ['7', id] } });
    expect(answer.json()).toMatchObject({
      items: [
        { id: '7', status: 'failed', problem: { code: 'not-found' } },
        { id, status: 'done' },
      ],
    });
  });

  it('GET /v1/shares/received/{shareId} and POST /v1/shares/received/leave: the receiver reads, and leaves', async () => {
    const { id } = await share(selected());
    const { key } = receiver;
    const read = await stack.call('GET', `/v1/shares/received/${id}`, { key });
    expect(read.json()).toMatchObject({ id, status: 'active', sharedBy: { name: 'Mei Lin' } });
    const body = { shareIds: ['7', id] };
    const left = await stack.call('POST', '/v1/shares/received/leave', { key, body });
    expect(left.json<List<{ status: string }>>().items.map(({ status }) => status)).toEqual(['failed', 'done']);
    expect((await stack.call('GET', `/v1/shares/received/${id}`, { key })).status).toBe(404);
    expect((await received()).map((each) => each.id)).not.toContain(id);
    expect((await mine()).map((each) => each.id)).toContain(id);
  });

  afterAll(() => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

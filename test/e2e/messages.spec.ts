import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface Message {
  id: string;
  kind: string;
  state: string;
  text: string;
}

describe('messages', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const fresh = { 'cache-control': 'no-cache' };
  const listed = async (query = ''): Promise<Message[]> =>
    (await stack.call('GET', `/v1/messages?limit=100${query}`, { headers: fresh })).json<{ items: Message[] }>().items;
  const unread = async (): Promise<number> =>
    (await stack.call('GET', '/v1/messages/unread-count', { headers: fresh })).json<{ count: number }>().count;

  it('GET /v1/messages lists them in words, all or by state and kind', async () => {
    const all = await listed();
    expect(all.length).toBeGreaterThan(1);
    const kinds = new Set(all.map(({ kind }) => kind));
    for (const kind of kinds) {
      expect((await listed(`&kind=${kind}`)).map(({ id }) => id)).toEqual(
        all.filter((each) => each.kind === kind).map(({ id }) => id),
      );
    }
    expect((await listed('&state=unread')).every(({ state }) => state === 'unread')).toBe(true);
  });

  it('GET /v1/messages/unread-count counts those that are unread', async () => {
    expect(await unread()).toBe((await listed('&state=unread')).length);
  });

  it('POST /v1/messages/read marks what is there and says what is not; the next count knows', async () => {
    const [message] = await listed('&state=unread');
    await stack.call('GET', '/v1/messages/unread-count');
    const before = await unread();
    const answer = await stack.call('POST', '/v1/messages/read', {
      body: { ids: [message?.id, '9999999999999999999'] },
    });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      items: [
        { id: message?.id, status: 'done' },
        { id: '9999999999999999999', status: 'failed', problem: { code: 'not-found' } },
      ],
    });
    expect((await stack.call('GET', '/v1/messages/unread-count')).json()).toEqual({ count: before - 1 });
  });

  it('POST /v1/messages/read-all leaves none unread', async () => {
    expect((await stack.call('POST', '/v1/messages/read-all')).status).toBe(204);
    expect(await unread()).toBe(0);
  });

  it('POST /v1/messages/delete deletes the named ones alone', async () => {
    const [first, ...others] = await listed();
    const answer = await stack.call('POST', '/v1/messages/delete', { body: { ids: [first?.id] } });
    expect(answer.json()).toEqual({ items: [{ id: first?.id, status: 'done' }] });
    expect((await listed()).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  });

  it('DELETE /v1/messages asks for a confirmation, then deletes all', async () => {
    const count = (await listed()).length;
    const refused = await stack.call('DELETE', '/v1/messages');
    expect(refused.json()).toMatchObject({ status: 422, code: 'confirmation-required' });
    expect((await listed()).length).toBe(count);
    expect((await stack.call('DELETE', '/v1/messages?confirm=all')).status).toBe(204);
    expect(await listed()).toEqual([]);
  });

  it.each([[[]], [['a/b']], [['1', '1']], [Array.from({ length: 101 }, (_, i) => String(i))], ['1']])(
    'refuses the ids %j and calls nobody',
    async (ids) => {
      const before = stack.sandbox.counters().calls;
      const answer = await stack.call('POST', '/v1/messages/delete', { body: { ids } });
      expect(answer.json()).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer: '/ids' }] });
      expect(stack.sandbox.counters().calls).toBe(before);
    },
  );

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { noCacheHeaders } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Message {
  id: string;
  kind: string;
  state: string;
  text: string;
}

describe('messages', () => {
  let stack: GatewayStack;
  beforeAll(async () => {
    stack = await startGatewayStack();
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const listMessages = async (query = ''): Promise<Message[]> =>
    (await stack.call('GET', `/v1/messages?limit=100${query}`, { headers: noCacheHeaders })).json<{
      items: Message[];
    }>().items;
  const countUnread = async (): Promise<number> =>
    (await stack.call('GET', '/v1/messages/unread-count', { headers: noCacheHeaders })).json<{ count: number }>().count;

  it('GET /v1/messages lists all messages, or those of a state or kind', async () => {
    const all = await listMessages();
    expect(all.length).toBeGreaterThan(1);
    const kinds = new Set(all.map(({ kind }) => kind));
    for (const kind of kinds) {
      expect((await listMessages(`&kind=${kind}`)).map(({ id }) => id)).toEqual(
        all.filter((message) => message.kind === kind).map(({ id }) => id),
      );
    }
    expect((await listMessages('&state=unread')).every(({ state }) => state === 'unread')).toBe(true);
  });

  it('GET /v1/messages/unread-count counts the unread messages', async () => {
    expect(await countUnread()).toBe((await listMessages('&state=unread')).length);
  });

  it('POST /v1/messages/read has a result for each id, and the next count is current', async () => {
    const [message] = await listMessages('&state=unread');
    await stack.call('GET', '/v1/messages/unread-count');
    const before = await countUnread();
    const response = await stack.call('POST', '/v1/messages/read', {
      body: { ids: [message?.id, '9999999999999999999'] },
    });
    expect(response.status).toBe(200);
    expect(response.json()).toMatchObject({
      items: [
        { id: message?.id, status: 'done' },
        { id: '9999999999999999999', status: 'failed', problem: { code: 'not-found' } },
      ],
    });
    expect((await stack.call('GET', '/v1/messages/unread-count')).json()).toEqual({ count: before - 1 });
  });

  it('POST /v1/messages/read-all marks all messages as read', async () => {
    expect((await stack.call('POST', '/v1/messages/read-all')).status).toBe(204);
    expect(await countUnread()).toBe(0);
  });

  it('POST /v1/messages/delete deletes only the named messages', async () => {
    const [first, ...others] = await listMessages();
    const response = await stack.call('POST', '/v1/messages/delete', { body: { ids: [first?.id] } });
    expect(response.json()).toEqual({ items: [{ id: first?.id, status: 'done' }] });
    expect((await listMessages()).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  });

  it('DELETE /v1/messages requires a confirmation, then deletes all messages', async () => {
    const count = (await listMessages()).length;
    const rejected = await stack.call('DELETE', '/v1/messages');
    expect(rejected.json()).toMatchObject({ status: 422, code: 'confirmation-required' });
    expect((await listMessages()).length).toBe(count);
    expect((await stack.call('DELETE', '/v1/messages?confirm=all')).status).toBe(204);
    expect(await listMessages()).toEqual([]);
  });

  it.each([[[]], [['a/b']], [['1', '1']], [Array.from({ length: 101 }, (_, i) => String(i))], ['1']])(
    'rejects the ids %j without an upstream call',
    async (ids) => {
      const before = stack.sandbox.counters().calls;
      const response = await stack.call('POST', '/v1/messages/delete', { body: { ids } });
      expect(response.json()).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer: '/ids' }] });
      expect(stack.sandbox.counters().calls).toBe(before);
    },
  );

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

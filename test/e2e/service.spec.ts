import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BrowserByHand, signIn } from '../support/browser-by-hand.js';
import { freePort } from '../support/ports.js';
import { startStack, type Stack } from '../support/stack.js';

interface Entry {
  id: string;
  at: string;
  operation: string;
  operatorName: string;
  outcome: string;
}

describe('the service', () => {
  let stack: Stack;
  let origin: string;
  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    stack = await startStack({
      env: { PORT: String(port), LOGIN_DOMAIN: `${origin}/auth/callback`, ALLOWED_ORIGINS: 'http://localhost:4444' },
    });
  });
  afterAll(() => stack.close());

  const log = async (query = ''): Promise<Entry[]> =>
    (await stack.call('GET', `/v1/audit-log?limit=100${query}`)).json<{ items: Entry[] }>().items;

  it('GET /v1/subscription tells state, capacities and switches in words', async () => {
    expect((await stack.call('GET', '/v1/subscription')).json()).toMatchObject({
      state: 'active',
      capacity: { total: 10_240 * 1024 ** 3 },
      organization: { name: 'Lakeside Works' },
      features: { ai: false, publicSharing: false },
    });
  });

  it('PUT /v1/settings/package-retention sets it, and the next read knows', async () => {
    const path = '/v1/settings/package-retention';
    expect((await stack.call('GET', path)).json()).toEqual({ days: 7 });
    expect((await stack.call('PUT', path, { body: { days: 30 } })).json()).toEqual({ days: 30 });
    expect((await stack.call('GET', path)).json()).toEqual({ days: 30 });
  });

  it.each([0, 31, 1.5, '7', null])('PUT /v1/settings/package-retention refuses %j days', async (days) => {
    const before = stack.sandbox.counters().calls;
    const answer = await stack.call('PUT', '/v1/settings/package-retention', { body: { days } });
    expect(answer.json()).toMatchObject({ status: 422, errors: [{ pointer: '/days' }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('GET /v1/js-sdk is for sessions: an API key is refused and nobody called', async () => {
    const before = stack.sandbox.counters().calls;
    expect((await stack.call('GET', '/v1/js-sdk')).json()).toMatchObject({ code: 'credential-unavailable' });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('GET /v1/js-sdk gives a signed-in browser another code each time', async () => {
    const browser = new BrowserByHand();
    await signIn(browser, origin, stack.userId);
    const read = async () => (await browser.call('GET', `${origin}/v1/js-sdk`)).json<Record<string, string>>();
    const first = await read();
    expect(first.scriptUrl).toMatch(/^https:/);
    expect((await read()).configuration).not.toBe(first.configuration);
  });

  it('GET /v1/audit-log tells who did what and how it went, newest first or oldest first', async () => {
    const spaces = (await stack.call('GET', '/v1/spaces?limit=1')).json<{ items: { id: string }[] }>();
    const folders = `/v1/spaces/${spaces.items[0]?.id ?? ''}/folders`;
    for (const name of ['one', 'two', 'two']) await stack.call('POST', folders, { body: { name } });
    const made = await log('&operations=createDirectory');
    expect(made.map(({ outcome }) => outcome)).toEqual(['failed', 'done', 'done']);
    expect(new Set(made.map(({ operation, operatorName }) => `${operation} ${operatorName}`))).toEqual(
      new Set(['createDirectory Mei Lin']),
    );
    expect((await log('&operations=createDirectory&sort=at')).map(({ id }) => id)).toEqual(
      made.map(({ id }) => id).reverse(),
    );
    expect(await log('&operations=createDirectory&outcome=failed')).toEqual(made.slice(0, 1));
    expect((await log('&excludedOperations=createDirectory')).some((e) => e.operation === 'createDirectory')).toBe(
      false,
    );
    expect(await log('&to=2020-01-01T00:00:00%2B08:00')).toEqual([]);
    expect((await log('&from=2020-01-01T00:00:00Z')).length).toBeGreaterThan(2);
  });

  it('GET /v1/audit-log pages', async () => {
    const first = (await stack.call('GET', '/v1/audit-log?limit=1')).json<{ items: Entry[]; nextCursor: string }>();
    const next = await stack.call('GET', `/v1/audit-log?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(next.json<{ items: Entry[] }>().items).toEqual((await log()).slice(1, 2));
  });

  it.each(['from=yesterday', 'from=2026-02-30T00:00:00Z', 'outcome=1', 'sort=name', 'operations='])(
    'GET /v1/audit-log refuses %s',
    async (query) => {
      const pointer = `/${query.split('=')[0] ?? ''}`;
      expect((await stack.call('GET', `/v1/audit-log?${query}`)).json()).toMatchObject({
        status: 422,
        errors: [{ pointer }],
      });
    },
  );

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

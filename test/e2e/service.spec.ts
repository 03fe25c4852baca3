import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesPerGibibyte } from '../support/gateway-api.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';
import { findFreePort } from '../support/ports.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface AuditEntry {
  id: string;
  at: string;
  operation: string;
  operatorName: string;
  outcome: string;
}

describe('the service', () => {
  let stack: GatewayStack;
  let origin: string;
  beforeAll(async () => {
    const port = await findFreePort();
    origin = `http://localhost:${port}`;
    stack = await startGatewayStack({
      env: { PORT: String(port), LOGIN_DOMAIN: `${origin}/auth/callback`, ALLOWED_ORIGINS: 'http://localhost:4444' },
    });
  });
  afterAll(() => stack.close());

  const listAuditLog = async (query = ''): Promise<AuditEntry[]> =>
    (await stack.call('GET', `/v1/audit-log?limit=100${query}`)).json<{ items: AuditEntry[] }>().items;

  it('GET /v1/subscription returns state, capacities and features', async () => {
    expect((await stack.call('GET', '/v1/subscription')).json()).toMatchObject({
      state: 'active',
      capacity: { total: 10_240 * bytesPerGibibyte },
      organization: { name: 'Lakeside Works' },
      features: { ai: false, publicSharing: false },
    });
  });

  it('PUT /v1/settings/package-retention changes it, and the next read is current', async () => {
    const path = '/v1/settings/package-retention';
    expect((await stack.call('GET', path)).json()).toEqual({ days: 7 });
    expect((await stack.call('PUT', path, { body: { days: 30 } })).json()).toEqual({ days: 30 });
    expect((await stack.call('GET', path)).json()).toEqual({ days: 30 });
  });

  it.each([0, 31, 1.5, '7', null])('PUT /v1/settings/package-retention rejects %j days', async (days) => {
    const before = stack.sandbox.counters().calls;
    const response = await stack.call('PUT', '/v1/settings/package-retention', { body: { days } });
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer: '/days' }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('GET /v1/js-sdk rejects an API key without an upstream call', async () => {
    const before = stack.sandbox.counters().calls;
    expect((await stack.call('GET', '/v1/js-sdk')).json()).toMatchObject({ code: 'credential-unavailable' });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('GET /v1/js-sdk returns a new configuration to a signed-in browser each time', async () => {
    const browser = new SimulatedBrowser();
    await signIn(browser, origin, stack.userId);
    const readJsSdk = async () =>
      (await browser.fetchSameOrigin('GET', `${origin}/v1/js-sdk`)).json<Record<string, string>>();
    const first = await readJsSdk();
    expect(first.scriptUrl).toMatch(/^https:/);
    expect((await readJsSdk()).configuration).not.toBe(first.configuration);
  });

  it('GET /v1/audit-log lists operations with operator and outcome, sorted and filtered', async () => {
    const spaces = (await stack.call('GET', '/v1/spaces?limit=1')).json<{ items: { id: string }[] }>();
    const folders = `/v1/spaces/${spaces.items[0]?.id ?? ''}/folders`;
    for (const name of ['one', 'two', 'two']) await stack.call('POST', folders, { body: { name } });
    const creations = await listAuditLog('&operations=createDirectory');
    expect(creations.map(({ outcome }) => outcome)).toEqual(['failed', 'done', 'done']);
    expect(new Set(creations.map(({ operation, operatorName }) => `${operation} ${operatorName}`))).toEqual(
      new Set(['createDirectory Mei Lin']),
    );
    expect((await listAuditLog('&operations=createDirectory&sort=at')).map(({ id }) => id)).toEqual(
      creations.map(({ id }) => id).reverse(),
    );
    expect(await listAuditLog('&operations=createDirectory&outcome=failed')).toEqual(creations.slice(0, 1));
    expect(
      (await listAuditLog('&excludedOperations=createDirectory')).some(
        ({ operation }) => operation === 'createDirectory',
      ),
    ).toBe(false);
    expect(await listAuditLog('&to=2020-01-01T00:00:00%2B08:00')).toEqual([]);
    expect((await listAuditLog('&from=2020-01-01T00:00:00Z')).length).toBeGreaterThan(2);
  });

  it('GET /v1/audit-log is listed in pages', async () => {
    const first = (await stack.call('GET', '/v1/audit-log?limit=1')).json<{
      items: AuditEntry[];
      nextCursor: string;
    }>();
    const next = await stack.call('GET', `/v1/audit-log?limit=1&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(next.json<{ items: AuditEntry[] }>().items).toEqual((await listAuditLog()).slice(1, 2));
  });

  it.each(['from=yesterday', 'from=2026-02-30T00:00:00Z', 'outcome=1', 'sort=name', 'operations='])(
    'GET /v1/audit-log rejects %s',
    async (query) => {
      const pointer = `/${query.split('=')[0] ?? ''}`;
      expect((await stack.call('GET', `/v1/audit-log?${query}`)).json()).toMatchObject({
        status: 422,
        errors: [{ pointer }],
      });
    },
  );

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

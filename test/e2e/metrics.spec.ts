import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findSpace } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { waitUntil } from '../support/wait-until.js';

let redis: RedisServer;
let stack: GatewayStack;
let spaceId: string;
beforeAll(async () => {
  redis = await startRedis();
  stack = await startGatewayStack({ env: { REDIS_URL: redis.url } });
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterAll(async () => {
  await stack.close();
  await redis.stop();
});

const scrape = async (): Promise<string> => (await stack.call('GET', '/metrics')).text;

/** The value of one time series; undefined if it does not exist. */
async function readValue(series: string): Promise<number | undefined> {
  const line = (await scrape()).split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

/** The requests that move the metrics of this gateway. A new metric needs its request here. */
async function sendRequestsForAllMetrics(): Promise<void> {
  const files = `/v1/spaces/${spaceId}/files?limit=3`;
  stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { status: 503 }, times: 1 });
  expect((await stack.call('GET', files)).status).toBe(200);
  expect((await stack.call('GET', files)).headers.get('cache-status')).toContain('hit');
  expect((await stack.call('GET', '/v1/nowhere')).status).toBe(404);
  // For a caller without a user, KooDrive is called with the app's own token.
  const appKey = await stack.issueKey({ scopes: ['*'] });
  expect((await stack.call('GET', `/v1/users/${stack.userId}/spaces`, { key: appKey })).status).toBe(200);
}

describe('GET /metrics', () => {
  it('has no metric that nothing moves', async () => {
    await sendRequestsForAllMetrics();
    const lines = (await scrape()).split('\n');
    const names = lines.flatMap((line) => /^# TYPE (?!process_|nodejs_)(\S+)/.exec(line)?.[1] ?? []);
    expect(names.length).toBeGreaterThan(7);
    const hasMoved = (name: string): boolean =>
      lines.some((line) => line.startsWith(name) && !line.startsWith('#') && Number(line.split(' ').at(-1)) > 0);
    expect(names.filter((name) => !hasMoved(name))).toEqual([]);
  });

  it('measures a call of KooDrive once, with all its attempts', async () => {
    const operation = 'getFile';
    const fileId = (await stack.call('GET', `/v1/spaces/${spaceId}/files`)).json<{ items: { id: string }[] }>().items[0]
      ?.id;
    stack.sandbox.faults.add({ match: { operation }, effect: { status: 503 }, times: 1 });
    const response = await stack.call('GET', `/v1/spaces/${spaceId}/files/${fileId ?? ''}`);
    expect(response.status).toBe(200);
    expect(await readValue(`koodrive_attempts_total{operation="${operation}"}`)).toBe(2);
    expect(await readValue(`koodrive_retries_total{operation="${operation}"}`)).toBe(1);
    expect(await readValue(`koodrive_request_duration_seconds_count{operation="${operation}",outcome="ok"}`)).toBe(1);
    expect(
      await readValue(`koodrive_request_duration_seconds_count{operation="${operation}",outcome="unreachable"}`),
    ).toBeUndefined();
  });

  it('counts minted Access Tokens', async () => {
    expect(await readValue('access_token_mints_total{kind="app-token",outcome="minted"}')).toBe(1);
  });

  it('counts problems by their code, those of requests that no route sees included', async () => {
    const readCount = async (code: string): Promise<number> => (await readValue(`problems_total{code="${code}"}`)) ?? 0;
    const [unmatched, unreadable, malformed] = [
      await readCount('route-not-found'),
      await readCount('bad-request'),
      await readCount('header-too-large'),
    ];
    await stack.call('GET', '/nowhere');
    await stack.sendRaw({ path: '/v1/spaces/%zz' });
    await stack.sendRaw({ path: '/v1/spaces', headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(await readCount('route-not-found')).toBe(unmatched + 1);
    expect(await readCount('bad-request')).toBe(unreadable + 1);
    expect(await readCount('header-too-large')).toBe(malformed + 1);
  });

  it('says whether Redis responds', async () => {
    expect(await readValue('store_up')).toBe(1);
    await redis.kill();
    await waitUntil('the gateway to notice', async () => (await readValue('store_up')) === 0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findSpace, type Job } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { waitUntil } from '../support/wait-until.js';

/** More than the audit log records one by one within a minute. */
const maxRefusals = 25;

let redis: RedisServer;
let stack: GatewayStack;
let spaceId: string;
beforeAll(async () => {
  redis = await startRedis();
  stack = await startGatewayStack({
    sandbox: { jobs: { waitMs: 600_000 } },
    env: { REDIS_URL: redis.url, RATE_LIMIT_REFUSALS: String(maxRefusals) },
  });
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterAll(async () => {
  await stack.close();
  await redis.stop();
});

/** What GET /metrics returns after a second at most: all its reads within a second get the same text. */
const renderMetrics = (): Promise<string> => stack.gateway.context.metrics.render();

/** The value of one time series; undefined if it does not exist. */
async function readValue(series: string): Promise<number | undefined> {
  const line = (await renderMetrics()).split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

/** The requests that move the metrics of this gateway. A new metric needs its request here. */
async function sendRequestsForAllMetrics(): Promise<void> {
  const files = `/v1/spaces/${spaceId}/files?limit=3`;
  stack.sandbox.faults.add({ match: { operation: 'getPersonalFiles' }, effect: { status: 503 }, times: 1 });
  expect((await stack.call('GET', files)).status).toBe(200);
  expect((await stack.call('GET', files)).headers.get('cache-status')).toContain('hit');
  stack.sandbox.deviations.start({ seed: 1, kinds: ['add'], times: 1 });
  expect((await stack.call('GET', '/v1/jobs')).status).toBe(200);
  expect((await stack.call('GET', '/v1/nowhere')).status).toBe(404);
  const headers = { 'idempotency-key': 'metrics' };
  expect((await stack.call('POST', '/v1/messages/read-all', { headers })).status).toBe(204);
  // For a caller without a user, KooDrive is called with the app's own token.
  const appKey = await stack.issueKey({ scopes: ['*'] });
  expect((await stack.call('GET', `/v1/users/${stack.userId}/spaces`, { key: appKey })).status).toBe(200);
  for (let call = 0; call <= maxRefusals; call += 1) await stack.call('GET', '/v1/me', { key: 'kdg_wrong' });
}

/** Opens an event stream, which is open until the result is aborted. */
async function openEventStream(): Promise<AbortController> {
  const body = { action: 'restore', spaceId, fileIds: ['F1'] };
  const { id } = (await stack.call('POST', '/v1/jobs', { body })).json<Job>();
  const controller = new AbortController();
  const init = { headers: { 'x-api-key': stack.key }, signal: controller.signal };
  expect((await fetch(`${stack.url}/v1/jobs/${id}/events`, init)).status).toBe(200);
  return controller;
}

describe('GET /metrics', () => {
  it('has no metric that nothing moves', async () => {
    await sendRequestsForAllMetrics();
    const stream = await openEventStream();
    const lines = (await renderMetrics()).split('\n');
    stream.abort();
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
    await stack.sendRaw({ path: '/%zz' });
    await stack.sendRaw({ path: '/v1/spaces', headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(await readCount('route-not-found')).toBe(unmatched + 1);
    expect(await readCount('bad-request')).toBe(unreadable + 1);
    expect(await readCount('header-too-large')).toBe(malformed + 1);
  });

  it('says whether Redis responds, and whether it evicts records', async () => {
    for (const name of ['store_up', 'cache_store_up', 'store_noeviction']) expect(await readValue(name)).toBe(1);
    await redis.kill();
    await waitUntil('the gateway to notice', async () => (await readValue('store_up')) === 0);
  });
});

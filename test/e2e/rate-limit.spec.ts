import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createGateway, type Gateway } from '../../apps/gateway/src/application.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import { waitUntil } from '../support/wait-until.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { buildGatewayEnvironment, startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

const unknownJobId = '0'.repeat(32);

interface TimedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly durationMs: number;
}

async function fetchTimed(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<TimedResponse> {
  const start = performance.now();
  const response = await fetch(url, { method, headers, signal: AbortSignal.timeout(10_000) });
  await response.arrayBuffer();
  return { status: response.status, headers: response.headers, durationMs: performance.now() - start };
}
const bearerHeaders = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });
const countByStatus = (responses: readonly TimedResponse[], status: number): number =>
  responses.filter((response) => response.status === status).length;

describe('two gateways on one Redis', () => {
  let folder: string;
  let keysFile: string;
  let sandbox: Sandbox;
  let redis: RedisServer;
  const gateways: Gateway[] = [];
  const urls: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-rates-'));
    keysFile = join(folder, 'api-keys.json');
    sandbox = await startSandbox();
    redis = await startRedis();
    const env = {
      ...buildGatewayEnvironment(sandbox, keysFile),
      REDIS_URL: redis.url,
      RATE_LIMIT_READS: '300',
      RATE_LIMIT_WRITES: '4',
    };
    const configuration = loadConfiguration(env);
    const { target } = configuration.upstream;
    if (target.kind !== 'remote') throw new Error('the sandbox runs already');
    for (let instance = 0; instance < 2; instance += 1) {
      const gateway = await createGateway(configuration, target);
      await gateway.app.listen({ host: '127.0.0.1', port: 0 });
      gateways.push(gateway);
      urls.push(await gateway.app.getUrl());
    }
  });
  afterAll(async () => {
    redis.thaw();
    for (const gateway of gateways) await gateway.close();
    await redis.stop();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function issueKey(): Promise<string> {
    const { text } = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId: sandbox.users()[0]?.userId });
    for (const { context } of gateways) await context.apiKeyRegistry.reloadIfChanged();
    return text;
  }
  const read = (instance: number, key: string): Promise<TimedResponse> =>
    fetchTimed(`${urls[instance] ?? ''}/v1/spaces?limit=1`, bearerHeaders(key));

  it('allow exactly as many reads as the limit', async () => {
    // On a busy machine Redis may exceed its command timeout. Then each gateway counts for itself (see the test below).
    const timeoutSpies = gateways.map(
      ({ context }) => context.rateLimitRedis && jest.spyOn(context.rateLimitRedis.availability, 'reportFailure'),
    );
    const statuses = await waitUntil(
      'a run without a Redis timeout',
      async () => {
        for (const spy of timeoutSpies) spy?.mockClear();
        const key = await issueKey();
        const responses: TimedResponse[] = [];
        for (let round = 0; round < 20; round += 1) {
          responses.push(...(await Promise.all(Array.from({ length: 20 }, (_, i) => read(i % 2, key)))));
        }
        const hadTimeout = timeoutSpies.some((spy) => spy && spy.mock.calls.length > 0);
        return !hadTimeout && [countByStatus(responses, 200), countByStatus(responses, 429)];
      },
      { timeoutMs: 30_000 },
    );
    expect(statuses).toEqual([300, 100]);
    expect(await read(0, await issueKey())).toMatchObject({ status: 200 });
  });

  it('count writes and reads separately', async () => {
    const key = await issueKey();
    const write = (i: number): Promise<TimedResponse> =>
      fetchTimed(`${urls[i % 2] ?? ''}/v1/jobs/${unknownJobId}/cancel`, bearerHeaders(key), 'POST');
    const responses: TimedResponse[] = [];
    for (let call = 0; call < 8; call += 1) responses.push(await write(call));
    expect(countByStatus(responses, 429)).toBe(4);
    expect(responses.slice(4).every(({ status }) => status === 429)).toBe(true);
    expect(await read(0, key)).toMatchObject({ status: 200 });
  });

  it('count separately while Redis is frozen, after one command timeout', async () => {
    const key = await issueKey();
    await read(0, key);
    redis.freeze();
    try {
      const keys = [await issueKey(), await issueKey(), await issueKey()];
      const responses: TimedResponse[] = [];
      for (const each of keys) for (let call = 0; call < 4; call += 1) responses.push(await read(0, each));
      expect(countByStatus(responses, 200)).toBe(12);
      // One call waits for the rate limiter, one for the shared cache tier; later calls skip Redis.
      expect(responses.filter(({ durationMs }) => durationMs > 200).length).toBeLessThanOrEqual(2);
      expect(Math.max(...responses.map(({ durationMs }) => durationMs))).toBeLessThan(900);
      const furtherResponses: TimedResponse[] = [];
      for (let round = 0; round < 16; round += 1) {
        furtherResponses.push(...(await Promise.all(Array.from({ length: 20 }, () => read(0, keys[0] ?? '')))));
      }
      expect(countByStatus(furtherResponses, 200)).toBe(296);
    } finally {
      redis.thaw();
    }
    await waitUntil(
      'the counts to be shared again',
      () => !gateways.some(({ context }) => context.rateLimitRedis?.availability.unavailable),
    );
    const sharedKey = await issueKey();
    await read(0, sharedKey);
    const response = await read(1, sharedKey);
    expect(Number(/;r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1])).toBeLessThan(299);
  });
});

describe('one gateway', () => {
  let stack: GatewayStack;
  beforeAll(async () => {
    stack = await startGatewayStack({
      env: { RATE_LIMIT_READS: '5', RATE_LIMIT_WRITES: '0', RATE_LIMIT_REFUSALS: '3' },
    });
  });
  afterAll(() => stack.close());

  it('returns with each response the number of calls left and the seconds until the next minute', async () => {
    const key = await stack.issueKey({ scopes: ['*'], userId: stack.userId });
    for (let left = 4; left >= 0; left -= 1) {
      const { status, headers } = await stack.call('GET', '/v1/spaces', { key });
      expect(status).toBe(200);
      expect(headers.get('ratelimit-policy')).toBe('"reads";q=5;w=60');
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"reads";r=${left};t=([1-5]?\\d|60)$`));
    }
    const rejected = await stack.call('GET', '/v1/spaces', { key });
    expect(rejected.status).toBe(429);
    expect(rejected.json()).toMatchObject({ code: 'too-many-requests', retryable: true });
    const retryAfterSeconds = Number(rejected.headers.get('retry-after'));
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(rejected.headers.get('ratelimit')).toBe(`"reads";r=0;t=${retryAfterSeconds}`);
  });

  it('does not limit health checks and kinds of calls with the limit 0', async () => {
    for (let call = 0; call < 20; call += 1) {
      expect((await stack.call('GET', '/ready')).status).toBe(200);
      const write = await stack.call('POST', `/v1/jobs/${unknownJobId}/cancel`);
      expect(write.status).not.toBe(429);
      expect(write.headers.get('ratelimit')).toBeNull();
    }
  });

  it('limits invalid credentials from an address, but not valid credentials from it', async () => {
    const callWithInvalidKey = (): ReturnType<GatewayStack['call']> =>
      stack.call('GET', '/v1/spaces', { key: `kdg_${'a'.repeat(12)}_${'A'.repeat(43)}00000000` });
    const statuses: number[] = [];
    for (let call = 0; call < 6; call += 1) statuses.push((await callWithInvalidKey()).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
    const key = await stack.issueKey({ scopes: ['*'], userId: stack.userId });
    expect((await stack.call('GET', '/v1/spaces', { key })).status).toBe(200);
    expect((await fetchTimed(`${stack.url}/v1/spaces`)).status).toBe(401);
  });
});

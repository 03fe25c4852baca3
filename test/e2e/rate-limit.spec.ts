import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createGateway, type Gateway } from '../../apps/gateway/src/application.js';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import { until } from '../support/deadline.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { environmentFor, startStack, type Stack } from '../support/stack.js';

const unknownJob = '0'.repeat(32);

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly ms: number;
}

async function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const start = performance.now();
  const answer = await fetch(url, { method, headers, signal: AbortSignal.timeout(10_000) });
  await answer.arrayBuffer();
  return { status: answer.status, headers: answer.headers, ms: performance.now() - start };
}
const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });
const count = (replies: readonly Reply[], status: number): number =>
  replies.filter((reply) => reply.status === status).length;

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
      ...environmentFor(sandbox, keysFile),
      REDIS_URL: redis.url,
      RATE_LIMIT_READS: '300',
      RATE_LIMIT_WRITES: '4',
    };
    const configuration = loadConfiguration(env);
    const { target } = configuration.upstream;
    if (target.kind !== 'remote') throw new Error('the sandbox is named');
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

  async function newKey(): Promise<string> {
    const { text } = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId: sandbox.users()[0]?.userId });
    for (const { parts } of gateways) await parts.keys.look();
    return text;
  }
  const read = (instance: number, key: string): Promise<Reply> =>
    get(`${urls[instance] ?? ''}/v1/spaces?limit=1`, bearer(key));

  it('let a caller read as often as the limit says, and not once more', async () => {
    // On a busy machine Redis may miss a command timeout: then each counts for itself, as another test says.
    const missed = gateways.map(({ parts }) => parts.counts && jest.spyOn(parts.counts.availability, 'failed'));
    const statuses = await until(
      'a run in which Redis is never late',
      async () => {
        for (const spy of missed) spy?.mockClear();
        const key = await newKey();
        const replies: Reply[] = [];
        for (let round = 0; round < 20; round += 1) {
          replies.push(...(await Promise.all(Array.from({ length: 20 }, (_, i) => read(i % 2, key)))));
        }
        const late = missed.some((spy) => spy && spy.mock.calls.length > 0);
        return !late && [count(replies, 200), count(replies, 429)];
      },
      { within: 30_000 },
    );
    expect(statuses).toEqual([300, 100]);
    expect(await read(0, await newKey())).toMatchObject({ status: 200 });
  });

  it('count writes apart from reads', async () => {
    const key = await newKey();
    const write = (i: number): Promise<Reply> =>
      get(`${urls[i % 2] ?? ''}/v1/jobs/${unknownJob}/cancel`, bearer(key), 'POST');
    const replies: Reply[] = [];
    for (let call = 0; call < 8; call += 1) replies.push(await write(call));
    expect(count(replies, 429)).toBe(4);
    expect(replies.slice(4).every(({ status }) => status === 429)).toBe(true);
    expect(await read(0, key)).toMatchObject({ status: 200 });
  });

  it('count each for itself while Redis is frozen, at the price of one command timeout', async () => {
    const key = await newKey();
    await read(0, key);
    redis.freeze();
    try {
      const other = [await newKey(), await newKey(), await newKey()];
      const replies: Reply[] = [];
      for (const each of other) for (let call = 0; call < 4; call += 1) replies.push(await read(0, each));
      expect(count(replies, 200)).toBe(12);
      // One for the counts, one for the answers' second tier; all after them know that Redis is away.
      expect(replies.filter(({ ms }) => ms > 200).length).toBeLessThanOrEqual(2);
      expect(Math.max(...replies.map(({ ms }) => ms))).toBeLessThan(900);
      const many: Reply[] = [];
      for (let round = 0; round < 16; round += 1) {
        many.push(...(await Promise.all(Array.from({ length: 20 }, () => read(0, other[0] ?? '')))));
      }
      expect(count(many, 200)).toBe(296);
    } finally {
      redis.thaw();
    }
    await until('the counts to be shared again', () => !gateways.some(({ parts }) => parts.counts?.availability.away));
    const shared = await newKey();
    await read(0, shared);
    const seen = await read(1, shared);
    expect(Number(/;r=(\d+)/.exec(seen.headers.get('ratelimit') ?? '')?.[1])).toBeLessThan(299);
  });
});

describe('one gateway', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({
      env: { RATE_LIMIT_READS: '5', RATE_LIMIT_WRITES: '0', RATE_LIMIT_REFUSALS: '3' },
    });
  });
  afterAll(() => stack.close());

  it('tells with each answer how much is left, and when it begins anew', async () => {
    const key = await stack.newKey({ scopes: ['*'], userId: stack.userId });
    for (let left = 4; left >= 0; left -= 1) {
      const { status, headers } = await stack.call('GET', '/v1/spaces', { key });
      expect(status).toBe(200);
      expect(headers.get('ratelimit-policy')).toBe('"reads";q=5;w=60');
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"reads";r=${left};t=([1-5]?\\d|60)$`));
    }
    const refused = await stack.call('GET', '/v1/spaces', { key });
    expect(refused.status).toBe(429);
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', retryable: true });
    const after = Number(refused.headers.get('retry-after'));
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThanOrEqual(60);
    expect(refused.headers.get('ratelimit')).toBe(`"reads";r=0;t=${after}`);
  });

  it('does not limit health, nor what has the limit 0', async () => {
    for (let call = 0; call < 20; call += 1) {
      expect((await stack.call('GET', '/ready')).status).toBe(200);
      const write = await stack.call('POST', `/v1/jobs/${unknownJob}/cancel`);
      expect(write.status).not.toBe(429);
      expect(write.headers.get('ratelimit')).toBeNull();
    }
  });

  it('stops to judge guesses from an address, while good credentials from there go on', async () => {
    const guess = (): ReturnType<Stack['call']> =>
      stack.call('GET', '/v1/spaces', { key: `kdg_${'a'.repeat(12)}_${'A'.repeat(43)}00000000` });
    const statuses: number[] = [];
    for (let call = 0; call < 6; call += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
    const key = await stack.newKey({ scopes: ['*'], userId: stack.userId });
    expect((await stack.call('GET', '/v1/spaces', { key })).status).toBe(200);
    expect((await get(`${stack.url}/v1/spaces`)).status).toBe(401);
  });
});

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { Gateway } from '../../apps/gateway/src/application.js';
import { type GatewayStack, startSecondGateway } from '../support/gateway-stack.js';
import { findFreePort } from '../support/ports.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { type BrowserResponse, signIn, SimulatedBrowser } from '../support/simulated-browser.js';
import { problemCode, startSignInStack } from '../support/sign-in-stack.js';
import { waitUntil } from '../support/wait-until.js';

let redis: RedisServer;
let stack: GatewayStack;
let second: Gateway;
let gatewayUrls: readonly [string, string];
let browser: SimulatedBrowser;

beforeEach(async () => {
  redis = await startRedis();
  browser = new SimulatedBrowser();
  const env = { REDIS_URL: redis.url, ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}` };
  const started = await startSignInStack({ env });
  stack = started.stack;
  const port = await findFreePort();
  const settings = { ...env, LOGIN_DOMAIN: `${started.gateway}/auth/callback`, PORT: String(port) };
  second = await startSecondGateway(stack, settings);
  gatewayUrls = [started.gateway, `http://localhost:${port}`];
  await signIn(browser, started.gateway, stack.userId);
});
afterEach(async () => {
  await second?.close();
  await stack?.close();
  await redis?.stop();
});

async function withClient<T>(work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(redis.url);
  return work(client).finally(() => client.disconnect());
}

/** @returns a function that kills Redis and starts it again with what it holds now */
async function saveRedis(): Promise<() => Promise<void>> {
  const records = await withClient(async (client) =>
    Promise.all((await client.keys('*')).map(async (key) => ({ key, dump: await client.dumpBuffer(key) }))),
  );
  return async () => {
    await redis.kill();
    redis = await startRedis({ port: redis.port });
    await withClient(async (client) => {
      for (const { key, dump } of records) if (dump) await client.restore(key, 600_000, dump);
    });
    for (const { context } of [stack.gateway, second])
      await waitUntil('the gateways to be connected again', () => context.stores.store.available);
  };
}

const getSession = (instance: 0 | 1): Promise<BrowserResponse> =>
  browser.fetchSameOrigin('GET', `${gatewayUrls[instance]}/auth/session`);

async function countQuestions(): Promise<number> {
  const texts = await Promise.all([stack.gateway, second].map(({ context }) => context.metrics.render()));
  return texts
    .flatMap((text) => [...text.matchAll(/^koodrive_attempts_total\{operation="authSession"\} (\d+)$/gm)])
    .reduce((sum, [, count]) => sum + Number(count), 0);
}

describe('R18: a Redis that was restarted with older data', () => {
  it('revives no browser session that has ended, at no instance', async () => {
    const restore = await saveRedis();
    expect((await browser.fetchSameOrigin('POST', `${gatewayUrls[0]}/auth/logout`)).status).toBe(204);
    const cookie = browser.setCookieHeaders.find((line) => /^koodrive-session-dev=[\w-]{43};/.test(line)) ?? '';
    browser.cookies.set('localhost', new Map([['koodrive-session-dev', /=([\w-]+);/.exec(cookie)?.[1] ?? '']]));
    expect(problemCode(await getSession(1))).toBe('session-ended');
    await restore();
    expect(await withClient(async (client) => client.keys('koodrive:session:*'))).toHaveLength(1);
    // The second instance has not ended it: it asks KooDrive.
    expect(problemCode(await getSession(1))).toBe('session-ended');
    expect(problemCode(await getSession(0))).toBe('session-ended');
  }, 60_000);

  it('ends no browser session that goes on, and asks KooDrive once about each', async () => {
    const restore = await saveRedis();
    await restore();
    for (const instance of [1, 0, 1, 0] as const) expect((await getSession(instance)).status).toBe(200);
    expect(await countQuestions()).toBe(1);
  }, 60_000);

  it('accepts no browser session while KooDrive cannot be asked', async () => {
    const restore = await saveRedis();
    await restore();
    stack.sandbox.faults.add({ match: { operation: 'authSession' }, effect: { status: 503 } });
    expect(problemCode(await getSession(1))).toBe('store-unavailable');
    stack.sandbox.faults.clear();
    await waitUntil('the session to be accepted', async () => (await getSession(1)).status === 200);
  }, 60_000);
});

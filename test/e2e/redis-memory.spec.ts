import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { type DriveFile, findFileByName, findSpace, issueKeyFor, parseProblem } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack } from '../support/gateway-stack.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { OffsetClock, startSignInStack } from '../support/sign-in-stack.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';
import { waitUntil } from '../support/wait-until.js';

const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function start(...extraArgs: string[]): Promise<{ server: RedisServer; client: Redis }> {
  const server = await startRedis({ extraArgs });
  const client = new Redis(server.url);
  closeables.push({ close: () => server.stop() }, { close: () => client.disconnect() });
  return { server, client };
}

const clock = new OffsetClock();

async function startGateway(redisUrl: string, cacheRedisUrl = ''): Promise<{ stack: GatewayStack; gateway: string }> {
  clock.offsetMs = 0;
  const started = await startSignInStack({ clock, env: { REDIS_URL: redisUrl, CACHE_REDIS_URL: cacheRedisUrl } });
  closeables.push(started.stack);
  return started;
}

const countEvictions = async (client: Redis): Promise<number> =>
  Number(/evicted_keys:(\d+)/.exec(await client.info('stats'))?.[1]);
const listKeys = async (client: Redis, pattern: string): Promise<number> => (await client.keys(pattern)).length;
const isReplayed = ({ headers }: GatewayResponse): boolean => headers.get('idempotent-replayed') === 'true';
const getReadiness = async (stack: GatewayStack): Promise<unknown> => (await stack.call('GET', '/ready')).json();
const readMetrics = async (stack: GatewayStack): Promise<string> => (await stack.call('GET', '/metrics')).text;
const countWarnings = (stack: GatewayStack, text: string): number =>
  stack.readLogLines().filter((line) => line.includes(text)).length;

const createFolder = (stack: GatewayStack, spaceId: string, name: string, key?: string): Promise<GatewayResponse> =>
  stack.call('POST', `/v1/spaces/${spaceId}/folders`, {
    body: { name },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });

/** Reads about 10 MB of lists that are cached. */
async function readManyLists(stack: GatewayStack): Promise<void> {
  const key = await issueKeyFor(stack, 'Amara Okafor');
  const spaceId = (await findSpace(stack, 'department', key)).id;
  const folderId = (await findFileByName(stack, spaceId, 'Measurements', { key })).id;
  const sorts = ['name', '-name', 'size', '-size', 'modifiedAt', '-modifiedAt'];
  for (let limit = 1; limit <= 100; limit += 1) {
    const paths = sorts.map((sort) => `/v1/spaces/${spaceId}/files?parent=${folderId}&sort=${sort}&limit=${limit}`);
    await Promise.all(paths.map((path) => stack.call('GET', path, { key })));
  }
}

describe('S31: one Redis that evicts', () => {
  it('holds what it was given before many cached responses, and each output tells of its policy', async () => {
    const { server, client } = await start('--maxmemory', '4mb', '--maxmemory-policy', 'volatile-lru');
    const { stack, gateway } = await startGateway(server.url);
    const browser = new SimulatedBrowser();
    await signIn(browser, gateway, stack.userId);
    const spaceId = (await findSpace(stack, 'individual')).id;
    const first = await createFolder(stack, spaceId, 'Once', 'once');
    await readManyLists(stack);
    const repeated = await createFolder(stack, spaceId, 'Once', 'once');
    expect([isReplayed(repeated), repeated.json<DriveFile>().id]).toEqual([true, first.json<DriveFile>().id]);
    expect((await browser.fetchSameOrigin('GET', `${gateway}/v1/me`)).status).toBe(200);
    expect([await countEvictions(client), await listKeys(client, 'koodrive:cache:[ev]*')]).toEqual([0, 0]);
    expect(await getReadiness(stack)).toMatchObject({ status: 'ok', store: 'up', storeEviction: 'on' });
    expect(await readMetrics(stack)).toContain('store_noeviction 0');
    expect(countWarnings(stack, 'set its maxmemory-policy to noeviction')).toBe(1);
    expect(countWarnings(stack, 'set CACHE_REDIS_URL')).toBe(1);
  });

  it('is checked again after a reconnection', async () => {
    const { server, client } = await start('--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru');
    const { stack } = await startGateway(server.url);
    const spaceId = (await findSpace(stack, 'individual')).id;
    await client.config('SET', 'maxmemory', '0');
    await client.call('CLIENT', 'KILL', 'TYPE', 'normal');
    await waitUntil('the new policy', async () =>
      JSON.stringify(await getReadiness(stack)).includes('"storeEviction":"off"'),
    );
    await waitUntil('a response in Redis', async () => {
      await stack.call('GET', `/v1/spaces/${spaceId}/files`, { headers: { 'cache-control': 'no-cache' } });
      return (await listKeys(client, 'koodrive:cache:entry:*')) > 0;
    });
  });
});

describe('S31: a Redis for cached responses', () => {
  it('gets them and all that keeps them exact, and the other Redis gets the rest', async () => {
    const store = await start('--maxmemory', '50mb');
    const cache = await start('--maxmemory', '4mb', '--maxmemory-policy', 'allkeys-lru');
    const { stack, gateway } = await startGateway(store.server.url, cache.server.url);
    await signIn(new SimulatedBrowser(), gateway, stack.userId);
    const spaceId = (await findSpace(stack, 'individual')).id;
    await createFolder(stack, spaceId, 'Once', 'once');
    await readManyLists(stack);
    expect(await countEvictions(cache.client)).toBeGreaterThan(0);
    expect(isReplayed(await createFolder(stack, spaceId, 'Once', 'once'))).toBe(true);
    const cacheNames = await cache.client.keys('*');
    expect(cacheNames.filter((name) => !name.startsWith('koodrive:cache:'))).toEqual([]);
    expect(await listKeys(store.client, 'koodrive:cache:*')).toBe(0);
    for (const pattern of ['session:*', 'idempotency:*', 'rate:*', '{budget:*'])
      expect([pattern, await listKeys(store.client, `koodrive:${pattern}`)]).not.toEqual([pattern, 0]);
    const states = { store: 'up', cacheStore: 'up', storeEviction: 'off' };
    expect(await getReadiness(stack)).toMatchObject({ status: 'ok', ...states });
    expect(countWarnings(stack, 'REDIS_URL')).toBe(0);
  });

  it('may be full: no call fails for it', async () => {
    const store = await start();
    const cache = await start('--maxmemory-policy', 'noeviction');
    const { stack } = await startGateway(store.server.url, cache.server.url);
    const spaceId = (await findSpace(stack, 'individual')).id;
    const path = `/v1/spaces/${spaceId}/files?limit=7`;
    await cache.client.config('SET', 'maxmemory', '1');
    for (let round = 1; round <= 3; round += 1) {
      const { id } = (await createFolder(stack, spaceId, `Round ${round}`)).json<DriveFile>();
      const listed = (await stack.call('GET', `${path}&sort=-modifiedAt`)).json<{ items: DriveFile[] }>().items;
      expect(listed.map((file) => file.id)).toContain(id);
    }
    await stack.call('GET', path);
    // The memory of the instance still caches: its lease was acquired before, and is renewed without more memory.
    expect((await stack.call('GET', path)).headers.get('cache-status')).toMatch(/; hit/);
  });
});

describe('S31: a Redis that is full and evicts nothing', () => {
  it('fails closed for what it would have to hold; reads and other writes continue', async () => {
    const { server, client } = await start();
    const { stack, gateway } = await startGateway(server.url);
    const spaceId = (await findSpace(stack, 'individual')).id;
    const browser = new SimulatedBrowser();
    await signIn(browser, gateway, stack.userId);
    const first = await createFolder(stack, spaceId, 'Once', 'once');
    await client.config('SET', 'maxmemory', '1');
    const rejected = await createFolder(stack, spaceId, 'Twice', 'twice');
    expect(parseProblem(rejected)).toMatchObject({ status: 503, code: 'store-unavailable', retryable: true });
    await expect(signIn(new SimulatedBrowser(), gateway, stack.userId)).rejects.toThrow('responded 503');
    // After a minute, the use of the browser session would be written.
    clock.offsetMs = 61_000;
    expect((await browser.fetchSameOrigin('GET', `${gateway}/v1/me`)).status).toBe(200);
    expect((await stack.call('GET', `/v1/spaces/${spaceId}/files?limit=3`)).status).toBe(200);
    expect((await createFolder(stack, spaceId, 'Twice')).status).toBe(201);
    await client.config('SET', 'maxmemory', '0');
    const repeated = await createFolder(stack, spaceId, 'Once', 'once');
    expect([isReplayed(repeated), repeated.text]).toEqual([true, first.text]);
  });
});

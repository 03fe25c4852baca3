import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { type RedisServer, startRedis } from '../../../test/support/redis.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { type MemoryPolicy, MemoryPolicyMonitor } from './memory-policy-monitor.js';
import { RedisStore } from './redis-store.js';

const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function startServer(...extraArgs: string[]): Promise<RedisServer> {
  const server = await startRedis({ extraArgs });
  closeables.push({ close: () => server.stop() });
  return server;
}

async function connect(url: string): Promise<RedisStore> {
  const store = new RedisStore({ url });
  closeables.push(store);
  await store.waitUntilReady(5_000);
  return store;
}

/** @returns every policy that the monitor reported */
async function startMonitor(storeUrl: string, cacheUrl?: string): Promise<MemoryPolicy[]> {
  const store = await connect(storeUrl);
  const reports: MemoryPolicy[] = [];
  const monitor = new MemoryPolicyMonitor(store, cacheUrl === undefined ? store : await connect(cacheUrl), (policy) =>
    reports.push(policy),
  );
  closeables.push(monitor);
  await monitor.start();
  expect(reports).toEqual([monitor.current]);
  return reports;
}

async function runCommand(server: RedisServer, command: string, ...args: string[]): Promise<void> {
  const client = new Redis(server.url);
  await client.call(command, args).finally(() => client.disconnect());
}

const limit = ['--maxmemory', '50mb'];
const volatileLru = [...limit, '--maxmemory-policy', 'volatile-lru'];
const createPolicy = (policy: Partial<MemoryPolicy>): MemoryPolicy => ({
  eviction: 'off',
  policy: 'noeviction',
  nearlyFull: false,
  mayStoreCachedResponses: true,
  ...policy,
});

describe('S31: MemoryPolicyMonitor', () => {
  it.each([
    ['has no limit', [], {}],
    ['has a limit and evicts nothing', limit, { mayStoreCachedResponses: false }],
    ['evicts', volatileLru, { eviction: 'on', policy: 'volatile-lru', mayStoreCachedResponses: false }],
  ] as const)('with one Redis for both: it %s', async (_what, args, expected) => {
    const { url } = await startServer(...args);
    expect(await startMonitor(url)).toEqual([createPolicy(expected)]);
  });

  it('lets cached responses into another Redis, but not into another database of the same one', async () => {
    const [server, other] = [await startServer(...limit), await startServer(...volatileLru)];
    expect(await startMonitor(server.url, other.url)).toEqual([createPolicy({})]);
    expect(await startMonitor(server.url, `${server.url}/1`)).toEqual([
      createPolicy({ mayStoreCachedResponses: false }),
    ]);
  });

  it('checks again after a reconnection, and reports only what is new', async () => {
    const server = await startServer(...limit);
    const reports = await startMonitor(server.url);
    await runCommand(server, 'CLIENT', 'KILL', 'TYPE', 'normal');
    await runCommand(server, 'CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    await runCommand(server, 'CLIENT', 'KILL', 'TYPE', 'normal');
    await waitUntil('the second report', () => reports.length > 1);
    expect(reports.slice(1)).toEqual([
      createPolicy({ eviction: 'on', policy: 'allkeys-lru', mayStoreCachedResponses: false }),
    ]);
  });

  it('reports a Redis that is nearly full, unless it evicts', async () => {
    const [full, evicting] = [await startServer(), await startServer('--maxmemory-policy', 'volatile-lru')];
    for (const server of [full, evicting]) await runCommand(server, 'CONFIG', 'SET', 'maxmemory', '1mb');
    expect(await startMonitor(full.url)).toMatchObject([{ nearlyFull: true }]);
    expect(await startMonitor(evicting.url)).toMatchObject([{ nearlyFull: false }]);
  });

  it('notices within seconds that a Redis is not nearly full any more', async () => {
    const server = await startServer();
    await runCommand(server, 'CONFIG', 'SET', 'maxmemory', '1mb');
    const reports = await startMonitor(server.url);
    await runCommand(server, 'CONFIG', 'SET', 'maxmemory', '0');
    await waitUntil('the second report', () => reports.length > 1, { timeoutMs: 4_000 });
    expect(reports[1]).toMatchObject({ nearlyFull: false });
  });

  it('assumes the worst where the user may not call INFO', async () => {
    // The Redis client warns that it cannot call INFO.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const server = await startServer(...volatileLru);
    await runCommand(server, 'ACL', 'SETUSER', 'app', 'on', '>secret', '~*', '&*', '+@all', '-info');
    const reports = await startMonitor(server.url.replace('redis://', 'redis://app:secret@'));
    expect(reports).toEqual([{ eviction: 'unknown', nearlyFull: false, mayStoreCachedResponses: false }]);
  });
});

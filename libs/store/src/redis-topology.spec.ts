import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { findFreePort } from '../../../test/support/ports.js';
import { startRedis, startSentinel, type RedisServer } from '../../../test/support/redis.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { RedisStore } from './redis-store.js';
import { sleep } from './sleep.js';
import { StoreUnavailableError } from './store.js';
import type { StoreObserver } from './store-observer.js';

const closeables: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function start(serverArguments: string[] = []): Promise<RedisServer> {
  const redis = await startRedis({ extraArgs: serverArguments });
  closeables.push({ close: () => redis.stop() });
  return redis;
}

async function sendCommand(redis: RedisServer, command: string, ...commandArguments: string[]): Promise<unknown> {
  const client = new Redis(redis.url);
  return client.call(command, commandArguments).finally(() => client.disconnect());
}

async function exercise(store: RedisStore): Promise<void> {
  const keys = Array.from({ length: 12 }, (_, i) => `key-${i}`);
  await Promise.all(keys.map((key) => store.set(key, key, 60_000)));
  expect((await store.getMany(keys)).map(String)).toEqual(keys);
  expect(await store.setIfEquals('key-1', 'key-1', 'new', 60_000)).toBe(true);
  expect(await store.delete(...keys)).toBe(12);
  const limits = { maxItems: 1, maxBytes: 10, removeOldest: true };
  for (const id of ['old', 'new']) await store.addToBoundedSet('set', { id, bytes: 5, ttlMs: 60_000 }, limits);
  await store.removeFromBoundedSet('set', 'new');
  expect(await store.readMemory()).toMatchObject({ limited: false, evicts: false });
  const messages: string[] = [];
  await store.subscribe('news', (m) => messages.push(m));
  await store.publish('news', 'hello');
  await waitUntil('the message', () => messages.includes('hello'));
}

/** Two masters without replicas, each with half of the slots. */
async function startCluster(): Promise<readonly [RedisServer, RedisServer]> {
  const clusterArguments = ['--cluster-enabled', 'yes'];
  const [a, b] = [await start(clusterArguments), await start(clusterArguments)];
  await sendCommand(a, 'CLUSTER', 'ADDSLOTSRANGE', '0', '8191');
  await sendCommand(b, 'CLUSTER', 'ADDSLOTSRANGE', '8192', '16383');
  await sendCommand(a, 'CLUSTER', 'MEET', '127.0.0.1', String(b.port));
  await waitUntil('the cluster to agree', async () => {
    const states = await Promise.all([a, b].map((node) => sendCommand(node, 'CLUSTER', 'INFO')));
    return states.every((state) => String(state).includes('cluster_state:ok'));
  });
  return [a, b];
}

describe('RedisStore with Redis Cluster', () => {
  it('works when it connects to any of the nodes', async () => {
    const [a, b] = await startCluster();
    const store = new RedisStore({ url: `redis+cluster://127.0.0.1:${b.port},127.0.0.1:${a.port}` });
    closeables.push(store);
    await store.waitUntilReady(5_000);
    await exercise(store);
  }, 30_000);

  it('serves the keys of the other nodes while one does not respond, and says so until it is back', async () => {
    const [a, b] = await startCluster();
    const reports = new Set<string>();
    const observer: StoreObserver = {
      reportSuccess: (capability) => void reports.add(`${capability} works`),
      reportFailure: (capability, { reason }) => void reports.add(`${capability}: ${reason}`),
    };
    const store = new RedisStore({ url: `redis+cluster://127.0.0.1:${a.port}`, observer });
    closeables.push(store);
    await store.waitUntilReady(5_000);
    const keys = Array.from({ length: 8 }, (_, i) => `key-${i}`);
    await Promise.all(keys.map((key) => store.set(key, key, 60_000)));
    const slots = await Promise.all(keys.map((key) => sendCommand(a, 'CLUSTER', 'KEYSLOT', key)));
    const keysOfA = keys.filter((_, i) => Number(slots[i]) <= 8191);
    const keysOfB = keys.filter((key) => !keysOfA.includes(key));

    b.freeze();
    await expect(store.getMany(keysOfB)).rejects.toThrow(StoreUnavailableError);
    reports.clear();
    const frozenUntilMs = performance.now() + 2_000;
    while (performance.now() < frozenUntilMs) {
      for (const key of keysOfA) expect(String(await store.get(key))).toBe(key);
      await store.publish('news', 'hello');
      await store.ping();
      expect(store.available).toBe(false);
      await sleep(10);
    }
    expect(reports).toContain('connection: timeout');
    expect(reports).not.toContain('connection works');

    b.thaw();
    await waitUntil('the node to be back', () => store.available);
    expect((await store.getMany(keys)).map(String)).toEqual(keys);
    expect(reports).toContain('connection works');
  }, 30_000);
});

async function startSentinelOf(master: RedisServer, lines: readonly string[] = []): Promise<number> {
  const sentinel = await startSentinel(master.port, { lines });
  closeables.push({ close: () => sentinel.stop() });
  return sentinel.port;
}

/** Every failure that the store reports, as `capability: reason`. */
function connectObserved(url: string): { readonly store: RedisStore; readonly failures: Set<string> } {
  const failures = new Set<string>();
  const observer: StoreObserver = {
    reportSuccess: () => undefined,
    reportFailure: (capability, { reason }) => void failures.add(`${capability}: ${reason}`),
  };
  const store = new RedisStore({ url, observer });
  closeables.push(store);
  return { store, failures };
}

describe('RedisStore with Redis Sentinel', () => {
  describe('where the Sentinels have a user and a password of their own', () => {
    const sentinelAccess = ['user default off', 'user watcher on >s3cret ~* &* +@all'];
    async function startAll(): Promise<{ port: number; master: RedisServer }> {
      const master = await start();
      await sendCommand(master, 'ACL', 'SETUSER', 'gateway', 'on', '>m4ster', '~*', '&*', '+@all');
      await sendCommand(master, 'ACL', 'SETUSER', 'default', 'resetpass', '>other');
      const lines = ['sentinel auth-user main gateway', 'sentinel auth-pass main m4ster', ...sentinelAccess];
      return { port: await startSentinelOf(master, lines), master };
    }

    it('finds the master with them', async () => {
      const { port } = await startAll();
      const query = 'sentinelUser=watcher&sentinelPassword=s3cret';
      const { store, failures } = connectObserved(`redis+sentinel://gateway:m4ster@127.0.0.1:${port}/main?${query}`);
      await store.waitUntilReady(10_000);
      await exercise(store);
      expect([...failures].filter((failure) => failure.includes('password'))).toEqual([]);
    }, 30_000);

    it.each([
      ['', 'connection: sentinel-password-required'],
      ['?sentinelUser=watcher&sentinelPassword=m4ster', 'connection: sentinel-wrong-password'],
    ])(
      'with %j reports why it is not connected',
      async (query, failure) => {
        const { port } = await startAll();
        const { failures } = connectObserved(`redis+sentinel://gateway:m4ster@127.0.0.1:${port}/main${query}`);
        await waitUntil('the reason', () => failures.has(failure));
      },
      30_000,
    );
  });

  it('reports that no Sentinel knows the master, or responds', async () => {
    const port = await startSentinelOf(await start());
    const unknown = connectObserved(`redis+sentinel://127.0.0.1:${port}/other`);
    await waitUntil('the reason', () => unknown.failures.has('connection: sentinel-knows-no-master'));
    const unreachable = connectObserved(`redis+sentinel://127.0.0.1:${await findFreePort()}/main`);
    await waitUntil('the reason', () => unreachable.failures.has('connection: sentinels-unreachable'));
  }, 30_000);

  it('finds the master where all have the same password, and where the Sentinels have none', async () => {
    const master = await start();
    await sendCommand(master, 'CONFIG', 'SET', 'requirepass', 'pw');
    for (const lines of [['requirepass pw', 'sentinel auth-pass main pw'], ['sentinel auth-pass main pw']]) {
      const port = await startSentinelOf(master, lines);
      const store = new RedisStore({ url: `redis+sentinel://:pw@127.0.0.1:${port}/main` });
      closeables.push(store);
      await store.waitUntilReady(10_000);
      await exercise(store);
    }
  }, 30_000);

  it('finds the master', async () => {
    const port = await startSentinelOf(await start());
    const store = new RedisStore({ url: `redis+sentinel://127.0.0.1:${port}/main` });
    closeables.push(store);
    await store.waitUntilReady(10_000);
    await exercise(store);
  }, 30_000);
});

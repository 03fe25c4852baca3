import { afterEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { findFreePort } from '../../../test/support/ports.js';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { preventSnapshots } from '../../../test/support/redis/snapshots.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { RedisStore } from './redis-store.js';
import { sleep } from './sleep.js';
import { StoreUnavailableError } from './store.js';

const commandTimeoutMs = 250;
const closeables: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function startServer(options?: Parameters<typeof startRedis>[0]): Promise<RedisServer> {
  const redis = await startRedis(options);
  closeables.push({ close: () => redis.stop() });
  return redis;
}

async function connect(url: string, readyTimeoutMs = 5_000): Promise<RedisStore> {
  const store = new RedisStore({ url });
  closeables.push(store);
  await store.waitUntilReady(readyTimeoutMs);
  return store;
}

/** Milliseconds until the action rejects with StoreUnavailableError. */
async function measureFailureMs(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await expect(action()).rejects.toBeInstanceOf(StoreUnavailableError);
  return performance.now() - start;
}

const isReachable = (store: RedisStore) => (): Promise<boolean> =>
  store.ping().then(
    () => true,
    () => false,
  );

describe('RedisStore with a frozen Redis', () => {
  it('delays the first command by one command timeout and fails later commands at once', async () => {
    const redis = await startServer();
    const store = await connect(redis.url);
    redis.freeze();
    expect(await measureFailureMs(() => store.get('a'))).toBeLessThan(2 * commandTimeoutMs);
    for (let i = 0; i < 20; i++)
      expect(await measureFailureMs(() => store.get('a'))).toBeLessThan(commandTimeoutMs / 2);
  });

  it('never delays a command while Redis stays frozen, because the probe runs in the background', async () => {
    const redis = await startServer();
    const store = await connect(redis.url);
    redis.freeze();
    await measureFailureMs(() => store.get('a'));
    const end = performance.now() + 2_000;
    let slowest = 0;
    await waitUntil('two seconds of commands', async () => {
      slowest = Math.max(slowest, await measureFailureMs(() => store.get('a')));
      return performance.now() > end;
    });
    expect(slowest).toBeLessThan(commandTimeoutMs / 2);
  });

  it('uses Redis again soon after it resumes', async () => {
    const redis = await startServer();
    const store = await connect(redis.url);
    await store.set('a', 'stored value', 60_000);
    redis.freeze();
    await measureFailureMs(() => store.get('a'));
    redis.thaw();
    await waitUntil('the store to be available', isReachable(store), { timeoutMs: 2_500 });
    expect(String(await store.get('a'))).toBe('stored value');
  });

  it('reports the outage to subscribers and subscribes again afterwards', async () => {
    const redis = await startServer();
    const store = await connect(redis.url);
    const messages: string[] = [];
    const states: string[] = [];
    await store.subscribe(
      'c',
      (m) => messages.push(m),
      (s) => states.push(s),
    );
    redis.freeze();
    await waitUntil('the subscriber to notice', () => states.at(-1) === 'down', { timeoutMs: 3_000 });
    redis.thaw();
    await waitUntil('the subscriber to reconnect', () => states.at(-1) === 'up', { timeoutMs: 5_000 });
    await waitUntil('the store to be available', isReachable(store), { timeoutMs: 2_500 });
    await store.publish('c', 'again');
    await waitUntil('the message', () => messages.includes('again'));
    expect(states).toEqual(['up', 'down', 'up']);
  });
});

describe('RedisStore with a killed Redis', () => {
  it('fails at once and uses Redis again within five seconds of its restart', async () => {
    const redis = await startServer();
    const store = await connect(redis.url);
    const messages: string[] = [];
    const states: string[] = [];
    await store.subscribe(
      'c',
      (m) => messages.push(m),
      (s) => states.push(s),
    );
    await redis.kill();
    await waitUntil('the subscriber to notice', () => states.at(-1) === 'down', { timeoutMs: 1_000 });
    expect(await measureFailureMs(() => store.get('a'))).toBeLessThan(2 * commandTimeoutMs);
    await startServer({ port: redis.port });
    await waitUntil('the store to be available', isReachable(store), { timeoutMs: 5_000 });
    await waitUntil('the subscriber to reconnect', () => states.at(-1) === 'up', { timeoutMs: 5_000 });
    await store.publish('c', 'again');
    await waitUntil('the message', () => messages.includes('again'));
  });

  it('fails at once when Redis was never reachable, without an unhandled error event', async () => {
    const store = new RedisStore({ url: `redis://127.0.0.1:${await findFreePort()}` });
    closeables.push(store);
    await store.waitUntilReady(300);
    expect(await measureFailureMs(() => store.get('a'))).toBeLessThan(2 * commandTimeoutMs);
    await expect(store.subscribe('c', () => undefined)).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});

describe('errors of RedisStore', () => {
  it('contain neither the password, nor a key, nor a value', async () => {
    const redis = await startServer();
    const administrator = new Redis(redis.url);
    await administrator.config('SET', 'requirepass', 'right-password');
    administrator.disconnect();
    const store = await connect(redis.url.replace('redis://', 'redis://:canary-password@'), 500);
    const errors = await Promise.all([
      store.set('canary-key', 'canary-value', 1_000).catch((error: unknown) => error),
      store.subscribe('canary-channel', () => undefined).catch((error: unknown) => error),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(StoreUnavailableError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('canary-');
    }
  });

  it('contain the code of an error reply, which does not count as unavailability', async () => {
    const redis = await startServer({ extraArgs: ['--maxmemory', '1'] });
    const store = await connect(redis.url);
    await expect(store.set('a', 'b', 1_000)).rejects.toThrow('the store rejected the command: OOM');
    expect(await store.get('a')).toBeUndefined();
  });

  it('report the store as unavailable after it was closed', async () => {
    const redis = await startServer();
    const store = await connect(redis.url);
    await store.close();
    await measureFailureMs(() => store.get('a'));
    await measureFailureMs(() => store.subscribe('a', () => undefined));
  });
});

describe('RedisStore with a full Redis that evicts nothing', () => {
  it('rejects writes, but responds to reads and renews locks', async () => {
    const redis = await startServer();
    const client = new Redis(redis.url);
    closeables.push({ close: async () => client.disconnect() });
    const store = await connect(redis.url);
    await store.set('lock', 'owner', 60_000);
    const limits = { maxItems: 2, maxBytes: 100, removeOldest: false };
    await store.addToBoundedSet('set with an expired item', { id: 'b', bytes: 1, ttlMs: 60_000 }, limits);
    await store.addToBoundedSet('set with an expired item', { id: 'a', bytes: 1, ttlMs: 1 }, limits);
    await client.config('SET', 'maxmemory', '1');
    await expect(store.set('session', 'x', 60_000)).rejects.toThrow('the store rejected the command: OOM');
    await expect(store.setIfAbsent('session', 'x', 60_000)).rejects.toBeInstanceOf(StoreUnavailableError);
    for (const key of ['set', 'set with an expired item']) {
      const addition = store.addToBoundedSet(key, { id: 'c', bytes: 1, ttlMs: 60_000 }, limits);
      await expect(addition).rejects.toBeInstanceOf(StoreUnavailableError);
    }
    await expect(store.setIfEquals('lock', 'owner', 'other', 60_000)).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await store.setIfEquals('lock', 'owner', 'owner', 120_000)).toBe(true);
    expect(String(await store.get('lock'))).toBe('owner');
    expect(store.available).toBe(true);
    await client.config('SET', 'maxmemory', '0');
    expect(await store.setIfAbsent('session', 'x', 60_000)).toBe(true);
  });
});

describe('A Redis that became a replica', () => {
  it('is still read, and not tried again with each rejected write', async () => {
    const redis = await startServer();
    const store = await connect(redis.url);
    await store.set('a', 'x', 60_000);
    const client = new Redis(redis.url);
    try {
      await client.call('REPLICAOF', '127.0.0.1', '1');
      let reads = 0;
      for (let attempt = 0; attempt < 150; attempt += 1) {
        await expect(store.set('a', 'y', 60_000)).rejects.toThrow(StoreUnavailableError);
        if ((await store.get('a').catch(() => undefined)) !== undefined) reads += 1;
        await sleep(10);
      }
      // The others were lost to one other connection: the address may lead to another server meanwhile.
      expect(reads).toBeGreaterThan(100);
      await client.call('REPLICAOF', 'NO', 'ONE');
      await waitUntil('a write', () =>
        store.set('a', 'z', 60_000).then(
          () => true,
          () => false,
        ),
      );
    } finally {
      client.disconnect();
    }
  });
});

describe('A Redis that cannot save its data', () => {
  it('rejects writes and pings, but is read, delivers messages and is used again after an outage', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-unsaved-'));
    closeables.push({ close: () => rm(folder, { recursive: true }) });
    const redis = await startServer({ folder });
    const store = await connect(redis.url);
    await store.set('a', 'stored value', 60_000);
    const messages: string[] = [];
    const states: string[] = [];
    await store.subscribe(
      'c',
      (message) => messages.push(message),
      (state) => states.push(state),
    );
    const admin = new Redis(redis.url);
    closeables.push({ close: async () => admin.disconnect() });
    await preventSnapshots(admin, folder);
    await expect(store.set('a', 'other', 60_000)).rejects.toThrow('MISCONF');
    await expect(store.ping()).rejects.toThrow('MISCONF');
    expect(String(await store.get('a'))).toBe('stored value');
    // Longer than several heartbeats of the subscription.
    await sleep(3_000);
    expect(states).toEqual(['up']);

    redis.freeze();
    await measureFailureMs(() => store.get('a'));
    redis.thaw();
    await waitUntil('the store to be available', () => store.available, { timeoutMs: 5_000 });
    expect(String(await store.get('a'))).toBe('stored value');
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../../../test/support/wait-until.js';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { acquireLock, LockLostError } from './lock.js';
import { RedisStore } from './redis-store.js';
import { StoreUnavailableError } from './store.js';

const closeables: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function startTwoStores(): Promise<{ server: RedisServer; stores: [RedisStore, RedisStore] }> {
  const server = await startRedis();
  closeables.push({ close: () => server.stop() });
  const stores: [RedisStore, RedisStore] = [new RedisStore({ url: server.url }), new RedisStore({ url: server.url })];
  closeables.push(...stores);
  for (const store of stores) await store.waitUntilReady(5_000);
  return { server, stores };
}

/** Reads `count` times whether the lock exists. */
async function sampleLockHeld(store: RedisStore, name: string, count: number): Promise<boolean[]> {
  const samples: boolean[] = [];
  await waitUntil(`${count} samples`, async () => {
    samples.push((await store.get(name)) !== undefined);
    return samples.length === count;
  });
  return samples;
}

describe('acquireLock', () => {
  it('returns undefined while another owner holds the lock, and acquires it after the release', async () => {
    const { stores } = await startTwoStores();
    const [a, b] = stores;
    const lock = await acquireLock(a, 'l', { ttlMs: 5_000 });
    expect(lock).not.toBeUndefined();
    expect(await acquireLock(b, 'l', { ttlMs: 5_000 })).toBeUndefined();
    await lock?.release();
    const next = await acquireLock(b, 'l', { ttlMs: 5_000 });
    expect(next).not.toBeUndefined();
    await next?.release();
  });

  it('gives the lock to one of several concurrent callers', async () => {
    const { stores } = await startTwoStores();
    const locks = await Promise.all([...stores, ...stores].map((store) => acquireLock(store, 'l', { ttlMs: 5_000 })));
    const acquired = locks.filter((lock) => lock !== undefined);
    expect(acquired).toHaveLength(1);
    await acquired[0]?.release();
  });

  it('renews the lock beyond its TTL until it is released', async () => {
    const { stores } = await startTwoStores();
    const lock = await acquireLock(stores[0], 'l', { ttlMs: 240 });
    const samples = await sampleLockHeld(stores[1], 'l', 30);
    expect(samples).not.toContain(false);
    expect(lock?.signal.aborted).toBe(false);
    await lock?.release();
    expect(await stores[1].get('l')).toBeUndefined();
  });

  it('aborts the signal of the holder when another owner has the lock', async () => {
    const { stores } = await startTwoStores();
    const lock = await acquireLock(stores[0], 'l', { ttlMs: 240 });
    await stores[1].set('l', 'another', 5_000);
    await waitUntil('the signal to abort', () => lock?.signal.aborted);
    expect(lock?.signal.reason).toBeInstanceOf(LockLostError);
    await lock?.release();
    expect(String(await stores[1].get('l'))).toBe('another');
  });

  it('aborts the signal of the holder when the store is unavailable for longer than the TTL', async () => {
    const { server, stores } = await startTwoStores();
    const lock = await acquireLock(stores[0], 'l', { ttlMs: 300 });
    server.freeze();
    await waitUntil('the signal to abort', () => lock?.signal.aborted, { timeoutMs: 1_500 });
  });

  it('rejects when the store is unavailable', async () => {
    const { server, stores } = await startTwoStores();
    await server.kill();
    await expect(acquireLock(stores[0], 'l', { ttlMs: 500 })).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});

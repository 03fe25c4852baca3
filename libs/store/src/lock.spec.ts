import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../test/support/deadline.js';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { acquireLock, LockHeldError, LockLostError, withLock } from './lock.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';
import { StoreUnavailableError } from './store.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function twoStores(): Promise<{ server: RedisServer; stores: [RedisStore, RedisStore] }> {
  const server = await startRedis();
  opened.push({ close: () => server.stop() });
  const stores: [RedisStore, RedisStore] = [new RedisStore({ url: server.url }), new RedisStore({ url: server.url })];
  opened.push(...stores);
  for (const store of stores) await store.ready(5_000);
  return { server, stores };
}

/** Resolves at the n-th try for a lock after now, from another's view. */
async function tries(store: MemoryStore | RedisStore, name: string, count: number): Promise<boolean[]> {
  const taken: boolean[] = [];
  await until(`${count} looks`, async () => {
    taken.push((await store.get(name)) !== null);
    return taken.length === count;
  });
  return taken;
}

describe('a lock', () => {
  it('is held by one, and free again when the work is done', async () => {
    const { stores } = await twoStores();
    const [a, b] = stores;
    await withLock(a, 'l', { ttlMs: 5_000 }, async () => {
      await expect(withLock(b, 'l', { ttlMs: 5_000 }, async () => 'too')).rejects.toBeInstanceOf(LockHeldError);
    });
    expect(await withLock(b, 'l', { ttlMs: 5_000 }, async () => 'now')).toBe('now');
  });

  it('is free again when the work failed', async () => {
    const store = new MemoryStore();
    await expect(withLock(store, 'l', { ttlMs: 5_000 }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await store.get('l')).toBeNull();
  });

  it('lets those who wait in, one at a time', async () => {
    const { stores } = await twoStores();
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await Promise.resolve();
      inside -= 1;
    };
    await Promise.all(stores.flatMap((s) => [1, 2].map(() => withLock(s, 'l', { ttlMs: 5_000, waitMs: 5_000 }, work))));
    expect(most).toBe(1);
  });

  it('outlives its own life while the work goes on, since it is renewed', async () => {
    const { stores } = await twoStores();
    const lock = await acquireLock(stores[0], 'l', { ttlMs: 240 });
    const seen = await tries(stores[1], 'l', 30);
    expect(seen).not.toContain(false);
    expect(lock?.signal.aborted).toBe(false);
    await lock?.release();
    expect(await stores[1].get('l')).toBeNull();
  });

  it('tells its holder when another has it', async () => {
    const { stores } = await twoStores();
    const lock = await acquireLock(stores[0], 'l', { ttlMs: 240 });
    await stores[1].set('l', 'another', 5_000);
    await until('the holder to be told', () => lock?.signal.aborted);
    expect(lock?.signal.reason).toBeInstanceOf(LockLostError);
    await lock?.release();
    expect(String(await stores[1].get('l'))).toBe('another');
  });

  it('counts as lost when the store is away for longer than its life', async () => {
    const { server, stores } = await twoStores();
    const lock = await acquireLock(stores[0], 'l', { ttlMs: 300 });
    server.freeze();
    await until('the holder to be told', () => lock?.signal.aborted, { within: 1_500 });
  });

  it('is not waited for by one who gives up', async () => {
    const store = new MemoryStore();
    const held = await acquireLock(store, 'l', { ttlMs: 5_000 });
    const signal = AbortSignal.timeout(30);
    const waiting = withLock(store, 'l', { ttlMs: 5_000, waitMs: 60_000, signal }, async () => 'never');
    const reason: unknown = await waiting.catch((error: unknown) => error);
    expect(reason).toBe(signal.reason);
    await held?.release();
  });

  it('cannot be had where the store is away', async () => {
    const { server, stores } = await twoStores();
    await server.kill();
    await expect(withLock(stores[0], 'l', { ttlMs: 500 }, async () => 1)).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { ManualClock } from './manual-clock.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';
import type { Store } from './store.js';

interface Adapter {
  readonly name: string;
  start(): Promise<Store>;
  /** Resolves when the clock of the store has advanced by at least `ms`. */
  advanceTime(store: Store, ms: number): Promise<unknown>;
  stop(): Promise<void>;
}

function createMemoryAdapter(): Adapter {
  const clock = new ManualClock();
  return {
    name: 'MemoryStore',
    start: async () => new MemoryStore({ clock }),
    advanceTime: async (_, ms) => clock.advance(ms),
    stop: async () => undefined,
  };
}

function createRedisAdapter(): Adapter {
  let server: RedisServer;
  return {
    name: 'RedisStore',
    async start() {
      server = await startRedis();
      const store = new RedisStore({ url: server.url, prefix: 'test:' });
      await store.waitUntilReady(5_000);
      return store;
    },
    // Redis has its own clock: the expiry of a key with this TTL shows that the time has passed.
    async advanceTime(store, ms) {
      await store.set('timer', 'running', ms);
      await waitUntil('the timer key to expire', async () => (await store.get('timer')) === undefined, {
        intervalMs: 2,
      });
    },
    stop: () => server.stop(),
  };
}

describe.each([createMemoryAdapter(), createRedisAdapter()])('$name as a Store', (adapter) => {
  let store: Store;
  let counter = 0;
  const createKey = (): string => `key-${++counter}`;

  beforeAll(async () => {
    store = await adapter.start();
  });
  afterAll(async () => {
    await store.close();
    await adapter.stop();
  });

  it('returns the stored bytes, whatever they are', async () => {
    const key = createKey();
    const bytes = Buffer.from([0, 255, 13, 10, 128, 0]);
    await store.set(key, bytes, 60_000);
    expect(await store.get(key)).toEqual(bytes);
  });

  it('returns undefined for a key that was never set', async () => {
    expect(await store.get(createKey())).toBeUndefined();
  });

  it('returns undefined after the TTL', async () => {
    const key = createKey();
    await store.set(key, 'x', 10);
    await adapter.advanceTime(store, 12);
    expect(await store.get(key)).toBeUndefined();
  });

  it('reads many keys in the requested order, with undefined for missing keys', async () => {
    const [a, b, c] = [createKey(), createKey(), createKey()];
    await store.set(a, 'A', 60_000);
    await store.set(c, 'C', 60_000);
    const values = await store.getMany([c, b, a]);
    expect(values.map((value) => value?.toString())).toEqual(['C', undefined, 'A']);
    expect(await store.getMany([])).toEqual([]);
  });

  it('sets a value if the key is absent, and only then', async () => {
    const key = createKey();
    expect(await store.setIfAbsent(key, 'first', 60_000)).toBe(true);
    expect(await store.setIfAbsent(key, 'second', 60_000)).toBe(false);
    expect(String(await store.get(key))).toBe('first');
  });

  it('lets exactly one of many concurrent setIfAbsent calls succeed', async () => {
    const key = createKey();
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => store.setIfAbsent(key, String(i), 60_000)));
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('returns what a key holds, and sets it where it held nothing', async () => {
    const key = createKey();
    const bytes = Buffer.from([0, 255, 13, 10, 128, 0]);
    expect(await store.getOrSet(key, bytes, 60_000)).toEqual({ value: bytes, ttlMs: 60_000 });
    const held = await store.getOrSet(key, 'second', 5_000);
    expect(held.value).toEqual(bytes);
    expect(held.ttlMs).toBeGreaterThan(5_000);
    expect(await store.get(key)).toEqual(bytes);
  });

  it('sets a value if the earlier value has expired', async () => {
    const key = createKey();
    await store.setIfAbsent(key, 'first', 10);
    await adapter.advanceTime(store, 12);
    expect(await store.setIfAbsent(key, 'second', 60_000)).toBe(true);
  });

  it('replaces a value only if it equals the expected bytes', async () => {
    const key = createKey();
    const before = Buffer.from([1, 0, 254]);
    await store.set(key, before, 60_000);
    expect(await store.setIfEquals(key, Buffer.from([1, 0, 253]), 'no', 60_000)).toBe(false);
    expect(await store.get(key)).toEqual(before);
    expect(await store.setIfEquals(key, before, 'yes', 60_000)).toBe(true);
    expect(String(await store.get(key))).toBe('yes');
    expect(await store.setIfEquals(createKey(), '', 'nothing there', 60_000)).toBe(false);
  });

  it('sets a new TTL when it replaces a value', async () => {
    const key = createKey();
    await store.set(key, 'a', 60_000);
    await store.setIfEquals(key, 'a', 'b', 10);
    await adapter.advanceTime(store, 12);
    expect(await store.get(key)).toBeUndefined();
  });

  it('deletes a value only if it equals the expected one', async () => {
    const key = createKey();
    await store.set(key, 'mine', 60_000);
    expect(await store.deleteIfEquals(key, 'yours')).toBe(false);
    expect(await store.deleteIfEquals(key, 'mine')).toBe(true);
    expect(await store.deleteIfEquals(key, 'mine')).toBe(false);
  });

  it('deletes keys and returns how many existed', async () => {
    const [a, b] = [createKey(), createKey()];
    await store.set(a, '1', 60_000);
    await store.set(b, '2', 60_000);
    expect(await store.delete(a, b, createKey())).toBe(2);
    expect(await store.delete()).toBe(0);
    expect(await store.get(a)).toBeUndefined();
  });

  describe('a bounded set', () => {
    const limits = { maxItems: 2, maxBytes: 100, removeOldest: false };
    const createItem = (id: string, bytes = 1, ttlMs = 60_000) => ({ id, bytes, ttlMs });

    it('rejects an item above the limit of items, and tells when there is room', async () => {
      const key = createKey();
      await store.addToBoundedSet(key, createItem('a', 1, 30_000), limits);
      expect(await store.addToBoundedSet(key, createItem('b'), limits)).toEqual({
        added: true,
        replaced: false,
        removedIds: [],
        roomInMs: 0,
      });
      const { added, roomInMs } = await store.addToBoundedSet(key, createItem('c'), limits);
      expect(added).toBe(false);
      expect(roomInMs).toBeGreaterThan(20_000);
      expect(roomInMs).toBeLessThanOrEqual(30_000);
    });

    it('rejects an item where the others have the max size', async () => {
      const key = createKey();
      await store.addToBoundedSet(key, createItem('a', 150), limits);
      expect(await store.addToBoundedSet(key, createItem('b'), limits)).toMatchObject({ added: false });
    });

    it('replaces an item at the limit, and counts its new size', async () => {
      const key = createKey();
      await store.addToBoundedSet(key, createItem('a', 150), limits);
      expect(await store.addToBoundedSet(key, createItem('a', 40), limits)).toMatchObject({
        added: true,
        replaced: true,
      });
      expect(await store.addToBoundedSet(key, createItem('b', 40), limits)).toMatchObject({ added: true });
      expect(await store.addToBoundedSet(key, createItem('a', 90), limits)).toMatchObject({ added: true });
    });

    it('has room again after an item has expired or was removed', async () => {
      const key = createKey();
      await store.addToBoundedSet(key, createItem('a', 1, 10), limits);
      await store.addToBoundedSet(key, createItem('b:c'), limits);
      await adapter.advanceTime(store, 12);
      expect(await store.addToBoundedSet(key, createItem('d'), limits)).toMatchObject({ added: true });
      expect(await store.addToBoundedSet(key, createItem('e'), limits)).toMatchObject({ added: false });
      await store.removeFromBoundedSet(key, 'b:c');
      expect(await store.addToBoundedSet(key, createItem('e'), limits)).toMatchObject({ added: true });
    });

    it('removes the items that expire first where the oldest make room', async () => {
      const key = createKey();
      const oldestOut = { ...limits, removeOldest: true };
      await store.addToBoundedSet(key, createItem('a', 60, 30_000), oldestOut);
      await store.addToBoundedSet(key, createItem('b', 60, 40_000), oldestOut);
      expect((await store.addToBoundedSet(key, createItem('c'), oldestOut)).removedIds).toEqual(['a']);
      expect((await store.addToBoundedSet(key, createItem('d'), oldestOut)).removedIds).toEqual(['b']);
    });

    it('adds exactly as many of concurrent items as the limit allows', async () => {
      const key = createKey();
      const ids = Array.from({ length: 20 }, (_, position) => `id-${position}`);
      const results = await Promise.all(ids.map((id) => store.addToBoundedSet(key, createItem(id), limits)));
      expect(results.filter(({ added }) => added)).toHaveLength(2);
    });
  });

  it('sends a message to each subscriber of the channel and to no other subscriber', async () => {
    const messages: string[] = [];
    const states: string[] = [];
    const unsubscribes = [
      await store.subscribe(
        'news',
        (m) => messages.push(`a:${m}`),
        (s) => states.push(s),
      ),
      await store.subscribe('news', (m) => messages.push(`b:${m}`)),
      await store.subscribe('weather', (m) => messages.push(`c:${m}`)),
    ];
    await store.publish('news', 'hello');
    await waitUntil('both messages', () => messages.length === 2);
    expect(messages.sort()).toEqual(['a:hello', 'b:hello']);
    expect(states).toEqual(['up']);
    for (const unsubscribe of unsubscribes) await unsubscribe();
  });

  it('sends no message to a subscriber after its unsubscription', async () => {
    const messages: string[] = [];
    const unsubscribeFirst = await store.subscribe('leaving', () => messages.push('unsubscribed'));
    const unsubscribeSecond = await store.subscribe('leaving', (m) => messages.push(m));
    await unsubscribeFirst();
    await store.publish('leaving', 'x');
    await waitUntil('the message', () => messages.length > 0);
    expect(messages).toEqual(['x']);
    await unsubscribeSecond();
    expect(await store.publish('leaving', 'nobody')).toBe(0);
  });

  it('resolves a ping', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
});

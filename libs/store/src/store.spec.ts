import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { until } from '../../../test/support/deadline.js';
import { ManualClock } from './manual-clock.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';
import type { Store } from './store.js';

interface Adapter {
  readonly name: string;
  start(): Promise<Store>;
  /** Lets milliseconds go by for the store. */
  pass(store: Store, ms: number): Promise<unknown>;
  stop(): Promise<void>;
}

function memory(): Adapter {
  const clock = new ManualClock();
  return {
    name: 'MemoryStore',
    start: async () => new MemoryStore({ clock }),
    pass: async (_, ms) => clock.advance(ms),
    stop: async () => undefined,
  };
}

function redis(): Adapter {
  let server: RedisServer;
  return {
    name: 'RedisStore',
    async start() {
      server = await startRedis();
      const store = new RedisStore({ url: server.url, prefix: 'test:' });
      await store.ready(5_000);
      return store;
    },
    // Redis keeps its own time: a key with the same life, written now, tells when it has gone by.
    async pass(store, ms) {
      await store.set('hourglass', 'sand', ms);
      await until('the hourglass to run out', async () => (await store.get('hourglass')) === null, { every: 2 });
    },
    stop: () => server.stop(),
  };
}

describe.each([memory(), redis()])('the store contract, kept by $name', (adapter) => {
  let store: Store;
  let counter = 0;
  const fresh = (): string => `key-${++counter}`;

  beforeAll(async () => {
    store = await adapter.start();
  });
  afterAll(async () => {
    await store.close();
    await adapter.stop();
  });

  it('gives back the bytes it was given, whatever they are', async () => {
    const key = fresh();
    const bytes = Buffer.from([0, 255, 13, 10, 128, 0]);
    await store.set(key, bytes, 60_000);
    expect(await store.get(key)).toEqual(bytes);
  });

  it('says null for what was never set', async () => {
    expect(await store.get(fresh())).toBeNull();
  });

  it('keeps nothing beyond its life', async () => {
    const key = fresh();
    await store.set(key, 'x', 10);
    await adapter.pass(store, 12);
    expect(await store.get(key)).toBeNull();
  });

  it('reads many in the order asked, with null for the missing ones', async () => {
    const [a, b, c] = [fresh(), fresh(), fresh()];
    await store.set(a, 'A', 60_000);
    await store.set(c, 'C', 60_000);
    const values = await store.getMany([c, b, a]);
    expect(values.map((value) => value?.toString() ?? null)).toEqual(['C', null, 'A']);
    expect(await store.getMany([])).toEqual([]);
  });

  it('sets where nothing is, and only there', async () => {
    const key = fresh();
    expect(await store.setIfAbsent(key, 'first', 60_000)).toBe(true);
    expect(await store.setIfAbsent(key, 'second', 60_000)).toBe(false);
    expect(String(await store.get(key))).toBe('first');
  });

  it('lets one of many that set at once win', async () => {
    const key = fresh();
    const won = await Promise.all(Array.from({ length: 20 }, (_, i) => store.setIfAbsent(key, String(i), 60_000)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  it('sets again where the earlier value has lapsed', async () => {
    const key = fresh();
    await store.setIfAbsent(key, 'first', 10);
    await adapter.pass(store, 12);
    expect(await store.setIfAbsent(key, 'second', 60_000)).toBe(true);
  });

  it('replaces only what is as expected, byte for byte', async () => {
    const key = fresh();
    const before = Buffer.from([1, 0, 254]);
    await store.set(key, before, 60_000);
    expect(await store.replace(key, Buffer.from([1, 0, 253]), 'no', 60_000)).toBe(false);
    expect(await store.get(key)).toEqual(before);
    expect(await store.replace(key, before, 'yes', 60_000)).toBe(true);
    expect(String(await store.get(key))).toBe('yes');
    expect(await store.replace(fresh(), '', 'nothing there', 60_000)).toBe(false);
  });

  it('starts the life anew when it replaces', async () => {
    const key = fresh();
    await store.set(key, 'a', 60_000);
    await store.replace(key, 'a', 'b', 10);
    await adapter.pass(store, 12);
    expect(await store.get(key)).toBeNull();
  });

  it('deletes only what is as expected', async () => {
    const key = fresh();
    await store.set(key, 'mine', 60_000);
    expect(await store.deleteIfEquals(key, 'yours')).toBe(false);
    expect(await store.deleteIfEquals(key, 'mine')).toBe(true);
    expect(await store.deleteIfEquals(key, 'mine')).toBe(false);
  });

  it('deletes and says how many there were', async () => {
    const [a, b] = [fresh(), fresh()];
    await store.set(a, '1', 60_000);
    await store.set(b, '2', 60_000);
    expect(await store.delete(a, b, fresh())).toBe(2);
    expect(await store.delete()).toBe(0);
    expect(await store.get(a)).toBeNull();
  });

  it('counts from one, without losing any, and forgets at the end of the first life', async () => {
    const key = fresh();
    const counts = await Promise.all(Array.from({ length: 10 }, () => store.increment(key, 60_000)));
    expect(counts.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const short = fresh();
    await store.increment(short, 10);
    await store.increment(short, 60_000);
    await adapter.pass(store, 12);
    expect(await store.increment(short, 60_000)).toBe(1);
  });

  it('sends a message to each subscriber of the channel and to no other', async () => {
    const heard: string[] = [];
    const states: string[] = [];
    const ends = [
      await store.subscribe(
        'news',
        (m) => heard.push(`a:${m}`),
        (s) => states.push(s),
      ),
      await store.subscribe('news', (m) => heard.push(`b:${m}`)),
      await store.subscribe('weather', (m) => heard.push(`c:${m}`)),
    ];
    await store.publish('news', 'hello');
    await until('both to hear', () => heard.length === 2);
    expect(heard.sort()).toEqual(['a:hello', 'b:hello']);
    expect(states).toEqual(['up']);
    for (const end of ends) await end();
  });

  it('sends nothing more to a subscriber that has left', async () => {
    const heard: string[] = [];
    const left = await store.subscribe('leaving', () => heard.push('left'));
    const stays = await store.subscribe('leaving', (m) => heard.push(m));
    await left();
    await store.publish('leaving', 'x');
    await until('the other to hear', () => heard.length > 0);
    expect(heard).toEqual(['x']);
    await stays();
    expect(await store.publish('leaving', 'nobody')).toBe(0);
  });

  it('answers a ping', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
});

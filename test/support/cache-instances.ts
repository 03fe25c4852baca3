import { afterEach } from '@jest/globals';
import { Redis } from 'ioredis';
import { AnswerCache, type AnswerCacheOptions } from '#cache';
import { RedisStore, type Store } from '#store';
import { until } from './deadline.js';
import { startRedis, type RedisServer } from './redis.js';
import { withReplaced } from './store-double.js';

const opened: { close(): Promise<void> }[] = [];

/** Ends, after each test of the file, what it has opened. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const part of opened.splice(0).reverse()) await part.close();
  });
}

/** @param port the one to come back on */
export async function openRedis(port?: number): Promise<RedisServer> {
  const server = await startRedis(port === undefined ? {} : { port });
  opened.push({ close: () => server.stop() });
  return server;
}

/** An instance as in a process of its own: its own connections, its own memory. */
export async function openInstance(
  server: RedisServer,
  options: Omit<AnswerCacheOptions, 'store'> = {},
  replace: (inner: Store) => Partial<Store> = () => ({}),
): Promise<AnswerCache> {
  const store = new RedisStore({ url: server.url });
  const cache = new AnswerCache({ store: withReplaced(store, replace), ...options });
  opened.push(store, cache);
  await store.ready(5_000);
  await cache.start();
  await believed(cache);
  return cache;
}

export async function believed(...caches: AnswerCache[]): Promise<void> {
  for (const cache of caches) await until('memory to be believed', () => cache.stats().believed);
}

/** Works on the server behind the instances' back. */
export async function raw<T>(server: RedisServer, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(server.url);
  return work(redis).finally(() => redis.disconnect());
}

/** Milliseconds it took. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

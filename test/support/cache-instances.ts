import { afterEach } from '@jest/globals';
import { Redis } from 'ioredis';
import { ResponseCache, type ResponseCacheOptions } from '#cache';
import { RedisStore, type Store } from '#store';
import { waitUntil } from './wait-until.js';
import { startRedis, type RedisServer } from './redis.js';
import { RedisRelay } from './redis/relay.js';
import { overrideStore } from './store-double.js';

const closeables: { close(): Promise<void> }[] = [];

/** Closes, after each test of the file, the instances and servers that the test opened. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const closeable of closeables.splice(0).reverse()) await closeable.close();
  });
}

/** @param port the port of an earlier server, to start one again there; a free port by default */
export async function startTestRedis(port?: number): Promise<RedisServer> {
  const server = await startRedis({ port });
  closeables.push({ close: () => server.stop() });
  return server;
}

/** A relay before the server, for the instance that connects to it. */
export async function startTestRelay(server: RedisServer): Promise<RedisRelay> {
  const relay = await RedisRelay.start(server.port);
  closeables.push(relay);
  return relay;
}

/** An instance with its own connections and its own memory, as in a separate process. */
export async function createCacheInstance(
  { url, prefix }: { readonly url: string; readonly prefix?: string },
  options: Omit<ResponseCacheOptions, 'store'> = {},
  replace: (inner: Store) => Partial<Store> = () => ({}),
): Promise<ResponseCache> {
  const store = new RedisStore({ url, prefix });
  const cache = new ResponseCache({ store: overrideStore(store, replace), ...options });
  closeables.push(store, cache);
  await store.waitUntilReady(5_000);
  await cache.start();
  await waitUntilTrusted(cache);
  return cache;
}

export async function waitUntilTrusted(...caches: ResponseCache[]): Promise<void> {
  for (const cache of caches) await waitUntil('the memory cache to be trusted', () => cache.stats().trusted);
}

/** Runs `work` with a direct connection to the server, not through an instance. */
export async function withRedisClient<T>(server: RedisServer, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(server.url);
  return work(redis).finally(() => redis.disconnect());
}

/** @returns the milliseconds that the action took */
export async function measureDurationMs(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

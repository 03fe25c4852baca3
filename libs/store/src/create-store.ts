import { type Clock } from './clock.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';
import type { Store } from './store.js';

export interface CreateStoreOptions {
  /** Without it, the store is the memory of this process. */
  readonly redisUrl?: string;
  /** Prefix of every key and channel in Redis. */
  readonly prefix?: string;
  readonly clock?: Clock;
}

/** The prefix of every key and channel that a gateway uses in Redis. */
export const storeKeyPrefix = 'koodrive:';

const firstConnectionTimeoutMs = 1_000;

/**
 * Creates the store that the configuration selects. It waits at most 1 second for the first connection to Redis. An
 * unreachable Redis does not prevent the start of the process: the store is then unavailable until Redis is reachable.
 * @throws TypeError if the address does not have one of the formats of parseRedisAddress
 */
export async function createStore(options: CreateStoreOptions = {}): Promise<Store> {
  const { redisUrl, prefix = storeKeyPrefix, clock } = options;
  if (!redisUrl) return new MemoryStore({ clock });
  const store = new RedisStore({ url: redisUrl, prefix });
  await store.waitUntilReady(firstConnectionTimeoutMs);
  return store;
}

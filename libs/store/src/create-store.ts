import { type Clock } from './clock.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';
import type { Store } from './store.js';

export interface CreateStoreOptions {
  /** Absent: the store of this process alone, in memory. */
  readonly redisUrl?: string | undefined;
  /** Put before every key and channel in Redis. */
  readonly prefix?: string;
  readonly clock?: Clock;
}

/** What stands before every key and channel of a gateway's in Redis. */
export const storePrefix = 'koodrive:';

const FIRST_CONNECTION = 1_000;

/**
 * The store that the configuration asks for. A Redis that is away does not keep the process from starting: the store
 * is then away, as it may be later.
 * @throws TypeError where the address has none of the forms
 */
export async function createStore(options: CreateStoreOptions = {}): Promise<Store> {
  const { redisUrl, prefix = storePrefix, clock } = options;
  if (!redisUrl) return new MemoryStore(clock ? { clock } : {});
  const store = new RedisStore({ url: redisUrl, prefix });
  await store.ready(FIRST_CONNECTION);
  return store;
}

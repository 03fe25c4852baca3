import type { Clock } from './clock.js';
import { type MemoryPolicy, MemoryPolicyMonitor, memoryPolicyWithoutRedis } from './memory-policy-monitor.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';
import type { Store } from './store.js';
import type { StoreObserver } from './store-observer.js';
import { StoreSelfTest } from './store-self-test.js';

export interface StoresOptions {
  /** Without it, the store is the memory of this process. */
  readonly redisUrl?: string;
  /** Redis for cached responses; by default, that of `redisUrl`. */
  readonly cacheRedisUrl?: string;
  readonly clock?: Clock;
  /** Called after the first check of Redis's memory policy, and whenever a later one has another result. */
  readonly onMemoryPolicy?: (policy: MemoryPolicy) => void;
  /** Are told how the commands of each Redis go. */
  readonly observers?: { readonly store: StoreObserver; readonly cacheStore: StoreObserver };
}

/** The prefix of every key and channel that a gateway uses in Redis. */
export const storeKeyPrefix = 'koodrive:';

const firstConnectionTimeoutMs = 1_000;

/** The stores of a process (docs/decisions/0015). */
export class Stores {
  constructor(
    /** Holds what must not be lost before it expires: sessions, tokens, stored responses, budgets, locks. */
    readonly store: Store,
    /** Holds cached responses, and all that keeps them exact. It is the same object unless it is configured. */
    readonly cacheStore: Store,
    private readonly monitor?: MemoryPolicyMonitor,
    private readonly selfTests: readonly StoreSelfTest[] = [],
  ) {}

  get memoryPolicy(): MemoryPolicy {
    return this.monitor?.current ?? memoryPolicyWithoutRedis;
  }

  /** The store, and the cache store where it is another one. */
  get all(): readonly Store[] {
    return [...new Set([this.store, this.cacheStore])];
  }

  async close(): Promise<void> {
    this.monitor?.close();
    for (const selfTest of this.selfTests) selfTest.close();
    await Promise.all(this.all.map((store) => store.close()));
  }
}

/**
 * Creates the stores that the configuration selects. It waits at most 1 second for the first connections to Redis. An
 * unreachable Redis does not prevent the start of the process: its store is then unavailable until Redis is reachable.
 * @throws TypeError if an address does not have one of the formats of parseRedisAddress
 */
export async function createStores(options: StoresOptions = {}): Promise<Stores> {
  const { redisUrl, cacheRedisUrl, clock, onMemoryPolicy, observers } = options;
  if (!redisUrl) {
    const store = new MemoryStore({ clock });
    return new Stores(store, store);
  }
  const prefix = storeKeyPrefix;
  const store = new RedisStore({ url: redisUrl, prefix, observer: observers?.store });
  const cacheStore = cacheRedisUrl
    ? new RedisStore({ url: cacheRedisUrl, prefix, observer: observers?.cacheStore })
    : store;
  const monitor = new MemoryPolicyMonitor(store, cacheStore, onMemoryPolicy);
  const selfTests = [new StoreSelfTest(store, 'self-test')];
  if (cacheStore !== store) selfTests.push(new StoreSelfTest(cacheStore, 'cache:self-test'));
  const stores = new Stores(store, cacheStore, monitor, selfTests);
  await Promise.all([store, cacheStore].map((each) => each.waitUntilReady(firstConnectionTimeoutMs)));
  await monitor.start();
  for (const selfTest of selfTests) selfTest.start();
  return stores;
}

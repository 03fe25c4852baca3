import { Injectable } from '@nestjs/common';
import { ProblemError } from '#problem';
import { DrainState } from '../http/connections/drain-state.js';
import { type Store, Stores } from '#store';
import type { Health } from './health.dto.js';
import { RecentResult } from './recent-result.js';

/** Load balancers check every few seconds. Anybody can, at any rate. */
const maxAgeMs = 1_000;

/**
 * Whether this instance should get traffic. Only draining makes it not ready: an unavailable store or upstream does
 * not, because another instance would have the same problem.
 */
@Injectable()
export class Readiness {
  private readonly storeHealth = new RecentResult(() => this.checkStores(), maxAgeMs);

  constructor(
    private readonly stores: Stores,
    private readonly drain: DrainState,
  ) {}

  /** @throws ProblemError shutting-down while the instance drains */
  async check(): Promise<Health> {
    if (this.drain.isDraining) throw new ProblemError('shutting-down');
    return this.storeHealth.get();
  }

  private async checkStores(): Promise<Health> {
    const { store, cacheStore, memoryPolicy } = this.stores;
    if (!store.shared) return { status: 'ok', store: 'memory' };
    const [storeState, cacheStoreState] = await Promise.all([probe(store), probe(cacheStore)]);
    return {
      status: storeState === 'up' && cacheStoreState === 'up' ? 'ok' : 'degraded',
      store: storeState,
      cacheStore: cacheStore === store ? undefined : cacheStoreState,
      storeEviction: memoryPolicy.eviction,
    };
  }
}

const probe = (store: Store): Promise<'up' | 'down'> =>
  store.ping().then(
    () => 'up',
    () => 'down',
  );

import { Injectable } from '@nestjs/common';
import { ProblemError } from '#problem';
import { DrainState } from '../http/connections/drain-state.js';
import { type Store, Stores } from '#store';
import { DependencyMonitor, type DependencyName } from '#telemetry';
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
  private readonly health = new RecentResult(() => this.checkDependencies(), maxAgeMs);

  constructor(
    private readonly stores: Stores,
    private readonly dependencies: DependencyMonitor,
    private readonly drain: DrainState,
  ) {}

  /** @throws ProblemError shutting-down while the instance drains */
  async check(): Promise<Health> {
    if (this.drain.isDraining) throw new ProblemError('shutting-down');
    return this.health.get();
  }

  private async checkDependencies(): Promise<Health> {
    const stores = await this.checkStores();
    const dependencies = this.dependencies.states.map((state) => ({ ...state }));
    const degraded =
      dependencies.some(({ state }) => state === 'down') || stores.store === 'down' || stores.cacheStore === 'down';
    return { status: degraded ? 'degraded' : 'ok', ...stores, dependencies };
  }

  private async checkStores(): Promise<Pick<Health, 'store' | 'cacheStore' | 'storeEviction'>> {
    const { store, cacheStore, memoryPolicy } = this.stores;
    if (!store.shared) return { store: 'memory' };
    const [storeState, cacheStoreState] = await Promise.all([
      this.probe(store, 'store'),
      this.probe(cacheStore, 'cacheStore'),
    ]);
    return {
      store: storeState,
      cacheStore: cacheStore === store ? undefined : cacheStoreState,
      storeEviction: memoryPolicy.eviction,
    };
  }

  /** A store that responds to PING may still reject what the gateway needs. */
  private probe(store: Store, name: DependencyName): Promise<'up' | 'down'> {
    return store.ping().then(
      () => this.dependencies.getState(name).state,
      () => 'down',
    );
  }
}

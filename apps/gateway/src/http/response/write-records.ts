import type { BudgetLedger } from '#callers';
import { type Principal, principalKey } from '#koodrive';
import { type BestEffortStore, dayMs } from '#store';

/**
 * What a write leaves for the invalidation of cached responses after it, such as the spaces of a job. A record is stored
 * for a day. Those of one principal have a budget: the oldest make room, and what they would have invalidated expires by
 * itself. Where the store is unavailable, nothing is stored: the cache is then bypassed.
 */
export class WriteRecords {
  constructor(
    private readonly store: BestEffortStore,
    private readonly budgets: BudgetLedger,
  ) {}

  async save(principal: Principal, key: string, value: string): Promise<void> {
    await this.store.use(async (store) => {
      await store.set(key, value, dayMs);
      const { evictedIds } = await this.budgets.admit('writeRecords', toOwner(principal), { id: key, ttlMs: dayMs });
      await store.delete(...evictedIds);
    });
  }

  async find(key: string): Promise<string | undefined> {
    return (await this.store.use((store) => store.get(key)))?.toString();
  }

  async delete(principal: Principal, key: string): Promise<void> {
    await this.store.use(async (store) => {
      await store.delete(key);
      await this.budgets.release('writeRecords', toOwner(principal), key);
    });
  }
}

/** All browser sessions of a user have one budget. */
const toOwner = (principal: Principal): string =>
  principal.kind === 'session' ? principalKey({ kind: 'user', userId: principal.userId }) : principalKey(principal);

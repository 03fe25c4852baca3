import { Injectable } from '@nestjs/common';
import { BudgetLedger } from '#callers';
import { ProblemError } from '#problem';
import { BestEffortStore, minuteMs } from '#store';
import { Vault } from '#vault';
import type { LinkOperations } from './link-operations.js';
import { hashParts, type LinkVisitor } from './link-visitor.js';

/**
 * How long a kdstoken is used. Its lifetime is not documented. If it expires earlier, the upstream rejects it, and it
 * is deleted here.
 */
const unlockTokenTtlMs = 20 * minuteMs;
/** Lists of one visitor within this time count as one view. */
const viewWindowMs = 30 * minuteMs;

/** A link as a visitor sees it, with the set of operations in use. */
export interface VisitedLink {
  readonly kind: LinkOperations['kind'];
  readonly visitor: Omit<LinkVisitor, 'koodrive'>;
  readonly code: string;
}

/** The key is a hash, so that the store shows neither the visitor nor the link. */
const buildStoreKey = (prefix: string, { kind, visitor, code }: VisitedLink): string =>
  `${prefix}:${hashParts(kind, visitor.id, code)}`;

/**
 * The kdstokens that the upstream returned for access codes, and the recent views, for each visitor. Tokens are stored
 * encrypted and are never returned to a caller. Those of one caller have a budget: the oldest make room.
 */
@Injectable()
export class UnlockTokenStore {
  constructor(
    private readonly store: BestEffortStore,
    private readonly vault: Vault,
    private readonly budgets: BudgetLedger,
  ) {}

  /** @throws ProblemError store-unavailable if the token is not stored, because the link then stays locked */
  async save(link: VisitedLink, token: string): Promise<void> {
    const key = buildStoreKey('link-pass', link);
    const encrypted = this.vault.encrypt(key, Buffer.from(token));
    const isStored = await this.store.use(async (store) => {
      await this.makeRoom('linkUnlocks', link, key, unlockTokenTtlMs);
      await store.set(key, encrypted, unlockTokenTtlMs);
      return true;
    });
    if (!isStored) throw new ProblemError('store-unavailable');
  }

  /** The token of the visitor; undefined if there is none, or if it cannot be decrypted. */
  async find(link: VisitedLink): Promise<string | undefined> {
    const key = buildStoreKey('link-pass', link);
    const encrypted = await this.store.use((store) => store.get(key));
    if (!encrypted) return undefined;
    try {
      return this.vault.decrypt(key, encrypted).toString();
    } catch {
      return undefined;
    }
  }

  async delete(link: VisitedLink): Promise<void> {
    const key = buildStoreKey('link-pass', link);
    await this.store.use(async (store) => {
      await store.delete(key);
      await this.budgets.release('linkUnlocks', link.visitor.accountableId, key);
    });
  }

  /**
   * Whether this list of files counts as a view: the first one of the visitor in the view window. If the store is
   * unavailable, it does not count, so that no visit is counted twice.
   */
  async recordView(link: VisitedLink): Promise<boolean> {
    const key = buildStoreKey('link-view', link);
    const isFirst = await this.store.use(async (store) => {
      if (!(await store.setIfAbsent(key, '1', viewWindowMs))) return false;
      await this.makeRoom('linkViews', link, key, viewWindowMs);
      return true;
    });
    return isFirst ?? false;
  }

  /** Counts a record for the caller, and deletes its oldest ones where it has too many. */
  private async makeRoom(
    budget: 'linkUnlocks' | 'linkViews',
    { visitor }: VisitedLink,
    key: string,
    ttlMs: number,
  ): Promise<void> {
    const { evictedIds } = await this.budgets.admit(budget, visitor.accountableId, { id: key, ttlMs });
    await this.store.use((store) => Promise.all(evictedIds.map((evictedKey) => store.delete(evictedKey))));
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Principal, principalKey } from '#koodrive';
import { ProblemError } from '#problem';
import { BestEffortStore, minuteMs } from '#store';
import { Vault } from '#vault';
import type { LinkOperations } from './link-operations.js';

/**
 * How long a kdstoken is used. Its lifetime is not documented. If it expires earlier, the upstream rejects it, and it
 * is deleted here.
 */
const unlockTokenTtlMs = 20 * minuteMs;
/** Lists of one visitor within this time count as one view. */
const viewWindowMs = 30 * minuteMs;

/** A visitor of a link, with the set of operations in use. */
export interface LinkVisitor {
  readonly kind: LinkOperations['kind'];
  readonly principal: Principal;
  readonly code: string;
}

/** The key is a hash, so that the store shows neither the visitor nor the link. */
function storeKey(prefix: string, { kind, principal, code }: LinkVisitor): string {
  const visitorJson = JSON.stringify([kind, principalKey(principal), code]);
  return `${prefix}:${createHash('sha256').update(visitorJson).digest('base64url')}`;
}

/**
 * The kdstokens that the upstream returned for access codes, and the recent views, for each visitor. Tokens are stored
 * encrypted and are never returned to a caller.
 */
@Injectable()
export class UnlockTokenStore {
  constructor(
    private readonly store: BestEffortStore,
    private readonly vault: Vault,
  ) {}

  /** @throws ProblemError store-unavailable if the token is not stored, because the link then stays locked */
  async save(visitor: LinkVisitor, token: string): Promise<void> {
    const key = storeKey('link-pass', visitor);
    const encrypted = this.vault.encrypt(key, Buffer.from(token));
    const isStored = await this.store.use(async (store) => {
      await store.set(key, encrypted, unlockTokenTtlMs);
      return true;
    });
    if (!isStored) throw new ProblemError('store-unavailable');
  }

  /** The token of the visitor; undefined if there is none, or if it cannot be decrypted. */
  async find(visitor: LinkVisitor): Promise<string | undefined> {
    const key = storeKey('link-pass', visitor);
    const encrypted = await this.store.use((store) => store.get(key));
    if (!encrypted) return undefined;
    try {
      return this.vault.decrypt(key, encrypted).toString();
    } catch {
      return undefined;
    }
  }

  async delete(visitor: LinkVisitor): Promise<void> {
    await this.store.use((store) => store.delete(storeKey('link-pass', visitor)));
  }

  /**
   * Whether this list of files counts as a view: the first one of the visitor in the view window. If the store is
   * unavailable, it does not count, so that no visit is counted twice.
   */
  async recordView(visitor: LinkVisitor): Promise<boolean> {
    const key = storeKey('link-view', visitor);
    return (await this.store.use((store) => store.setIfAbsent(key, '1', viewWindowMs))) ?? false;
  }
}

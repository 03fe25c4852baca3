import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '#store';
import type { Caller } from '../caller.js';
import { hashId } from '../hash-id.js';

const maxAgeMs = 30_000;
const defaultMaxEntries = 10_000;

interface VerifiedToken {
  readonly caller: Caller;
  /** By the wall clock and not the monotonic clock, like the `exp` of a token. */
  readonly expiresAtMs: number;
}

/**
 * An LRU cache of the callers of verified tokens, by the SHA-256 of the token, because verifying a signature takes 50
 * times as long as a hash. The tokens themselves are not stored.
 */
export class VerifiedTokenCache {
  private readonly tokens: LRUCache<string, VerifiedToken>;

  constructor(
    private readonly clock: Clock = systemClock,
    maxEntries = defaultMaxEntries,
  ) {
    this.tokens = new LRUCache({ max: maxEntries });
  }

  get(token: string): Caller | undefined {
    const key = hashId(token);
    const entry = this.tokens.get(key);
    if (entry && this.clock.now() < entry.expiresAtMs) return entry.caller;
    this.tokens.delete(key);
    return undefined;
  }

  /** @param tokenExpiresAtMs milliseconds since 1970 when the token expires */
  set(token: string, caller: Caller, tokenExpiresAtMs: number): void {
    const expiresAtMs = Math.min(tokenExpiresAtMs, this.clock.now() + maxAgeMs);
    if (expiresAtMs <= this.clock.now()) return;
    this.tokens.set(hashId(token), { caller, expiresAtMs });
  }
}

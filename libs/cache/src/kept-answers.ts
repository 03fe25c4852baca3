import { type Clock, type Store, StoreUnavailableError } from '#store';
import type { Answer } from './answer.js';
import type { CacheKey } from './cache-key.js';
import { Lease } from './lease.js';
import { type KeptAnswer, MemoryTier } from './memory-tier.js';
import type { CachePolicy } from './policy.js';
import { type Found, type Seal, SecondTier } from './second-tier.js';

/** Work that will bring an answer to keep. */
export interface Pending {
  /** The lease's term in which it began. */
  readonly term: number;
  /** Set by a purge of one of its tags, and never taken back. */
  readonly outdated: boolean;
}

/** An answer that was just asked for. */
export interface Filled {
  readonly answer: Answer;
  /** When it was asked for, milliseconds since 1970. */
  readonly filledAt: number;
  /** What the second tier said of its tags before that; null where it is not to be kept there. */
  readonly versions: readonly string[] | null;
}

export interface KeptAnswersOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly memoryBytes: number;
  readonly seal: Seal | undefined;
  /** Hears of each purge, by whomever, at the moment from which nothing older may be kept. */
  readonly onPurge: (tags: readonly string[]) => void;
}

/** Larger answers stay out of the store: reading them back would block it for others. */
const MOST_STORED = 1024 * 1024;

/** Both tiers and the lease that says when they may be believed. With a store of one process, memory is all there is. */
export class KeptAnswers {
  readonly #clock: Clock;
  readonly #memory: MemoryTier;
  readonly #second: SecondTier | null;
  readonly #lease: Lease | null;
  readonly #inOrder: boolean;
  readonly #onPurge: (tags: readonly string[]) => void;
  /** Tags that were purged while the store was away. */
  readonly #untold = new Set<string>();

  constructor({ store, clock, memoryBytes, seal, onPurge }: KeptAnswersOptions) {
    this.#clock = clock;
    this.#memory = new MemoryTier(memoryBytes);
    this.#inOrder = store.inOrder;
    this.#onPurge = onPurge;
    this.#second = store.shared ? new SecondTier(store, clock, seal) : null;
    const events = {
      onPurge: (tags: readonly string[]) => this.#outdate(tags),
      onNewTerm: () => this.#memory.clear(),
      onReturn: () => this.#tellUntold(),
    };
    this.#lease = store.shared ? new Lease({ store, ...events }) : null;
  }

  async start(): Promise<void> {
    await this.#lease?.start();
  }

  async close(): Promise<void> {
    await this.#lease?.close();
    this.#memory.clear();
  }

  /** Whether memory is believed now. Every purge that has finished anywhere has then been heard of here. */
  get believed(): boolean {
    return this.#lease === null || this.#lease.valid;
  }

  /** Names the time during which every purge is heard of; -1 while they are not. */
  get term(): number {
    return this.#lease === null ? 0 : this.#lease.term;
  }

  get size(): { entries: number; bytes: number } {
    return { entries: this.#memory.entries, bytes: this.#memory.bytes };
  }

  inMemory(key: CacheKey): KeptAnswer | undefined {
    return this.#memory.get(key);
  }

  /** What is kept, fresh or not, and the versions of its tags; null where nothing kept can be believed. */
  async find(
    key: CacheKey,
    policy: CachePolicy,
    pending: Pending,
  ): Promise<{ kept?: KeptAnswer; found?: Found } | null> {
    if (!this.#second || !this.#lease) {
      const kept = this.#memory.get(key);
      return kept ? { kept } : null;
    }
    const found = this.#lease.storeBelieved ? await orNull(this.#second.find(key, policy)) : null;
    // It may have come into doubt while the answer was on its way.
    if (!found || !this.#lease.storeBelieved) return null;
    if (!found.entry) return { found };
    const kept = this.#timed(found.entry.answer, found.entry.filledAt, policy);
    if (this.#clock.monotonic() < kept.freshUntil) this.#remember(key, pending, kept);
    return { kept, found };
  }

  /** To be taken before the answer is asked for. Null: it is not to be kept in the second tier. */
  async versions(policy: CachePolicy, found: Found | undefined): Promise<readonly string[] | null> {
    return this.#second && this.#lease?.storeBelieved ? orNull(this.#second.versions(policy, found)) : null;
  }

  /** Keeps it where it is certain that no purge has ended it. Does not wait for the store. */
  keep(key: CacheKey, policy: CachePolicy, pending: Pending, { answer, filledAt, versions }: Filled): boolean {
    if (pending.outdated) return false;
    const remembered = this.#remember(key, pending, this.#timed(answer, filledAt, policy));
    if (!versions || !this.#second || !this.#lease?.storeBelieved || answer.body.length > MOST_STORED)
      return remembered;
    void orNull(this.#second.keep(key, { answer, filledAt, tags: policy.tags, versions }, policy));
    return true;
  }

  forget(key: CacheKey): void {
    this.#memory.delete(key);
    if (this.#second) void orNull(this.#second.forget(key));
  }

  /** See AnswerCache.purge. */
  async purge(tags: readonly string[]): Promise<void> {
    this.#outdate(tags);
    if (!this.#second || !this.#lease || tags.length === 0) return;
    const sent = performance.now();
    try {
      await this.#outdateEverywhere(tags, this.#second, this.#lease);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      for (const tag of tags) this.#untold.add(tag);
      this.#lease.broken(sent);
      await this.#lease.othersDoubt();
    }
  }

  /** The others are told when the store knows: what they read from it after that is of after the purge. */
  async #outdateEverywhere(tags: readonly string[], second: SecondTier, lease: Lease): Promise<void> {
    const known = second.outdate(tags);
    // Asked at once where that is enough: it is quicker, and a Redis that freezes now tells them when it goes on.
    if (this.#inOrder) await Promise.all([known, lease.purge(tags)]);
    else {
      await known;
      // What was read here meanwhile may still be of before.
      this.#outdate(tags);
      await lease.purge(tags);
    }
  }

  async #tellUntold(): Promise<void> {
    if (!this.#second || !this.#lease) return;
    await this.#second.outdate();
    const tags = [...this.#untold];
    // Taken out first: what is purged in vain meanwhile is to be told again.
    this.#untold.clear();
    try {
      if (tags.length > 0) await this.#outdateEverywhere(tags, this.#second, this.#lease);
    } catch (error) {
      for (const tag of tags) this.#untold.add(tag);
      throw error;
    }
  }

  #outdate(tags: readonly string[]): void {
    this.#memory.deleteTagged(tags);
    this.#onPurge(tags);
  }

  #remember(key: CacheKey, pending: Pending, kept: KeptAnswer): boolean {
    const heard = this.believed && pending.term === this.term && !pending.outdated;
    return heard && this.#memory.set(key, kept);
  }

  #timed(answer: Answer, filledAt: number, policy: CachePolicy): KeptAnswer {
    // Clocks of two machines may differ a little: what seems to come from the future is new.
    const age = Math.max(0, this.#clock.now() - filledAt);
    const freshUntil = this.#clock.monotonic() - age + policy.fresh * 1_000;
    const staleUntil = freshUntil + (policy.stale ?? 0) * 1_000;
    const staleOnErrorUntil = freshUntil + (policy.staleOnError ?? 0) * 1_000;
    return { answer, tags: policy.tags, freshUntil, staleUntil, staleOnErrorUntil };
  }
}

/** The cache goes on without the store. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof StoreUnavailableError) return null;
    throw error;
  }
}

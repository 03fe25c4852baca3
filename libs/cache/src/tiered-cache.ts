import { type Clock, type Store, StoreUnavailableError } from '#store';
import type { SerializedResponse } from './serialized-response.js';
import type { CacheKey } from './cache-key.js';
import { CacheLease } from './cache-lease.js';
import { type CacheEntry, MemoryTier } from './memory-tier.js';
import type { CachePolicy } from './cache-policy.js';
import type { Cipher } from '#vault';
import { SharedTier, type SharedTierLookup } from './shared-tier.js';

/** Work in progress that will produce a response to cache. */
export interface PendingFill {
  /** The epoch of the lease in which the work began. */
  readonly epoch: number;
  /** Set by an invalidation of one of its tags, and never reset. */
  readonly outdated: boolean;
}

/** A response from the upstream that is to be cached. */
export interface CacheFill {
  readonly response: SerializedResponse;
  /** When the response was requested, milliseconds since 1970. */
  readonly requestedAt: number;
  /** The versions of its tags before the request; undefined if it must not be stored in the shared tier. */
  readonly tagVersions: readonly string[] | undefined;
}

/** The result of a lookup in both tiers. */
interface CacheLookup {
  /** Absent if nothing is cached. It may be stale. */
  readonly entry?: CacheEntry;
  /** Absent if the shared tier was not read. */
  readonly lookup?: SharedTierLookup;
}

export interface TieredCacheOptions {
  readonly store: Store;
  /** Whether responses may be stored in a shared store now; see ResponseCacheOptions. */
  readonly mayUseSharedTier: () => boolean;
  readonly clock: Clock;
  readonly maxMemoryBytes: number;
  readonly cipher: Cipher | undefined;
  /** Called for each invalidation of any instance. From then on, no response that was requested before may be cached. */
  readonly onInvalidate: (tags: readonly string[]) => void;
  /** See ResponseCacheOptions. */
  readonly onMissing: (count: number) => void;
}

/** Larger responses are not stored in the shared tier: reading them would block Redis for other commands. */
const maxSharedBodyBytes = 1024 * 1024;
/** Milliseconds for which a response is used while an instance is missing that may write without invalidating. */
const maxAgeWhileIncompleteMs = 2_000;

/**
 * The memory tier, the shared tier, and the lease that says when they are trusted. If the store belongs to one process,
 * there is only the memory tier. Where responses may not be stored in a shared store, it is still told each
 * invalidation, so that what it holds from before stays exact.
 */
export class TieredCache {
  private readonly clock: Clock;
  private readonly memoryTier: MemoryTier;
  private readonly sharedTier: SharedTier | undefined;
  private readonly mayUseSharedTier: () => boolean;
  private readonly lease: CacheLease | undefined;
  private readonly preservesCommandOrder: boolean;
  private readonly onInvalidate: (tags: readonly string[]) => void;
  /** Tags that were invalidated while the store was unavailable. */
  private readonly pendingInvalidations = new Set<string>();

  constructor(options: TieredCacheOptions) {
    const { store, mayUseSharedTier, clock, maxMemoryBytes, cipher, onInvalidate, onMissing } = options;
    this.clock = clock;
    this.mayUseSharedTier = mayUseSharedTier;
    this.memoryTier = new MemoryTier(maxMemoryBytes);
    this.preservesCommandOrder = store.preservesCommandOrder;
    this.onInvalidate = onInvalidate;
    this.sharedTier = store.shared ? new SharedTier(store, clock, cipher) : undefined;
    const events = {
      onInvalidate: (tags: readonly string[]) => this.invalidateLocally(tags),
      onNewEpoch: () => this.memoryTier.clear(),
      onStoreRecovered: () => this.replayPendingInvalidations(),
      onMissing,
    };
    this.lease = store.shared ? new CacheLease({ store, ...events }) : undefined;
  }

  async start(): Promise<void> {
    await this.lease?.start();
  }

  async close(): Promise<void> {
    await this.lease?.close();
    this.memoryTier.clear();
  }

  /** Whether responses are stored in a store that instances share. */
  get usesSharedTier(): boolean {
    return this.sharedTier !== undefined && this.mayUseSharedTier();
  }

  /** Whether memory is trusted now: this instance has then received every completed invalidation. */
  get trusted(): boolean {
    return this.lease === undefined || this.lease.valid;
  }

  /** Whether memory is trusted now, and no instance is missing whose invalidations may not arrive. */
  get exact(): boolean {
    return this.lease === undefined || (this.lease.valid && this.lease.complete);
  }

  /** Identifies a period in which this instance receives every invalidation; -1 outside of such a period. */
  get epoch(): number {
    return this.lease === undefined ? 0 : this.lease.epoch;
  }

  get memoryUsage(): { entries: number; bytes: number } {
    return { entries: this.memoryTier.entryCount, bytes: this.memoryTier.sizeBytes };
  }

  getFromMemory(key: CacheKey): CacheEntry | undefined {
    const entry = this.memoryTier.get(key);
    return entry !== undefined && this.mayUse(entry) ? entry : undefined;
  }

  /** Looks up a response, fresh or stale. @returns undefined if nothing cached is trusted now */
  async find(key: CacheKey, policy: CachePolicy, pending: PendingFill): Promise<CacheLookup | undefined> {
    if (!this.sharedTier || !this.lease || !this.usesSharedTier) {
      const entry = this.trusted ? this.getFromMemory(key) : undefined;
      return entry ? { entry } : undefined;
    }
    const lookup = this.lease.storeTrusted
      ? await undefinedIfStoreUnavailable(this.sharedTier.find(key, policy))
      : undefined;
    // The store may have become untrusted during the lookup.
    if (!lookup || !this.lease.storeTrusted) return undefined;
    if (!lookup.entry) return { lookup };
    const entry = this.toCacheEntry(lookup.entry.response, lookup.entry.requestedAt, policy);
    if (!this.mayUse(entry)) return { lookup };
    if (this.clock.monotonic() < entry.freshUntil) this.setInMemory(key, pending, entry);
    return { entry, lookup };
  }

  /**
   * Returns the tag versions for a fill. They must be read before the response is requested from the upstream.
   * @returns undefined if the response must not be stored in the shared tier
   */
  async getTagVersions(
    policy: CachePolicy,
    lookup: SharedTierLookup | undefined,
  ): Promise<readonly string[] | undefined> {
    return this.sharedTier && this.usesSharedTier && this.lease?.storeTrusted
      ? undefinedIfStoreUnavailable(this.sharedTier.getTagVersions(policy, lookup))
      : undefined;
  }

  /**
   * Caches the response if it is certain that no invalidation has removed it. Does not wait for the store.
   * @returns whether it is cached
   */
  set(
    key: CacheKey,
    policy: CachePolicy,
    pending: PendingFill,
    { response, requestedAt, tagVersions }: CacheFill,
  ): boolean {
    if (pending.outdated) return false;
    const inMemory = this.setInMemory(key, pending, this.toCacheEntry(response, requestedAt, policy));
    if (!tagVersions || !this.sharedTier || !this.lease?.storeTrusted || response.body.length > maxSharedBodyBytes)
      return inMemory;
    void undefinedIfStoreUnavailable(
      this.sharedTier.set(key, { response, requestedAt, tags: policy.tags, tagVersions }, policy),
    );
    return true;
  }

  delete(key: CacheKey): void {
    this.memoryTier.delete(key);
    if (this.sharedTier) void undefinedIfStoreUnavailable(this.sharedTier.delete(key));
  }

  /** See ResponseCache.invalidate. */
  async invalidate(tags: readonly string[]): Promise<void> {
    this.invalidateLocally(tags);
    if (!this.sharedTier || !this.lease || tags.length === 0) return;
    const sentAt = performance.now();
    try {
      await this.invalidateEverywhere(tags, this.sharedTier, this.lease);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      for (const tag of tags) this.pendingInvalidations.add(tag);
      this.lease.reportStoreFailure(sentAt);
      await this.lease.waitForOtherLeasesToExpire();
      // If the store was away for a short time only, other instances may not have noticed, and trust their memory.
      await undefinedIfStoreUnavailable(this.invalidateEverywhere(tags, this.sharedTier, this.lease));
    }
  }

  /**
   * The store is invalidated before the other instances receive the message: what they read from the store after it was
   * then requested after the invalidation.
   */
  private async invalidateEverywhere(
    tags: readonly string[],
    sharedTier: SharedTier,
    lease: CacheLease,
  ): Promise<void> {
    const storeInvalidated = sharedTier.invalidate(tags);
    // If the store preserves the order, both commands are sent at once. That is faster, and a Redis that freezes now
    // still delivers the message when it resumes.
    if (this.preservesCommandOrder) await Promise.all([storeInvalidated, lease.invalidate(tags)]);
    else {
      await storeInvalidated;
      // This instance may have read outdated entries from the store in the meantime.
      this.invalidateLocally(tags);
      await lease.invalidate(tags);
    }
  }

  private async replayPendingInvalidations(): Promise<void> {
    if (!this.sharedTier || !this.lease) return;
    await this.sharedTier.invalidate();
    const tags = [...this.pendingInvalidations];
    // Cleared first: an invalidation that fails during the replay must stay pending.
    this.pendingInvalidations.clear();
    try {
      if (tags.length > 0) await this.invalidateEverywhere(tags, this.sharedTier, this.lease);
    } catch (error) {
      for (const tag of tags) this.pendingInvalidations.add(tag);
      throw error;
    }
  }

  private invalidateLocally(tags: readonly string[]): void {
    this.memoryTier.deleteByTags(tags);
    this.onInvalidate(tags);
  }

  private setInMemory(key: CacheKey, pending: PendingFill, entry: CacheEntry): boolean {
    const noneMissed = this.trusted && pending.epoch === this.epoch && !pending.outdated;
    return noneMissed && this.memoryTier.set(key, entry);
  }

  private mayUse({ requestedAt }: CacheEntry): boolean {
    if (this.lease === undefined || this.lease.complete) return true;
    return this.clock.monotonic() - requestedAt < maxAgeWhileIncompleteMs;
  }

  private toCacheEntry(response: SerializedResponse, requestedAt: number, policy: CachePolicy): CacheEntry {
    // The clocks of two machines may differ a little: a response from the future counts as new.
    const ageMs = Math.max(0, this.clock.now() - requestedAt);
    const monotonicRequestedAt = this.clock.monotonic() - ageMs;
    const freshUntil = monotonicRequestedAt + policy.maxAgeSeconds * 1_000;
    const staleUntil = freshUntil + (policy.staleWhileRevalidateSeconds ?? 0) * 1_000;
    const staleIfErrorUntil = freshUntil + (policy.staleIfErrorSeconds ?? 0) * 1_000;
    return {
      response,
      tags: policy.tags,
      requestedAt: monotonicRequestedAt,
      freshUntil,
      staleUntil,
      staleIfErrorUntil,
    };
  }
}

/** The cache works without the store. */
async function undefinedIfStoreUnavailable<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof StoreUnavailableError) return undefined;
    throw error;
  }
}

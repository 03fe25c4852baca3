import { randomBytes } from 'node:crypto';
import type { Clock, Store } from '#store';
import type { Cipher } from '#vault';
import { type CacheKey, hashCacheKey } from './cache-key.js';
import { type SharedCacheEntry, decodeEntry, encodeEntry } from './entry-codec.js';
import type { CachePolicy } from './cache-policy.js';

/** The result of a lookup in the store. */
export interface SharedTierLookup {
  readonly entry: SharedCacheEntry | undefined;
  /** The current versions, that of the whole cache first; undefined for a tag that has no version yet. */
  readonly tagVersions: readonly (string | undefined)[];
}

const wholeCacheVersionName = 'everything';
/** Milliseconds for which a version is stored. No entry is stored longer. */
const tagVersionTtlMs = 48 * 3_600_000;
const tagVersionBytes = 12;

/**
 * Responses in the store. Each entry contains the versions that its tags had before the response was requested. An
 * invalidation deletes the versions, and the next fill creates new random ones. Therefore a response that was requested
 * before an invalidation never counts after it, whenever it is written and whichever instance writes it.
 */
export class SharedTier {
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly cipher: Cipher | undefined;

  constructor(store: Store, clock: Clock, cipher: Cipher | undefined) {
    this.store = store;
    this.clock = clock;
    this.cipher = cipher;
  }

  /** Takes one round trip. @throws StoreUnavailableError */
  async find(key: CacheKey, policy: CachePolicy): Promise<SharedTierLookup> {
    const name = toEntryKey(key);
    const [bytes, ...versions] = await this.store.getMany([name, ...toVersionKeys(policy.tags)]);
    const tagVersions = versions.map((version) => version?.toString());
    return {
      entry: bytes ? this.validateTagVersions(this.decryptEntry(name, bytes), policy.tags, tagVersions) : undefined,
      tagVersions,
    };
  }

  /** Returns the versions for a fill, and creates the missing ones. @throws StoreUnavailableError */
  async getTagVersions(policy: CachePolicy, lookup?: SharedTierLookup): Promise<string[]> {
    const names = toVersionKeys(policy.tags);
    const current = lookup?.tagVersions ?? (await this.store.getMany(names)).map((version) => version?.toString());
    return Promise.all(names.map(async (name, index) => current[index] ?? this.createTagVersion(name)));
  }

  /** Stores the entry for as long as the policy allows to serve it. @throws StoreUnavailableError */
  async set(key: CacheKey, entry: SharedCacheEntry, policy: CachePolicy): Promise<void> {
    const name = toEntryKey(key);
    const bytes = encodeEntry(entry);
    const lifetimeSeconds =
      policy.maxAgeSeconds + Math.max(policy.staleWhileRevalidateSeconds ?? 0, policy.staleIfErrorSeconds ?? 0);
    const remainingMs = entry.requestedAt + lifetimeSeconds * 1_000 - this.clock.now();
    if (remainingMs <= 0) return;
    await this.store.set(name, this.cipher?.encrypt(name, bytes) ?? bytes, Math.min(remainingMs, tagVersionTtlMs));
  }

  /** @throws StoreUnavailableError */
  async delete(key: CacheKey): Promise<void> {
    await this.store.delete(toEntryKey(key));
  }

  /** Invalidates every response with one of the tags; without tags, every response. @throws StoreUnavailableError */
  async invalidate(tags?: readonly string[]): Promise<void> {
    const [wholeCacheKey = '', ...tagKeys] = toVersionKeys(tags ?? []);
    await this.store.delete(...(tags ? tagKeys : [wholeCacheKey]));
  }

  /** An entry that cannot be decrypted or decoded is a miss. */
  private decryptEntry(name: string, bytes: Buffer): SharedCacheEntry | undefined {
    try {
      return decodeEntry(this.cipher?.decrypt(name, bytes) ?? bytes);
    } catch {
      return undefined;
    }
  }

  private validateTagVersions(
    entry: SharedCacheEntry | undefined,
    tags: readonly string[],
    tagVersions: readonly (string | undefined)[],
  ): SharedCacheEntry | undefined {
    const valid = entry && arraysEqual(entry.tags, tags) && arraysEqual(entry.tagVersions, tagVersions);
    return valid ? entry : undefined;
  }

  private async createTagVersion(name: string): Promise<string> {
    const version = randomBytes(tagVersionBytes).toString('base64url');
    if (await this.store.setIfAbsent(name, version, tagVersionTtlMs)) return version;
    // Another instance created the version first. If that version is invalidated before this read, the local version is
    // used: it is not stored, so an entry with it never matches and is never served.
    return (await this.store.get(name))?.toString() ?? version;
  }
}

function toEntryKey(key: CacheKey): string {
  return `cache:entry:${hashCacheKey(key)}`;
}

function toVersionKeys(tags: readonly string[]): string[] {
  return [`cache:version:${wholeCacheVersionName}`, ...tags.map((tag) => `cache:version:tag:${tag}`)];
}

function arraysEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

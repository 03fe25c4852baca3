import type { SerializedResponse } from './serialized-response.js';
import type { CacheKey } from './cache-key.js';

/** A response in the memory of this process. Times are milliseconds on the monotonic clock. */
export interface CacheEntry {
  readonly response: SerializedResponse;
  readonly tags: readonly string[];
  /** When it was requested from the upstream. */
  readonly requestedAt: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
  readonly staleIfErrorUntil: number;
}

interface MemoryRecord {
  readonly entry: CacheEntry;
  readonly sizeBytes: number;
  /** Whether the entry was read since it was last considered for eviction. */
  referenced: boolean;
}

/** Estimated memory of an entry in addition to its body and key. */
const entryOverheadBytes = 600;
/** Largest share of the memory that one entry may take. */
const maxEntryShare = 1 / 8;

/**
 * Responses in memory, limited by bytes. Eviction uses the second-chance algorithm: it is close to "least recently
 * used", but a read only sets a flag.
 */
export class MemoryTier {
  private readonly maxBytes: number;
  private readonly records = new Map<CacheKey, MemoryRecord>();
  private readonly keysByTag = new Map<string, Set<CacheKey>>();
  private usedBytes = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  get sizeBytes(): number {
    return this.usedBytes;
  }

  get entryCount(): number {
    return this.records.size;
  }

  get(key: CacheKey): CacheEntry | undefined {
    const record = this.records.get(key);
    if (record === undefined) return undefined;
    record.referenced = true;
    return record.entry;
  }

  /** @returns false if the entry would take more than an eighth of the memory: it is not cached then */
  set(key: CacheKey, entry: CacheEntry): boolean {
    this.delete(key);
    // A character of the key takes up to two bytes.
    const sizeBytes = entry.response.body.length + 2 * key.length + entryOverheadBytes;
    if (sizeBytes > this.maxBytes * maxEntryShare) return false;
    this.records.set(key, { entry, sizeBytes, referenced: false });
    this.usedBytes += sizeBytes;
    for (const tag of entry.tags) {
      const keys = this.keysByTag.get(tag);
      if (keys) keys.add(key);
      else this.keysByTag.set(tag, new Set([key]));
    }
    this.evict();
    return true;
  }

  delete(key: CacheKey): void {
    const record = this.records.get(key);
    if (!record) return;
    this.records.delete(key);
    this.usedBytes -= record.sizeBytes;
    for (const tag of record.entry.tags) {
      const keys = this.keysByTag.get(tag);
      if (keys?.delete(key) && keys.size === 0) this.keysByTag.delete(tag);
    }
  }

  deleteByTags(tags: readonly string[]): void {
    for (const tag of tags) for (const key of this.keysByTag.get(tag) ?? []) this.delete(key);
  }

  clear(): void {
    this.records.clear();
    this.keysByTag.clear();
    this.usedBytes = 0;
  }

  private evict(): void {
    while (this.usedBytes > this.maxBytes) {
      const [oldest] = this.records;
      if (!oldest) return;
      const [key, record] = oldest;
      if (!record.referenced) {
        this.delete(key);
        continue;
      }
      record.referenced = false;
      this.records.delete(key);
      this.records.set(key, record);
    }
  }
}

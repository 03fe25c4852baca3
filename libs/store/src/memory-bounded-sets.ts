import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';
import type { BoundedSetItem, BoundedSetLimits, BoundedSetResult } from './store.js';

interface StoredItem {
  readonly bytes: number;
  readonly expiresAt: number;
}

class BoundedSet {
  /** In the order in which they expire: all have the same TTL, and one that is replaced goes to the end. */
  readonly items = new Map<string, StoredItem>();
  totalBytes = 0;

  remove(id: string): boolean {
    this.totalBytes -= this.items.get(id)?.bytes ?? 0;
    return this.items.delete(id);
  }

  add(id: string, item: StoredItem): void {
    this.items.set(id, item);
    this.totalBytes += item.bytes;
  }

  isFull({ maxItems, maxBytes }: BoundedSetLimits): boolean {
    return this.items.size >= maxItems || this.totalBytes >= maxBytes;
  }
}

/** The set that was not used for the longest time is dropped first. */
const maxSets = 10_000;

/** The bounded sets of a MemoryStore. */
export class MemoryBoundedSets {
  private readonly sets = new LRUCache<string, BoundedSet>({ max: maxSets });

  constructor(private readonly clock: Clock) {}

  add(key: string, { id, bytes, ttlMs }: BoundedSetItem, limits: BoundedSetLimits): BoundedSetResult {
    const now = this.clock.now();
    const set = this.sets.get(key) ?? new BoundedSet();
    this.sets.set(key, set);
    const isReplacement = set.remove(id);
    const removedIds: string[] = [];
    for (const [otherId, { expiresAt }] of set.items) {
      if (expiresAt > now) {
        if (!set.isFull(limits) || (isReplacement && !limits.removeOldest)) break;
        if (!limits.removeOldest) return { added: false, replaced: false, removedIds, roomInMs: expiresAt - now };
        removedIds.push(otherId);
      }
      set.remove(otherId);
    }
    set.add(id, { bytes, expiresAt: now + ttlMs });
    return { added: true, replaced: isReplacement, removedIds, roomInMs: 0 };
  }

  remove(key: string, id: string): void {
    this.sets.get(key)?.remove(id);
  }

  clear(): void {
    this.sets.clear();
  }
}

import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';
import type { BoundedSetItem, BoundedSetLimits, BoundedSetResult } from './store.js';

interface StoredItem {
  readonly bytes: number;
  readonly expiresAt: number;
}

/** The set that was not used for the longest time is dropped first. */
const maxSets = 10_000;

/** The bounded sets of a MemoryStore. Each set is in the order of insertion; a replaced item becomes the newest. */
export class MemoryBoundedSets {
  private readonly sets = new LRUCache<string, Map<string, StoredItem>>({ max: maxSets });

  constructor(private readonly clock: Clock) {}

  add(
    key: string,
    { id, bytes, ttlMs }: BoundedSetItem,
    { maxItems, maxBytes, removeOldest }: BoundedSetLimits,
  ): BoundedSetResult {
    const items = this.getActiveItems(key);
    const isReplacement = items.delete(id);
    const removedIds: string[] = [];
    let totalBytes = [...items.values()].reduce((sum, item) => sum + item.bytes, 0);
    for (const [otherId, item] of sortByExpiry(items)) {
      if (items.size < maxItems && totalBytes < maxBytes) break;
      if (!removeOldest && !isReplacement) {
        return { added: false, removedIds: [], roomInMs: item.expiresAt - this.clock.now() };
      }
      if (!removeOldest) break;
      items.delete(otherId);
      totalBytes -= item.bytes;
      removedIds.push(otherId);
    }
    items.set(id, { bytes, expiresAt: this.clock.now() + ttlMs });
    this.sets.set(key, items);
    return { added: true, removedIds, roomInMs: 0 };
  }

  remove(key: string, id: string): void {
    this.sets.get(key)?.delete(id);
  }

  clear(): void {
    this.sets.clear();
  }

  private getActiveItems(key: string): Map<string, StoredItem> {
    const now = this.clock.now();
    return new Map([...(this.sets.get(key) ?? [])].filter(([, { expiresAt }]) => expiresAt > now));
  }
}

const sortByExpiry = (items: ReadonlyMap<string, StoredItem>): [string, StoredItem][] =>
  [...items].sort(([, one], [, other]) => one.expiresAt - other.expiresAt);

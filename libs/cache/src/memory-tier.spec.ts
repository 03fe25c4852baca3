import { describe, expect, it } from '@jest/globals';
import { createSerializedResponse } from './serialized-response.js';
import { createCacheKey, type CacheKey } from './cache-key.js';
import { type CacheEntry, MemoryTier } from './memory-tier.js';

const key = (name: string): CacheKey => createCacheKey({ kind: 'app' }, { route: 'r', url: name, language: 'en' }, {});
const createEntry = (bytes: number, ...tags: string[]): CacheEntry => ({
  response: createSerializedResponse({ status: 200, body: 'x'.repeat(bytes), contentType: 'text/plain' }),
  tags,
  requestedAt: 0,
  freshUntil: 1,
  staleUntil: 1,
  staleIfErrorUntil: 1,
});

describe('MemoryTier', () => {
  it('never holds more than its max bytes', () => {
    const memory = new MemoryTier(100_000);
    for (let i = 0; i < 1_000; i++) {
      memory.set(key(`k${i}`), createEntry((i * 37) % 5_000, `t${i % 7}`));
      expect(memory.sizeBytes).toBeLessThanOrEqual(100_000);
    }
    expect(memory.entryCount).toBeGreaterThan(10);
  });

  it('evicts entries that are not read before entries that are read', () => {
    const memory = new MemoryTier(100_000);
    memory.set(key('popular'), createEntry(5_000));
    for (let i = 0; i < 200; i++) {
      memory.set(key(`k${i}`), createEntry(5_000));
      expect(memory.get(key('popular'))).toBeDefined();
    }
    expect(memory.get(key('k0'))).toBeUndefined();
  });

  it('does not cache an entry that would take most of the memory', () => {
    const memory = new MemoryTier(100_000);
    expect(memory.set(key('huge'), createEntry(50_000))).toBe(false);
    expect(memory.get(key('huge'))).toBeUndefined();
  });

  it('deletes the entries with one of the tags, and no other entries', () => {
    const memory = new MemoryTier(100_000);
    memory.set(key('a'), createEntry(10, 'space:1', 'file:1'));
    memory.set(key('b'), createEntry(10, 'space:1'));
    memory.set(key('c'), createEntry(10, 'space:2'));
    memory.deleteByTags(['file:1', 'space:9']);
    expect([key('a'), key('b'), key('c')].map((k) => memory.get(k) !== undefined)).toEqual([false, true, true]);
    memory.deleteByTags(['space:1', 'space:2']);
    expect([memory.entryCount, memory.sizeBytes]).toEqual([0, 0]);
  });

  it('counts a replaced entry once', () => {
    const memory = new MemoryTier(100_000);
    memory.set(key('a'), createEntry(100, 'old'));
    const sizeBytes = memory.sizeBytes;
    memory.set(key('a'), createEntry(100, 'new'));
    expect(memory.sizeBytes).toBe(sizeBytes);
    memory.deleteByTags(['old']);
    expect(memory.entryCount).toBe(1);
    memory.clear();
    expect([memory.entryCount, memory.sizeBytes]).toEqual([0, 0]);
  });
});

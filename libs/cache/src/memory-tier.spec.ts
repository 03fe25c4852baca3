import { describe, expect, it } from '@jest/globals';
import { makeAnswer } from './answer.js';
import { cacheKey, type CacheKey } from './cache-key.js';
import { type KeptAnswer, MemoryTier } from './memory-tier.js';

const key = (name: string): CacheKey => cacheKey({ kind: 'app' }, { route: 'r', url: name, language: 'en' }, {});
const kept = (bytes: number, ...tags: string[]): KeptAnswer => ({
  answer: makeAnswer({ status: 200, body: 'x'.repeat(bytes), contentType: 'text/plain' }),
  tags,
  freshUntil: 1,
  staleUntil: 1,
  staleOnErrorUntil: 1,
});

describe('answers in memory', () => {
  it('never take more than the room they were given', () => {
    const memory = new MemoryTier(100_000);
    for (let i = 0; i < 1_000; i++) {
      memory.set(key(`k${i}`), kept((i * 37) % 5_000, `t${i % 7}`));
      expect(memory.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(memory.entries).toBeGreaterThan(10);
  });

  it('that are read stay longer than those that are not', () => {
    const memory = new MemoryTier(100_000);
    memory.set(key('popular'), kept(5_000));
    for (let i = 0; i < 200; i++) {
      memory.set(key(`k${i}`), kept(5_000));
      expect(memory.get(key('popular'))).toBeDefined();
    }
    expect(memory.get(key('k0'))).toBeUndefined();
  });

  it('that would crowd out the others are not kept', () => {
    const memory = new MemoryTier(100_000);
    expect(memory.set(key('huge'), kept(50_000))).toBe(false);
    expect(memory.get(key('huge'))).toBeUndefined();
  });

  it('go with any of their tags, and only with these', () => {
    const memory = new MemoryTier(100_000);
    memory.set(key('a'), kept(10, 'space:1', 'file:1'));
    memory.set(key('b'), kept(10, 'space:1'));
    memory.set(key('c'), kept(10, 'space:2'));
    memory.deleteTagged(['file:1', 'space:9']);
    expect([key('a'), key('b'), key('c')].map((k) => memory.get(k) !== undefined)).toEqual([false, true, true]);
    memory.deleteTagged(['space:1', 'space:2']);
    expect([memory.entries, memory.bytes]).toEqual([0, 0]);
  });

  it('are counted once when replaced', () => {
    const memory = new MemoryTier(100_000);
    memory.set(key('a'), kept(100, 'old'));
    const size = memory.bytes;
    memory.set(key('a'), kept(100, 'new'));
    expect(memory.bytes).toBe(size);
    memory.deleteTagged(['old']);
    expect(memory.entries).toBe(1);
    memory.clear();
    expect([memory.entries, memory.bytes]).toEqual([0, 0]);
  });
});

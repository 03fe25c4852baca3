import { describe, expect, it } from '@jest/globals';
import { parseRedisMemory } from './redis-memory.js';

const createInfo = (fields: Readonly<Record<string, string | number>>): string =>
  ['# Memory', ...Object.entries(fields).map(([name, value]) => `${name}:${value}`), ''].join('\r\n');

describe('parseRedisMemory', () => {
  it('reads limit, use and policy', () => {
    const info = createInfo({
      run_id: 'a1',
      used_memory: 25,
      used_memory_human: '25B',
      maxmemory: 100,
      maxmemory_human: '100B',
      maxmemory_policy: 'noeviction',
    });
    expect(parseRedisMemory([info])).toEqual({
      serverIds: ['a1'],
      limited: true,
      usedShare: 0.25,
      policy: 'noeviction',
      evicts: false,
    });
  });

  it.each([
    ['volatile-lru', 100, true],
    ['volatile-ttl', 100, true],
    ['allkeys-lfu', 100, true],
    ['noeviction', 100, false],
    ['allkeys-lru', 0, false],
  ])('%s with a limit of %d bytes evicts: %s', (policy, maxBytes, evicts) => {
    expect(parseRedisMemory([createInfo({ maxmemory: maxBytes, maxmemory_policy: policy })]).evicts).toBe(evicts);
  });

  it('takes the worst of several servers', () => {
    const good = createInfo({ run_id: 'a', used_memory: 1, maxmemory: 0, maxmemory_policy: 'noeviction' });
    const bad = createInfo({ run_id: 'b', used_memory: 9, maxmemory: 10, maxmemory_policy: 'allkeys-random' });
    expect(parseRedisMemory([good, bad])).toEqual({
      serverIds: ['a', 'b'],
      limited: true,
      usedShare: 0.9,
      policy: 'allkeys-random',
      evicts: true,
    });
  });
});

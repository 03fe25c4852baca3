import { describe, expect, it } from '@jest/globals';
import { PartMemory } from './part-memory.js';
import { planParts } from './part-plan.js';

const bytesPerMebibyte = 1024 * 1024;
const largestFileBytes = 200 * 1024 ** 3;

describe('PartMemory', () => {
  it('rejects what exceeds the limit together with all others, until some of it is given back', () => {
    const memory = new PartMemory(10);
    const releases = [memory.reserve(4), memory.reserve(6)];
    expect(() => memory.reserve(1)).toThrow(expect.objectContaining({ code: 'overloaded' }));
    releases[0]?.();
    memory.reserve(4);
    expect(() => memory.reserve(1)).toThrow(expect.objectContaining({ code: 'overloaded' }));
  });

  it('always has room for a part of the largest file', () => {
    const { limitBytes } = new PartMemory();
    expect(limitBytes).toBeGreaterThanOrEqual(planParts(largestFileBytes).partSizeBytes);
    expect(limitBytes).toBeLessThanOrEqual(512 * bytesPerMebibyte);
  });
});

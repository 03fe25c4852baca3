import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxFileSizeBytes } from './content.dto.js';
import { planParts } from './part-plan.js';

const bytesPerMebibyte = 1024 * 1024;

describe('planParts', () => {
  it('stays within the limits of the contract for every length up to 200 GB', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxFileSizeBytes }), (length) => {
        const plan = planParts(length);
        const lastParts = plan.parts(plan.partCount, plan.partCount);
        expect(plan.partCount).toBeGreaterThanOrEqual(1);
        expect(plan.partCount).toBeLessThanOrEqual(10_000);
        expect(plan.partSizeBytes).toBeGreaterThanOrEqual(5 * bytesPerMebibyte);
        expect(plan.partSizeBytes % 64).toBe(0);
        expect((plan.partCount - 1) * plan.partSizeBytes + (lastParts[0]?.size ?? -1)).toBe(length);
      }),
      { seed: 20261122 },
    );
  });

  it('plans one empty part for an empty file', () => {
    expect(planParts(0).parts(1, 100)).toEqual([{ number: 1, size: 0 }]);
  });

  it('returns the requested parts and none after the last', () => {
    expect(planParts(20 * bytesPerMebibyte).parts(2, 9)).toEqual([
      { number: 2, size: 8 * bytesPerMebibyte },
      { number: 3, size: 4 * bytesPerMebibyte },
    ]);
  });
});

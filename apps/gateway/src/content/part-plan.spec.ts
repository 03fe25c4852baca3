import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { largestFile } from './content.dto.js';
import { planParts } from './part-plan.js';

const mebibyte = 1024 * 1024;

describe('how a file is cut into parts', () => {
  it('keeps to the limits of the contract for every length up to 200 GB', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestFile }), (length) => {
        const plan = planParts(length);
        const last = plan.parts(plan.partCount, plan.partCount);
        expect(plan.partCount).toBeGreaterThanOrEqual(1);
        expect(plan.partCount).toBeLessThanOrEqual(10_000);
        expect(plan.partSize).toBeGreaterThanOrEqual(5 * mebibyte);
        expect(plan.partSize % 64).toBe(0);
        expect((plan.partCount - 1) * plan.partSize + (last[0]?.size ?? -1)).toBe(length);
      }),
      { seed: 20261122 },
    );
  });

  it('makes one part without bytes of a file without bytes', () => {
    expect(planParts(0).parts(1, 100)).toEqual([{ number: 1, size: 0 }]);
  });

  it('gives the parts asked for and none past the last', () => {
    expect(planParts(20 * mebibyte).parts(2, 9)).toEqual([
      { number: 2, size: 8 * mebibyte },
      { number: 3, size: 4 * mebibyte },
    ]);
  });
});

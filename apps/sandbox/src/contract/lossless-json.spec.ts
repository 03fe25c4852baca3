import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { BigNumber } from '../operation.js';
import { stringifyLossless, quoteUnsafeIntegers } from './lossless-json.js';

describe('quoteUnsafeIntegers', () => {
  it('keeps every digit of an integer beyond 2^53', () => {
    expect(JSON.parse(quoteUnsafeIntegers('{"id":1395496464656556464,"n":-9007199254740993}'))).toEqual({
      id: '1395496464656556464',
      n: '-9007199254740993',
    });
  });

  it('does not change safe integers, fractions and exponents', () => {
    const text = '[9007199254740991,1.23456789012345678,12345678901234567e3,12]';
    expect(quoteUnsafeIntegers(text)).toBe(text);
  });

  it('does not change digits inside strings, even after escapes', () => {
    const text = JSON.stringify({ '12345678901234567890': 'a"12345678901234567890\\', b: '\\"12345678901234567890' });
    expect(quoteUnsafeIntegers(text)).toBe(text);
  });

  it('changes only unsafe integers in any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n }), (json, big) => {
        const parsed = JSON.parse(quoteUnsafeIntegers(`[${json},${big}]`)) as unknown[];
        expect(parsed[1]).toBe(big.toString());
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('stringifyLossless', () => {
  it('prints a BigNumber as digits without quotes', () => {
    expect(stringifyLossless({ deptId: new BigNumber('1395496464656556464'), list: [new BigNumber('-7')] }).text).toBe(
      '{"deptId":1395496464656556464,"list":[-7]}',
    );
  });
});

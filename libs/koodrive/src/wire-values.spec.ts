import { describe, expect, it } from '@jest/globals';
import { gigabytesToBytes, parseId, kilobytesToBytes, parseTimestamp, parseNonNegativeInteger } from './wire-values.js';

describe('values of the upstream', () => {
  it.each([
    ['2023-12-11T09:17:25.529Z', '2023-12-11T09:17:25.529Z'],
    ['2025-03-03T08:11:00Z', '2025-03-03T08:11:00.000Z'],
    ['2025-03-03T16:11:00+08:00', '2025-03-03T08:11:00.000Z'],
    ['20231227151904', '2023-12-27T15:19:04.000Z'],
    ['2025-03-03 08:11:00', '2025-03-03T08:11:00.000Z'],
    ['1740989460000', '2025-03-03T08:11:00.000Z'],
    [1740989460000, '2025-03-03T08:11:00.000Z'],
  ])('time %s is parsed as %s', (wire, expected) => expect(parseTimestamp(wire)).toBe(expected));

  it.each(['', 'soon', '2023-13-11T09:17:25.529Z', undefined, null])('%s is not a time', (wire) =>
    expect(parseTimestamp(wire)).toBeUndefined(),
  );

  it('an id becomes text, and an empty id becomes undefined', () => {
    expect([parseId(12), parseId('9007199254740993'), parseId(''), parseId(null)]).toEqual([
      '12',
      '9007199254740993',
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['12', 12],
    [0, 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['9007199254740993', undefined],
    ['', undefined],
  ])('integer %s is parsed as %s', (wire, expected) => expect(parseNonNegativeInteger(wire)).toBe(expected));

  it('capacities become bytes, or undefined beyond 2^53', () => {
    expect([gigabytesToBytes('20'), kilobytesToBytes(4), gigabytesToBytes(10_000_000)]).toEqual([
      20 * 1024 ** 3,
      4096,
      undefined,
    ]);
  });
});

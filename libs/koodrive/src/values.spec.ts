import { describe, expect, it } from '@jest/globals';
import { gigabytes, id, kilobytes, moment, whole } from './values.js';

describe('values as the upstream prints them', () => {
  it.each([
    ['2023-12-11T09:17:25.529Z', '2023-12-11T09:17:25.529Z'],
    ['2025-03-03T08:11:00Z', '2025-03-03T08:11:00.000Z'],
    ['2025-03-03T16:11:00+08:00', '2025-03-03T08:11:00.000Z'],
    ['20231227151904', '2023-12-27T15:19:04.000Z'],
    ['2025-03-03 08:11:00', '2025-03-03T08:11:00.000Z'],
    ['1740989460000', '2025-03-03T08:11:00.000Z'],
    [1740989460000, '2025-03-03T08:11:00.000Z'],
  ])('a time %s is %s', (wire, expected) => expect(moment(wire)).toBe(expected));

  it.each(['', 'soon', '2023-13-11T09:17:25.529Z', undefined, null])('no time is read out of %s', (wire) =>
    expect(moment(wire)).toBeUndefined(),
  );

  it('an id is text, whatever it was, and none where it is empty', () => {
    expect([id(12), id('9007199254740993'), id(''), id(null)]).toEqual([
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
  ])('a whole number %s is %s', (wire, expected) => expect(whole(wire)).toBe(expected));

  it('capacities become bytes, and none where that would pass 2^53', () => {
    expect([gigabytes('20'), kilobytes(4), gigabytes(10_000_000)]).toEqual([20 * 1024 ** 3, 4096, undefined]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { judge, markTable, resultTable } from '../bench/report.js';
import { type Round, spread } from '../bench/scenario.js';
import { listingAnswer } from '../bench/upstream-data.js';

const rounds = (...rates: number[]): Round[] => rates.map((rate) => ({ rate, p50: 1, p99: 2, megabytes: 3, cpu: 4 }));
const mark = { name: 'a / b', of: 'a', against: 'b', atLeast: 0.6 };

describe('the report of the bench', () => {
  it('takes the middle of the rounds, and the least and the most', () => {
    expect(spread([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 });
    expect(spread([4, 2])).toEqual({ median: 3, min: 2, max: 4 });
  });

  it('compares round with round, so that a slow while of the machine changes no ratio', () => {
    const results = new Map([
      ['a', rounds(60, 6, 600)],
      ['b', rounds(100, 10, 1000)],
    ]);
    expect(judge(mark, results)).toMatchObject({ ratio: { median: 0.6, min: 0.6, max: 0.6 }, passed: true });
  });

  it('says short where the median is below the mark', () => {
    const results = new Map([
      ['a', rounds(50, 59, 90)],
      ['b', rounds(100, 100, 100)],
    ]);
    expect(markTable([judge(mark, results)])).toMatch(/0\.59 +0\.50 +0\.90 +0\.60 +short$/);
  });

  it('a contestant that is missing passes no mark', () => {
    expect(judge(mark, new Map([['a', rounds(1)]])).passed).toBe(false);
  });

  it('has a line for each contestant', () => {
    expect(
      resultTable(
        new Map([
          ['a', rounds(1234)],
          ['b', rounds(1)],
        ]),
      ).split('\n'),
    ).toEqual([
      expect.stringContaining('req/s'),
      expect.stringMatching(/^a +1,234 +1,234 +1,234 +3 +4 +1\.00 +2\.00$/),
      expect.stringMatching(/^b /),
    ]);
  });

  it('the listing of its upstream is 24 kB of 50 files', () => {
    expect(listingAnswer.length).toBeGreaterThan(23_500);
    expect(listingAnswer.length).toBeLessThanOrEqual(24_000);
    expect((JSON.parse(listingAnswer.toString()) as { files: unknown[] }).files).toHaveLength(50);
  });
});

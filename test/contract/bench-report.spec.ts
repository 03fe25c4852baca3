import { describe, expect, it } from '@jest/globals';
import { evaluateThreshold, formatThresholdTable, formatResultTable } from '../bench/report.js';
import { type RoundResult, summarize } from '../bench/scenario.js';
import { listingResponse } from '../bench/upstream-data.js';

const createRounds = (...rates: number[]): RoundResult[] =>
  rates.map((requestsPerSecond) => ({
    requestsPerSecond,
    p50Ms: 1,
    p99Ms: 2,
    megabytesPerSecond: 3,
    cpuMicroseconds: 4,
  }));
const threshold = { name: 'a / b', scenario: 'a', baseline: 'b', minRatio: 0.6 };

describe('the report of the bench', () => {
  it('summarizes rounds by median, minimum and maximum', () => {
    expect(summarize([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 });
    expect(summarize([4, 2])).toEqual({ median: 3, min: 2, max: 4 });
  });

  it('computes ratios round by round, so that a slow period of the machine changes no ratio', () => {
    const results = new Map([
      ['a', createRounds(60, 6, 600)],
      ['b', createRounds(100, 10, 1000)],
    ]);
    expect(evaluateThreshold(threshold, results)).toMatchObject({
      ratio: { median: 0.6, min: 0.6, max: 0.6 },
      passed: true,
    });
  });

  it('reports fail if the median is below the required ratio', () => {
    const results = new Map([
      ['a', createRounds(50, 59, 90)],
      ['b', createRounds(100, 100, 100)],
    ]);
    expect(formatThresholdTable([evaluateThreshold(threshold, results)])).toMatch(/0\.59 +0\.50 +0\.90 +0\.60 +fail$/);
  });

  it('reports fail if a scenario has no results', () => {
    expect(evaluateThreshold(threshold, new Map([['a', createRounds(1)]])).passed).toBe(false);
  });

  it('has a line for each scenario', () => {
    expect(
      formatResultTable(
        new Map([
          ['a', createRounds(1234)],
          ['b', createRounds(1)],
        ]),
      ).split('\n'),
    ).toEqual([
      expect.stringContaining('req/s'),
      expect.stringMatching(/^a +1,234 +1,234 +1,234 +3 +4 +1\.00 +2\.00$/),
      expect.stringMatching(/^b /),
    ]);
  });

  it('measures a listing of 50 files in 24 kB', () => {
    expect(listingResponse.length).toBeGreaterThan(23_500);
    expect(listingResponse.length).toBeLessThanOrEqual(24_000);
    expect((JSON.parse(listingResponse.toString()) as { files: unknown[] }).files).toHaveLength(50);
  });
});

import { type RoundResult, type SampleSummary, summarize } from './scenario.js';

export type RoundsByScenario = ReadonlyMap<string, readonly RoundResult[]>;

/** The minimum ratio of the rates of two scenarios, measured round by round. */
export interface RatioThreshold {
  readonly name: string;
  readonly scenario: string;
  readonly baseline: string;
  readonly minRatio: number;
}

export interface ThresholdResult extends RatioThreshold {
  readonly ratio: SampleSummary;
  readonly passed: boolean;
}

/** Computes the ratio for each round, so that a slow period of the machine affects both rates. */
export function evaluateThreshold(threshold: RatioThreshold, results: RoundsByScenario): ThresholdResult {
  const baselineRounds = results.get(threshold.baseline) ?? [];
  const ratio = summarize(
    (results.get(threshold.scenario) ?? []).map(
      ({ requestsPerSecond }, round) => requestsPerSecond / (baselineRounds[round]?.requestsPerSecond ?? NaN),
    ),
  );
  return { ...threshold, ratio, passed: ratio.median >= threshold.minRatio };
}

const integerFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const formatTwoDecimals = (value: number): string => value.toFixed(2);

/** Formats rows of text in aligned columns. */
function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map(line).join('\n');
}

export function formatResultTable(results: RoundsByScenario): string {
  const rows = [...results].map(([name, rounds]) => {
    const rate = summarize(rounds.map((round) => round.requestsPerSecond));
    const p50 = summarize(rounds.map((round) => round.p50Ms)).median;
    const p99 = summarize(rounds.map((round) => round.p99Ms)).median;
    const megabytes = summarize(rounds.map((round) => round.megabytesPerSecond)).median;
    const cpu = summarize(rounds.map((round) => round.cpuMicroseconds)).median;
    return [
      name,
      ...[rate.median, rate.min, rate.max, megabytes, cpu].map((value) => integerFormat.format(value)),
      formatTwoDecimals(p50),
      formatTwoDecimals(p99),
    ];
  });
  return alignColumns([['', 'req/s', 'min', 'max', 'MB/s', 'CPU µs', 'p50 ms', 'p99 ms'], ...rows]);
}

export function formatThresholdTable(thresholdResults: readonly ThresholdResult[]): string {
  const rows = thresholdResults.map(({ name, ratio, minRatio, passed }) => [
    name,
    formatTwoDecimals(ratio.median),
    formatTwoDecimals(ratio.min),
    formatTwoDecimals(ratio.max),
    formatTwoDecimals(minRatio),
    passed ? 'pass' : 'fail',
  ]);
  return alignColumns([['ratio', 'median', 'min', 'max', 'required', ''], ...rows]);
}

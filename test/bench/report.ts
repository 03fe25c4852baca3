import { type Round, type Spread, spread } from './scenario.js';

export type Results = ReadonlyMap<string, readonly Round[]>;

/** A promise on the ratio of two scenarios, measured round by round. */
export interface Mark {
  readonly name: string;
  readonly of: string;
  readonly against: string;
  readonly atLeast: number;
}

export interface Judgement extends Mark {
  readonly ratio: Spread;
  readonly passed: boolean;
}

/** The ratio of each round's pair, so that what slows the machine for a while slows both. */
export function judge(mark: Mark, results: Results): Judgement {
  const against = results.get(mark.against) ?? [];
  const ratio = spread((results.get(mark.of) ?? []).map(({ rate }, round) => rate / (against[round]?.rate ?? NaN)));
  return { ...mark, ratio, passed: ratio.median >= mark.atLeast };
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const two = (value: number): string => value.toFixed(2);

/** Rows of text in aligned columns. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map(line).join('\n');
}

export function resultTable(results: Results): string {
  const rows = [...results].map(([name, rounds]) => {
    const rate = spread(rounds.map((round) => round.rate));
    const p50 = spread(rounds.map((round) => round.p50)).median;
    const p99 = spread(rounds.map((round) => round.p99)).median;
    const megabytes = spread(rounds.map((round) => round.megabytes)).median;
    const cpu = spread(rounds.map((round) => round.cpu)).median;
    return [
      name,
      ...[rate.median, rate.min, rate.max, megabytes, cpu].map((value) => whole.format(value)),
      two(p50),
      two(p99),
    ];
  });
  return columns([['', 'req/s', 'min', 'max', 'MB/s', 'CPU µs', 'p50 ms', 'p99 ms'], ...rows]);
}

export function markTable(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ name, ratio, atLeast, passed }) => [
    name,
    two(ratio.median),
    two(ratio.min),
    two(ratio.max),
    two(atLeast),
    passed ? 'pass' : 'short',
  ]);
  return columns([['ratio', 'median', 'min', 'max', 'mark', ''], ...rows]);
}

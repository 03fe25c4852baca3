/** The measurement of one scenario. */
export interface LatencyRow {
  readonly scenario: string;
  /** For each caller, the milliseconds until its complete response. */
  readonly latenciesMs: readonly number[];
  /** The number of responses that are an error for the caller. */
  readonly errorCount: number;
  /** The number of tokens that the upstream created. */
  readonly createdTokenCount: number;
  readonly note?: string;
}

/** The median; for an even count, the greater of the two middle values. */
export const computeMedian = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Measurements of scenarios, printed as a Markdown table (for docs/operations.md). */
export class LatencyTable {
  private readonly rows: LatencyRow[] = [];

  /** @param countColumnTitle the title of the column with the created tokens */
  constructor(private readonly countColumnTitle: string) {}

  add(row: LatencyRow): void {
    this.rows.push(row);
  }

  print(): void {
    const lines = this.rows.map(({ scenario, latenciesMs, errorCount, createdTokenCount, note = '' }) =>
      [
        scenario,
        latenciesMs.length,
        errorCount,
        createdTokenCount,
        formatMs(computeMedian(latenciesMs)),
        formatMs(Math.max(0, ...latenciesMs)),
        note,
      ].join(' | '),
    );
    const header = `scenario | callers | errors | ${this.countColumnTitle} | median wait | longest wait | note`;
    const separator = '--- | ---: | ---: | ---: | ---: | ---: | ---';
    process.stderr.write(`\n${[header, separator, ...lines].map((line) => `| ${line} |`).join('\n')}\n`);
  }
}

const formatMs = (value: number): string => `${Math.round(value)} ms`;

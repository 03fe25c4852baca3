/** What one scenario showed. */
export interface WaitRow {
  readonly scenario: string;
  /** Of each caller, milliseconds until its answer was whole. */
  readonly waits: readonly number[];
  /** Answers that a caller would call an error. */
  readonly errors: number;
  /** Tokens made upstream. */
  readonly made: number;
  readonly note?: string;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Figures of scenarios, as a Markdown table for people to read and to keep. */
export class WaitTable {
  readonly #rows: WaitRow[] = [];

  /** @param made what is counted, for the head of its column */
  constructor(private readonly made: string) {}

  add(row: WaitRow): void {
    this.#rows.push(row);
  }

  print(): void {
    const lines = this.#rows.map(({ scenario, waits, errors, made, note = '' }) =>
      [scenario, waits.length, errors, made, ms(median(waits)), ms(Math.max(0, ...waits)), note].join(' | '),
    );
    const head = `scenario | callers | errors | ${this.made} | median wait | longest wait | beside`;
    const rule = '--- | ---: | ---: | ---: | ---: | ---: | ---';
    process.stderr.write(`\n${[head, rule, ...lines].map((line) => `| ${line} |`).join('\n')}\n`);
  }
}

const ms = (value: number): string => `${Math.round(value)} ms`;

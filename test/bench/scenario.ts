/** One load: what is asked of whom. */
export interface Scenario {
  readonly name: string;
  /** The process that answers. */
  readonly pid: number;
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What one round of one scenario gave. */
export interface Round {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Megabytes (1,000,000 bytes) of answers a second. */
  readonly megabytes: number;
  /** Microseconds of processor time that the contestant took for an answer; hardly moved by what else the machine does. */
  readonly cpu: number;
}

/** The middle of all rounds, with the least and the most. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN };
}

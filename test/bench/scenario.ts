/** The requests that are sent to one target. */
export interface LoadScenario {
  readonly name: string;
  /** The process of the target. */
  readonly pid: number;
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The measurement of one round of one scenario. */
export interface RoundResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Megabytes (1,000,000 bytes) of responses a second. */
  readonly megabytesPerSecond: number;
  /** Processor time of the target for each response. Other load on the machine hardly changes it. */
  readonly cpuMicroseconds: number;
}

/** The median, minimum and maximum of all rounds. */
export interface SampleSummary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function summarize(values: readonly number[]): SampleSummary {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN };
}

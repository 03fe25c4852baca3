/** What a failed try means for the next one. Whoever knows the errors gives it as data; nothing here looks at statuses. */
export interface Verdict {
  /**
   * - `unsent`: the request certainly never left
   * - `refused`: it arrived, and was certainly not carried out
   * - `unknown`: it may have been carried out
   */
  readonly outcome: 'unsent' | 'refused' | 'unknown';
  /** Whether the same request may do better after a wait. */
  readonly transient: boolean;
  /** Whether it speaks of a sick upstream, and so counts for the breaker. */
  readonly outage: boolean;
  /** Milliseconds the upstream asked to wait. */
  readonly retryAfterMs?: number | undefined;
}

export type Classify = (error: unknown) => Verdict;

/** A repeat is safe when the operation says so, or when the first request certainly never left. */
export function mayRepeat(verdict: Verdict, repeatable: boolean): boolean {
  return verdict.transient && (repeatable || verdict.outcome === 'unsent');
}

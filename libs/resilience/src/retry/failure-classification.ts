/**
 * What a failed attempt means for the next one. The caller of Resilience knows its errors and classifies them; this
 * library checks no status codes.
 */
export interface FailureClassification {
  /**
   * - `unsent`: the request certainly was not sent
   * - `refused`: the request arrived, and certainly was not carried out
   * - `unknown`: the request may have been carried out
   */
  readonly outcome: 'unsent' | 'rejected' | 'unknown';
  /** Whether the same request may succeed after a delay. */
  readonly transient: boolean;
  /** Whether it indicates that the upstream is unhealthy, and therefore counts for the breaker. */
  readonly outage: boolean;
  /** Milliseconds to wait that the upstream requested. */
  readonly retryAfterMs?: number;
}

export type FailureClassifier = (error: unknown) => FailureClassification;

/** A retry is safe if the operation is idempotent, or if the failed request certainly was not sent. */
export function mayRetry(classification: FailureClassification, idempotent: boolean): boolean {
  return classification.transient && (idempotent || classification.outcome === 'unsent');
}

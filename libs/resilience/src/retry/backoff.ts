export interface BackoffOptions {
  /** Upper bound of the first delay, milliseconds. */
  readonly baseDelayMs: number;
  /** Upper bound of every delay, milliseconds. */
  readonly maxDelayMs: number;
}

/**
 * Backoff with full jitter: a random delay between 0 and base * 2^(failedAttempts - 1), so that callers who failed
 * together do not retry together.
 * @param failedAttempts number of failed attempts so far, from 1
 * @param random returns a number in [0, 1)
 * @returns milliseconds
 */
export function fullJitter(failedAttempts: number, backoff: BackoffOptions, random: () => number): number {
  return random() * Math.min(backoff.maxDelayMs, backoff.baseDelayMs * 2 ** (failedAttempts - 1));
}

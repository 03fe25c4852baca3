export interface Backoff {
  /** Upper bound of the first wait, milliseconds. */
  readonly baseMs: number;
  /** Upper bound of every wait, milliseconds. */
  readonly mostMs: number;
}

/**
 * Full jitter: a random wait between 0 and base * 2^(tries - 1), so that callers who failed together do not return
 * together.
 * @param tries how many tries failed so far, from 1
 * @param random a number in [0, 1)
 */
export function fullJitter(tries: number, backoff: Backoff, random: () => number): number {
  return random() * Math.min(backoff.mostMs, backoff.baseMs * 2 ** (tries - 1));
}

/** A Date further away than this is nonsense, not skew. Milliseconds. */
const MOST_SKEW = 24 * 60 * 60 * 1000;

/**
 * The upstream's time, learned from the Date of its answers. A Date has whole seconds and is old by the way it came,
 * so the time told here is never ahead of the upstream's, which refuses signatures from the future.
 */
export class UpstreamClock {
  private skew = 0;

  /** @param clock what our own machine says */
  constructor(private readonly clock: { now(): number }) {}

  learn(dateHeader: string | undefined): void {
    const date = dateHeader ? Date.parse(dateHeader) : NaN;
    const skew = date - this.clock.now();
    if (Math.abs(skew) < MOST_SKEW) this.skew = skew;
  }

  /** Milliseconds since 1970 on the upstream's clock. */
  now(): number {
    return this.clock.now() + this.skew;
  }
}

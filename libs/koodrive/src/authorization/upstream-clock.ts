/** A larger difference means that the Date header is wrong, not that a clock is skewed. */
const maxSkewMs = 24 * 60 * 60 * 1000;

/**
 * The upstream's time, learned from the Date header of its responses. A Date is cut to whole seconds and is as old as the
 * response took to arrive. So this clock is never ahead of the upstream, which rejects signatures from the future.
 */
export class UpstreamClock {
  private skewMs = 0;
  private ignoredSkewMs: number | undefined;

  /** @param clock the time of our own machine, milliseconds since 1970 */
  constructor(private readonly clock: { now(): number }) {}

  synchronize(dateHeader: string | undefined): void {
    const date = dateHeader ? Date.parse(dateHeader) : NaN;
    const skewMs = date - this.clock.now();
    if (Number.isNaN(skewMs)) return;
    const isPlausible = Math.abs(skewMs) < maxSkewMs;
    this.ignoredSkewMs = isPlausible ? undefined : skewMs;
    if (isPlausible) this.skewMs = skewMs;
  }

  /**
   * How far the upstream's time is ahead of ours, if the last Date was too far away to be followed. No signature is then
   * inside of the 15 minutes for which the upstream accepts it.
   */
  get uncorrectedSkewMs(): number | undefined {
    return this.ignoredSkewMs;
  }

  /** Milliseconds since 1970 on the upstream's clock. */
  now(): number {
    return this.clock.now() + this.skewMs;
  }
}

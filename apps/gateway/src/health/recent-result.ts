import { type Clock, systemClock } from '#store';

/**
 * A result that all callers share for a time after it was produced. Calls without a credential read it: however many
 * arrive, it is produced at most once in that time.
 */
export class RecentResult<T> {
  private result: Promise<T> | undefined;
  /** Undefined while the result is being produced. */
  private expiresAtMs: number | undefined;

  constructor(
    private readonly produce: () => Promise<T>,
    private readonly maxAgeMs: number,
    private readonly clock: Pick<Clock, 'monotonic'> = systemClock,
  ) {}

  get(): Promise<T> {
    const expired = this.expiresAtMs !== undefined && this.clock.monotonic() >= this.expiresAtMs;
    if (this.result && !expired) return this.result;
    this.expiresAtMs = undefined;
    this.result = this.produce().finally(() => (this.expiresAtMs = this.clock.monotonic() + this.maxAgeMs));
    return this.result;
  }
}

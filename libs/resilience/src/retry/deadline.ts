import { setMaxListeners } from 'node:events';
import { DeadlineExceededError } from './errors.js';
import { type MonotonicClock, monotonicClock } from '../time.js';

/** A try that starts with less than this left would hardly come back in time. Milliseconds. */
const LEAST_FOR_A_TRY = 50;

/**
 * The time one call may take, all its tries together. Its signal aborts when the time is up or when the caller's own
 * signal does. Call `end()` when the call is over, so that no timer and no listener stays behind.
 */
export class Deadline {
  readonly signal: AbortSignal;
  private readonly controller = new AbortController();
  private readonly startedAt: number;
  private readonly clock: MonotonicClock;
  private readonly timer: NodeJS.Timeout;
  private readonly caller: AbortSignal | undefined;

  /** @param totalMs milliseconds from now */
  constructor(
    readonly totalMs: number,
    options: { readonly signal?: AbortSignal | undefined; readonly clock?: MonotonicClock } = {},
  ) {
    this.clock = options.clock ?? monotonicClock;
    this.startedAt = this.clock.monotonic();
    this.signal = this.controller.signal;
    this.timer = setTimeout(() => this.controller.abort(new DeadlineExceededError(totalMs)), Math.max(0, totalMs));
    this.caller = options.signal;
    // One caller may wait for many calls at once: that is no leak.
    if (this.caller) setMaxListeners(0, this.caller);
    if (this.caller?.aborted) this.abortWithCaller();
    else this.caller?.addEventListener('abort', this.abortWithCaller, { once: true });
  }

  /** Milliseconds left; 0 when the time is up. */
  remaining(): number {
    return Math.max(0, this.totalMs - (this.clock.monotonic() - this.startedAt));
  }

  /** Whether a try that begins after a wait of so many milliseconds still has time to come back. */
  leavesTimeForTry(afterMs = 0): boolean {
    return !this.signal.aborted && this.remaining() - afterMs >= LEAST_FOR_A_TRY;
  }

  /** Whether the time ran out, as opposed to the caller having gone. */
  get exceeded(): boolean {
    return this.signal.reason instanceof DeadlineExceededError;
  }

  end(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.abortWithCaller);
  }

  private readonly abortWithCaller = (): void => {
    clearTimeout(this.timer);
    this.controller.abort(this.caller?.reason);
  };
}

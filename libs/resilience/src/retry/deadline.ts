import { setMaxListeners } from 'node:events';
import { DeadlineExceededError } from './errors.js';
import { type MonotonicClock, monotonicClock } from '../time.js';

/** An attempt that starts with less time than this would hardly finish before the deadline. */
const minAttemptMs = 50;

/**
 * The time limit of one call with all its attempts. Its signal aborts when the time is up or when the caller's signal
 * aborts. Call `end()` when the call is over, so that no timer and no listener remains.
 */
export class Deadline {
  readonly signal: AbortSignal;
  private readonly controller = new AbortController();
  private readonly startedAt: number;
  private readonly clock: MonotonicClock;
  private readonly timer: NodeJS.Timeout;
  private readonly callerSignal: AbortSignal | undefined;

  /** @param totalMs milliseconds from now */
  constructor(
    readonly totalMs: number,
    options: { readonly signal?: AbortSignal; readonly clock?: MonotonicClock } = {},
  ) {
    this.clock = options.clock ?? monotonicClock;
    this.startedAt = this.clock.monotonic();
    this.signal = this.controller.signal;
    this.timer = setTimeout(() => this.controller.abort(new DeadlineExceededError(totalMs)), Math.max(0, totalMs));
    this.callerSignal = options.signal;
    // One caller may wait for many calls at the same time. Without this, Node.js would warn of a listener leak.
    if (this.callerSignal) setMaxListeners(0, this.callerSignal);
    if (this.callerSignal?.aborted) this.abortWithCaller();
    else this.callerSignal?.addEventListener('abort', this.abortWithCaller, { once: true });
  }

  /** Remaining milliseconds; 0 when the time is up. */
  remainingMs(): number {
    return Math.max(0, this.totalMs - (this.clock.monotonic() - this.startedAt));
  }

  /** Whether an attempt that starts after a delay of `afterMs` milliseconds has at least 50 ms left. */
  leavesTimeForAttempt(afterMs = 0): boolean {
    return !this.signal.aborted && this.remainingMs() - afterMs >= minAttemptMs;
  }

  /** Whether the signal aborted because the time is up, and not because the caller left. */
  get exceeded(): boolean {
    return this.signal.reason instanceof DeadlineExceededError;
  }

  end(): void {
    clearTimeout(this.timer);
    this.callerSignal?.removeEventListener('abort', this.abortWithCaller);
  }

  private readonly abortWithCaller = (): void => {
    clearTimeout(this.timer);
    this.controller.abort(this.callerSignal?.reason);
  };
}

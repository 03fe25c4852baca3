import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  handleWhen,
  SamplingBreaker,
} from 'cockatiel';
import { BreakerOpenError, BulkheadFullError } from './errors.js';

export interface CircuitOptions {
  /** Tries of one class under way at once. */
  readonly concurrent: number;
  /** Tries of one class that may wait for a place. */
  readonly queued: number;
  /** The breaker opens when more than this share of the tries of `windowMs` failed. */
  readonly threshold: number;
  readonly windowMs: number;
  /** Below this many tries in a second, on average over the window, the breaker stays closed. */
  readonly leastPerSecond: number;
  /** Milliseconds the breaker stays open before it lets one try through. */
  readonly openMs: number;
}

/** A guess, since nobody knows when a place becomes free. */
const FULL_RETRY_AFTER_MS = 1000;

/** Breaker and bulkhead of one class of operation, so that a sick or slow class takes no other with it. */
export class Circuit {
  private readonly breaker;
  private readonly places;
  private openedAt = 0;

  constructor(
    private readonly operationClass: string,
    private readonly options: CircuitOptions,
    isOutage: (error: unknown) => boolean,
  ) {
    const { threshold, windowMs, leastPerSecond, openMs } = options;
    this.breaker = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: openMs,
      breaker: new SamplingBreaker({ threshold, duration: windowMs, minimumRps: leastPerSecond }),
    });
    this.breaker.onBreak(() => (this.openedAt = Date.now()));
    this.places = bulkhead(options.concurrent, options.queued);
  }

  /** @throws BreakerOpenError or BulkheadFullError without having called `work`; else what `work` throws */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    // While one try tests the ground, cockatiel would let all others wait for its end: they are better told at once.
    if (this.breaker.state === CircuitState.HalfOpen) throw this.open();
    try {
      return await this.breaker.execute(() =>
        // The bulkhead gets no signal: it drops a cancelled waiter without calling the next one. It is looked at here.
        this.places.execute(() => {
          signal.throwIfAborted();
          return work();
        }),
      );
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw this.open();
      if (error instanceof BulkheadRejectedError) throw new BulkheadFullError(this.operationClass, FULL_RETRY_AFTER_MS);
      throw error;
    }
  }

  private open(): BreakerOpenError {
    const left = this.openedAt + this.options.openMs - Date.now();
    return new BreakerOpenError(this.operationClass, Math.max(left, 100));
  }
}

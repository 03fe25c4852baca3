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
  /** Max attempts of one class that run at the same time. */
  readonly maxConcurrent: number;
  /** Max attempts of one class that wait in the queue of the bulkhead. */
  readonly maxQueued: number;
  /** The breaker opens when more than this share of the attempts within `windowMs` failed. */
  readonly failureRateThreshold: number;
  readonly windowMs: number;
  /** With fewer attempts per second, on average over the window, the breaker stays closed. */
  readonly minAttemptsPerSecond: number;
  /** Milliseconds the breaker stays open before it lets one attempt through (half-open). */
  readonly openMs: number;
}

/** An estimate, since it is not known when an attempt in progress ends. */
const bulkheadFullRetryAfterMs = 1000;
/** Lower bound of `retryAfterMs` when the breaker is about to let an attempt through. */
const minBreakerRetryAfterMs = 100;

/** Breaker and bulkhead of one class of operations, so that a failing or slow class does not affect the others. */
export class Circuit {
  private readonly breaker;
  private readonly bulkhead;
  /** Milliseconds since 1970, the clock that cockatiel uses. */
  private openedAt = 0;

  constructor(
    private readonly operationClass: string,
    private readonly options: CircuitOptions,
    isOutage: (error: unknown) => boolean,
  ) {
    const { failureRateThreshold, windowMs, minAttemptsPerSecond, openMs } = options;
    this.breaker = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: openMs,
      breaker: new SamplingBreaker({
        threshold: failureRateThreshold,
        duration: windowMs,
        minimumRps: minAttemptsPerSecond,
      }),
    });
    this.breaker.onBreak(() => (this.openedAt = Date.now()));
    this.bulkhead = bulkhead(options.maxConcurrent, options.maxQueued);
  }

  /** @throws BreakerOpenError or BulkheadFullError without a call of `work`; otherwise what `work` throws */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    // During the half-open test attempt, cockatiel would make all other attempts wait for its end. They fail at once
    // instead.
    if (this.breaker.state === CircuitState.HalfOpen) throw this.createOpenError();
    try {
      return await this.breaker.execute(() =>
        // The bulkhead does not get the signal: it drops a cancelled waiter without starting the next one. The signal is
        // checked here instead.
        this.bulkhead.execute(() => {
          signal.throwIfAborted();
          return work();
        }),
      );
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw this.createOpenError();
      if (error instanceof BulkheadRejectedError)
        throw new BulkheadFullError(this.operationClass, bulkheadFullRetryAfterMs);
      throw error;
    }
  }

  private createOpenError(): BreakerOpenError {
    const remainingMs = this.openedAt + this.options.openMs - Date.now();
    return new BreakerOpenError(this.operationClass, Math.max(remainingMs, minBreakerRetryAfterMs));
  }
}

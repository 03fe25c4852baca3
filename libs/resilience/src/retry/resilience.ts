import { type BackoffOptions, fullJitter } from './backoff.js';
import { Circuit, type CircuitOptions } from './circuit.js';
import type { Deadline } from './deadline.js';
import { DeadlineExceededError, OutcomeUnknownError } from './errors.js';
import { AbandonedError, raceWithSignal } from './race-with-signal.js';
import { RetryQuota } from './retry-quota.js';
import { delay, type Delay } from '../time.js';
import { type FailureClassifier, mayRetry, type FailureClassification } from './failure-classification.js';

const maxAttempts = 3;

export interface ResilienceOptions extends Partial<CircuitOptions>, Partial<BackoffOptions> {
  /** Classifies the error of an attempt. */
  readonly classify: FailureClassifier;
  /** Returns a number in [0, 1); for tests. */
  readonly random?: () => number;
  readonly delay?: Delay;
}

export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly signal: AbortSignal;
}

export interface RunOptions {
  /** The name of the operation in errors. */
  readonly operation: string;
  /** Whether the operation may be sent again when the outcome of an attempt is unknown (idempotent). */
  readonly idempotent: boolean;
  readonly deadline: Deadline;
}

type Limits = CircuitOptions & BackoffOptions;

const defaultLimits: Limits = {
  maxConcurrent: 64,
  maxQueued: 256,
  failureRateThreshold: 0.5,
  windowMs: 10_000,
  minAttemptsPerSecond: 5,
  openMs: 5_000,
  baseDelayMs: 100,
  maxDelayMs: 2_000,
};

/** Rejected by the breaker or the bulkhead, or out of time in the queue. There is no retry, to shed load at once. */
const notStartedFailure: FailureClassification = { outcome: 'unsent', transient: false, outage: false };
const abandonedFailure: FailureClassification = { outcome: 'unknown', transient: false, outage: false };

interface OperationClass {
  readonly circuit: Circuit;
  readonly quota: RetryQuota;
}

/**
 * Runs attempts with a deadline, breaker, bulkhead, backoff and retry quota. Each class of operations has its own
 * breaker, bulkhead and quota.
 */
export class Resilience {
  private readonly limits: Limits;
  private readonly classify: FailureClassifier;
  private readonly classes = new Map<string, OperationClass>();
  private readonly random: () => number;
  private readonly delay: Delay;

  constructor(options: ResilienceOptions) {
    this.limits = resolveLimits(options);
    this.classify = options.classify;
    this.random = options.random ?? Math.random;
    this.delay = options.delay ?? delay;
  }

  /**
   * Calls `runAttempt` until it succeeds, at most three times.
   * @throws OutcomeUnknownError if an operation that is not idempotent may have been carried out; BreakerOpenError,
   * BulkheadFullError or DeadlineExceededError if nothing was sent; the abort reason of the caller; otherwise the last
   * error
   */
  async run<T>(className: string, runAttempt: (attempt: Attempt) => Promise<T>, options: RunOptions): Promise<T> {
    const { deadline, idempotent } = options;
    const { circuit, quota } = this.getOperationClass(className);
    if (!deadline.leavesTimeForAttempt()) throw getAbortReason(deadline);
    for (let number = 1; ; number++) {
      let started = false;
      const work = (): Promise<T> => {
        started = true;
        return runAttempt({ number, signal: deadline.signal });
      };
      try {
        const response = await raceWithSignal(circuit.run(work, deadline.signal), deadline.signal);
        quota.recordSuccess(number > 1);
        return response;
      } catch (error) {
        const classification = started ? this.classifyFailure(error) : notStartedFailure;
        const delayMs = Math.max(classification.retryAfterMs ?? 0, fullJitter(number, this.limits, this.random));
        const retry =
          number < maxAttempts &&
          mayRetry(classification, idempotent) &&
          deadline.leavesTimeForAttempt(delayMs) &&
          quota.tryAcquire();
        if (!retry) throw toFinalError(error, classification, options);
        await this.delay(delayMs, deadline.signal);
        if (!deadline.leavesTimeForAttempt()) throw toFinalError(error, classification, options);
      }
    }
  }

  private classifyFailure(error: unknown): FailureClassification {
    return error instanceof AbandonedError ? abandonedFailure : this.classify(error);
  }

  private getOperationClass(name: string): OperationClass {
    const existing = this.classes.get(name);
    if (existing) return existing;
    const circuit = new Circuit(name, this.limits, (error) => this.classifyFailure(error).outage);
    const created = { circuit, quota: new RetryQuota() };
    this.classes.set(name, created);
    return created;
  }
}

/** Uses the default for an option that is absent or undefined. */
function resolveLimits(options: Partial<Limits>): Limits {
  return {
    maxConcurrent: options.maxConcurrent ?? defaultLimits.maxConcurrent,
    maxQueued: options.maxQueued ?? defaultLimits.maxQueued,
    failureRateThreshold: options.failureRateThreshold ?? defaultLimits.failureRateThreshold,
    windowMs: options.windowMs ?? defaultLimits.windowMs,
    minAttemptsPerSecond: options.minAttemptsPerSecond ?? defaultLimits.minAttemptsPerSecond,
    openMs: options.openMs ?? defaultLimits.openMs,
    baseDelayMs: options.baseDelayMs ?? defaultLimits.baseDelayMs,
    maxDelayMs: options.maxDelayMs ?? defaultLimits.maxDelayMs,
  };
}

function toFinalError(
  error: unknown,
  classification: FailureClassification,
  { operation, idempotent }: RunOptions,
): unknown {
  const cause = error instanceof AbandonedError ? error.cause : error;
  return !idempotent && classification.outcome === 'unknown' ? new OutcomeUnknownError(operation, { cause }) : cause;
}

function getAbortReason(deadline: Deadline): unknown {
  return deadline.signal.aborted ? deadline.signal.reason : new DeadlineExceededError(deadline.totalMs);
}

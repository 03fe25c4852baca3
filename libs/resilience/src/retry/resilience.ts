import { type Backoff, fullJitter } from './backoff.js';
import { Circuit, type CircuitOptions } from './circuit.js';
import type { Deadline } from './deadline.js';
import { DeadlineExceededError, OutcomeUnknownError } from './errors.js';
import { AbandonedError, obey } from './obey.js';
import { RetryQuota } from './retry-quota.js';
import { delay, type Delay } from '../time.js';
import { type Classify, mayRepeat, type Verdict } from './verdict.js';

const TRIES = 3;

export interface ResilienceOptions extends Partial<CircuitOptions>, Partial<Backoff> {
  /** What the errors of a try mean. */
  readonly classify: Classify;
  /** A number in [0, 1); for tests. */
  readonly random?: () => number;
  readonly delay?: Delay;
}

export interface Try {
  /** From 1. */
  readonly number: number;
  readonly signal: AbortSignal;
}

export interface RunOptions {
  /** What is named in errors. */
  readonly operation: string;
  /** Whether sending it again is harmless when the outcome of a try is unknown. */
  readonly repeatable: boolean;
  readonly deadline: Deadline;
}

const DEFAULTS: CircuitOptions & Backoff = {
  concurrent: 64,
  queued: 256,
  threshold: 0.5,
  windowMs: 10_000,
  leastPerSecond: 5,
  openMs: 5_000,
  baseMs: 100,
  mostMs: 2_000,
};

/** Held back by breaker or bulkhead, or out of time in the queue. Not repeated: who asks too much is told at once. */
const notBegun: Verdict = { outcome: 'unsent', transient: false, outage: false };
const abandoned: Verdict = { outcome: 'unknown', transient: false, outage: false };

interface OperationClass {
  readonly circuit: Circuit;
  readonly quota: RetryQuota;
}

/** Runs tries under deadline, breaker, bulkhead, backoff and retry quota; the last four are kept for each class. */
export class Resilience {
  private readonly options: ResilienceOptions & CircuitOptions & Backoff;
  private readonly classes = new Map<string, OperationClass>();
  private readonly random: () => number;
  private readonly delay: Delay;

  constructor(options: ResilienceOptions) {
    this.options = { ...DEFAULTS, ...options };
    this.random = options.random ?? Math.random;
    this.delay = options.delay ?? delay;
  }

  /**
   * Calls `attempt` up to three times.
   * @throws OutcomeUnknownError where an unrepeatable operation may have been carried out; BreakerOpenError,
   * BulkheadFullError, DeadlineExceededError where nothing was sent; the caller's abort reason; else the last error
   */
  async run<T>(className: string, attempt: (attempt: Try) => Promise<T>, options: RunOptions): Promise<T> {
    const { deadline, repeatable } = options;
    const { circuit, quota } = this.classOf(className);
    if (!deadline.leavesTimeForTry()) throw reasonFor(deadline);
    for (let number = 1; ; number++) {
      let begun = false;
      const work = (): Promise<T> => {
        begun = true;
        return attempt({ number, signal: deadline.signal });
      };
      try {
        const answer = await obey(circuit.run(work, deadline.signal), deadline.signal);
        quota.succeeded(number > 1);
        return answer;
      } catch (error) {
        const verdict = begun ? this.verdictOf(error) : notBegun;
        const wait = Math.max(verdict.retryAfterMs ?? 0, fullJitter(number, this.options, this.random));
        const again =
          number < TRIES && mayRepeat(verdict, repeatable) && deadline.leavesTimeForTry(wait) && quota.take();
        if (!again) throw lastWord(error, verdict, options);
        await this.delay(wait, deadline.signal);
        if (!deadline.leavesTimeForTry()) throw lastWord(error, verdict, options);
      }
    }
  }

  private verdictOf(error: unknown): Verdict {
    return error instanceof AbandonedError ? abandoned : this.options.classify(error);
  }

  private classOf(name: string): OperationClass {
    const known = this.classes.get(name);
    if (known) return known;
    const circuit = new Circuit(name, this.options, (error) => this.verdictOf(error).outage);
    const made = { circuit, quota: new RetryQuota() };
    this.classes.set(name, made);
    return made;
  }
}

function lastWord(error: unknown, verdict: Verdict, { operation, repeatable }: RunOptions): unknown {
  if (error instanceof AbandonedError) error = error.cause;
  if (!repeatable && verdict.outcome === 'unknown') return new OutcomeUnknownError(operation, { cause: error });
  return error;
}

function reasonFor(deadline: Deadline): unknown {
  return deadline.signal.aborted ? deadline.signal.reason : new DeadlineExceededError(deadline.totalMs);
}

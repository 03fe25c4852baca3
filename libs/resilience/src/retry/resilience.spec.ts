import { describe, expect, it } from '@jest/globals';
import { Deadline } from './deadline.js';
import { BreakerOpenError, BulkheadFullError, DeadlineExceededError, OutcomeUnknownError } from './errors.js';
import { Resilience, type ResilienceOptions, type RunOptions } from './resilience.js';
import type { FailureClassifier, FailureClassification } from './failure-classification.js';

class Failure extends Error {
  constructor(readonly classification: FailureClassification) {
    super('failed');
  }
}

const outage: FailureClassification = { outcome: 'unknown', transient: true, outage: true };
const unsent: FailureClassification = { outcome: 'unsent', transient: true, outage: true };
const throttled: FailureClassification = { outcome: 'rejected', transient: true, outage: false };
const rejected: FailureClassification = { outcome: 'rejected', transient: false, outage: false };
const classify: FailureClassifier = (error) => (error instanceof Failure ? error.classification : rejected);

/** Creates a pseudo-random generator of numbers in [0, 1) (mulberry32): the same numbers on every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function createResilience(options: Partial<ResilienceOptions> = {}) {
  const delaysMs: number[] = [];
  const delay = async (durationMs: number): Promise<void> => void delaysMs.push(durationMs);
  return { delaysMs, resilience: new Resilience({ classify, delay, random: () => 0.5, ...options }) };
}

/** An operation that fails with each of the classifications in turn, then succeeds. */
function createFailingOperation(...classifications: readonly FailureClassification[]) {
  let attempts = 0;
  const runAttempt = async (): Promise<string> => {
    const classification = classifications[attempts++];
    if (classification) throw new Failure(classification);
    return 'done';
  };
  return { runAttempt, countAttempts: () => attempts };
}

async function run<T>(
  resilience: Resilience,
  runAttempt: () => Promise<T>,
  options: Partial<RunOptions> = {},
): Promise<T> {
  const deadline = options.deadline ?? new Deadline(60_000);
  try {
    return await resilience.run('files.read', runAttempt, { operation: 'op', idempotent: true, deadline, ...options });
  } finally {
    deadline.end();
  }
}

describe('Resilience: retries', () => {
  it.each([
    ['retries a idempotent operation after an outage', true, outage, 2],
    ['retries a idempotent operation that was throttled', true, throttled, 2],
    ['does not retry a idempotent operation that was rejected permanently', true, rejected, 1],
    ['retries an unrepeatable operation that was not sent', false, unsent, 2],
    ['does not retry an unrepeatable operation whose outcome is unknown', false, outage, 1],
    ['does not retry an unrepeatable operation that was throttled', false, throttled, 1],
  ])('%s', async (_case, idempotent, classification, expectedAttempts) => {
    const { runAttempt, countAttempts } = createFailingOperation(classification);
    await run(createResilience().resilience, runAttempt, { idempotent: idempotent }).catch(() => undefined);
    expect(countAttempts()).toBe(expectedAttempts);
  });

  it('makes at most three attempts', async () => {
    const { runAttempt, countAttempts } = createFailingOperation(outage, outage, outage, outage);
    await expect(run(createResilience().resilience, runAttempt)).rejects.toBeInstanceOf(Failure);
    expect(countAttempts()).toBe(3);
  });

  it('numbers the attempts', async () => {
    const numbers: number[] = [];
    const deadline = new Deadline(60_000);
    const options = { operation: 'op', idempotent: true, deadline };
    await createResilience().resilience.run(
      'files.read',
      async ({ number }) => {
        numbers.push(number);
        if (number < 3) throw new Failure(outage);
      },
      options,
    );
    deadline.end();
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('rejects with OutcomeUnknownError and its cause when the outcome of an unrepeatable write is unknown', async () => {
    const { runAttempt } = createFailingOperation(outage);
    const error = await run(createResilience().resilience, runAttempt, {
      idempotent: false,
      operation: 'createFile',
    }).catch((e) => e as unknown);
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toMatchObject({ operation: 'createFile', cause: { classification: outage } });
  });

  it('rejects with the failure of an unrepeatable write that certainly was not carried out', async () => {
    for (const classification of [rejected, throttled]) {
      await expect(
        run(createResilience().resilience, createFailingOperation(classification).runAttempt, { idempotent: false }),
      ).rejects.toBeInstanceOf(Failure);
    }
  });
});

describe('Resilience: the delay before a retry', () => {
  it('is a random part of a range that doubles', async () => {
    const { resilience, delaysMs } = createResilience({ baseDelayMs: 100 });
    await run(resilience, createFailingOperation(outage, outage).runAttempt);
    expect(delaysMs).toEqual([50, 100]);
  });

  it('has the default range when an option is undefined', async () => {
    const { resilience, delaysMs } = createResilience({ baseDelayMs: undefined, maxDelayMs: undefined });
    await run(resilience, createFailingOperation(outage).runAttempt);
    expect(delaysMs).toEqual([50]);
  });

  it('is at least what the upstream requests', async () => {
    const { resilience, delaysMs } = createResilience();
    await run(resilience, createFailingOperation({ ...throttled, retryAfterMs: 3000 }).runAttempt);
    expect(delaysMs).toEqual([3000]);
  });

  it('does not start when the upstream requests more time than remains', async () => {
    const { resilience, delaysMs } = createResilience();
    const { runAttempt, countAttempts } = createFailingOperation({ ...throttled, retryAfterMs: 60_000 });
    await expect(run(resilience, runAttempt)).rejects.toBeInstanceOf(Failure);
    expect([delaysMs, countAttempts()]).toEqual([[], 1]);
  });

  it('ends the call with its last failure when the caller leaves', async () => {
    const caller = new AbortController();
    const { resilience } = createResilience({ delay: async () => caller.abort() });
    const { runAttempt, countAttempts } = createFailingOperation(outage, outage);
    const deadline = new Deadline(60_000, { signal: caller.signal });
    await expect(run(resilience, runAttempt, { deadline })).rejects.toBeInstanceOf(Failure);
    expect(countAttempts()).toBe(1);
  });
});

describe('Resilience: the deadline', () => {
  it('starts no attempt with less than 50 ms left', async () => {
    const { runAttempt, countAttempts } = createFailingOperation();
    await expect(run(createResilience().resilience, runAttempt, { deadline: new Deadline(49) })).rejects.toBeInstanceOf(
      DeadlineExceededError,
    );
    expect(countAttempts()).toBe(0);
  });

  it('starts no retry with less than 50 ms left', async () => {
    let now = 0;
    const deadline = new Deadline(1000, { clock: { monotonic: () => now } });
    let attempts = 0;
    const runAttempt = async (): Promise<void> => {
      attempts++;
      now = 960;
      throw new Failure(outage);
    };
    await expect(
      run(createResilience({ random: () => 0 }).resilience, runAttempt, { deadline }),
    ).rejects.toBeInstanceOf(Failure);
    expect(attempts).toBe(1);
  });

  it('ends an attempt that ignores its signal', async () => {
    const startedAt = performance.now();
    const ignoreSignal = (): Promise<never> => new Promise(() => undefined);
    const outcome = run(createResilience().resilience, ignoreSignal, { deadline: new Deadline(100) });
    await expect(outcome).rejects.toBeInstanceOf(DeadlineExceededError);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('rejects with OutcomeUnknownError when an unrepeatable write ignores its signal', async () => {
    const ignoreSignal = (): Promise<never> => new Promise(() => undefined);
    const outcome = run(createResilience().resilience, ignoreSignal, { deadline: new Deadline(60), idempotent: false });
    await expect(outcome).rejects.toBeInstanceOf(OutcomeUnknownError);
  });
});

describe('Resilience: breaker and bulkhead of a class', () => {
  const breakerOptions: Partial<ResilienceOptions> = { minAttemptsPerSecond: 1, windowMs: 5000, openMs: 60_000 };

  it('rejects calls at once after too many outages, with the time until a retry', async () => {
    const { resilience } = createResilience(breakerOptions);
    for (let i = 0; i < 10; i++)
      await run(resilience, createFailingOperation(outage, outage, outage).runAttempt).catch(() => undefined);
    const { runAttempt, countAttempts } = createFailingOperation();
    const error = await run(resilience, runAttempt).catch((e) => e as BreakerOpenError);
    expect(error).toBeInstanceOf(BreakerOpenError);
    expect((error as BreakerOpenError).retryAfterMs).toBeGreaterThan(50_000);
    expect(countAttempts()).toBe(0);
  });

  it('rejects a write with BreakerOpenError, not with OutcomeUnknownError', async () => {
    const { resilience } = createResilience(breakerOptions);
    for (let i = 0; i < 10; i++)
      await run(resilience, createFailingOperation(outage, outage, outage).runAttempt).catch(() => undefined);
    await expect(run(resilience, createFailingOperation().runAttempt, { idempotent: false })).rejects.toBeInstanceOf(
      BreakerOpenError,
    );
  });

  it('stays closed for rejections, which do not indicate that the upstream is unhealthy', async () => {
    const { resilience } = createResilience(breakerOptions);
    for (let i = 0; i < 50; i++)
      await run(resilience, createFailingOperation(rejected).runAttempt).catch(() => undefined);
    await expect(run(resilience, createFailingOperation().runAttempt)).resolves.toBe('done');
  });

  it('rejects calls of one class and not of another', async () => {
    const { resilience } = createResilience(breakerOptions);
    for (let i = 0; i < 10; i++)
      await run(resilience, createFailingOperation(outage, outage, outage).runAttempt).catch(() => undefined);
    const deadline = new Deadline(1000);
    const other = resilience.run('shares.read', async () => 'done', { operation: 'op', idempotent: true, deadline });
    await expect(other).resolves.toBe('done');
    deadline.end();
  });

  it('lets one test call through after `openMs`, rejects the others meanwhile, and closes when it succeeds', async () => {
    const { resilience } = createResilience({ ...breakerOptions, openMs: 1 });
    for (let i = 0; i < 10; i++)
      await run(resilience, createFailingOperation(outage, outage, outage).runAttempt).catch(() => undefined);
    const openedAt = Date.now();
    while (Date.now() - openedAt < 2) await new Promise(setImmediate);
    let finish = (): void => undefined;
    const testCall = run(resilience, () => new Promise<void>((resolve) => (finish = resolve)));
    await expect(run(resilience, createFailingOperation().runAttempt)).rejects.toBeInstanceOf(BreakerOpenError);
    finish();
    await testCall;
    await expect(run(resilience, createFailingOperation().runAttempt)).resolves.toBe('done');
  });

  it('runs at most `maxConcurrent` calls, queues `maxQueued`, and rejects the rest at once', async () => {
    const { resilience } = createResilience({ maxConcurrent: 2, maxQueued: 1 });
    const finish: (() => void)[] = [];
    const hold = (): Promise<void> => new Promise((resolve) => finish.push(resolve));
    const running = [run(resilience, hold), run(resilience, hold), run(resilience, hold)];
    await expect(run(resilience, hold)).rejects.toBeInstanceOf(BulkheadFullError);
    expect(finish).toHaveLength(2);
    finish[0]?.();
    finish[1]?.();
    await running[0];
    await running[1];
    while (finish.length < 3) await new Promise(setImmediate);
    finish[2]?.();
    await running[2];
  });

  it('starts the next queued call when the time of a queued call is up', async () => {
    const { resilience } = createResilience({ maxConcurrent: 1, maxQueued: 5 });
    const finish: (() => void)[] = [];
    const hold = (): Promise<void> => new Promise((resolve) => finish.push(resolve));
    const first = run(resilience, hold);
    const expiring = run(resilience, hold, { deadline: new Deadline(60) });
    const queued = run(resilience, async () => 'done');
    await expect(expiring).rejects.toBeInstanceOf(DeadlineExceededError);
    finish[0]?.();
    await first;
    await expect(queued).resolves.toBe('done');
    expect(finish).toHaveLength(1);
  });
});

describe('Resilience: the load that retries add', () => {
  const breakerOff: Partial<ResilienceOptions> = { minAttemptsPerSecond: 1_000_000 };

  it('is at most 5 % of 2,000 requests when the upstream is fully down, by the quota alone', async () => {
    const { resilience } = createResilience({ ...breakerOff, random: createRandom(1) });
    let attempts = 0;
    const runAttempt = async (): Promise<void> => {
      attempts++;
      throw new Failure(outage);
    };
    for (let i = 0; i < 2000; i++) await run(resilience, runAttempt).catch(() => undefined);
    expect(attempts / 2000).toBeLessThanOrEqual(1.05);
    expect(attempts).toBeGreaterThan(2000);
  });

  it('is at most 30 % when a fifth of the responses is a 503, and 99 % of the requests succeed, with the breaker on', async () => {
    // Three attempts succeed in at most 99.2 % of the cases. With 20,000 requests the result is very unlikely to be
    // below 99 %.
    const requests = 20_000;
    const random = createRandom(20);
    const { resilience } = createResilience({ random });
    let attempts = 0;
    let successes = 0;
    const runAttempt = async (): Promise<void> => {
      attempts++;
      if (random() < 0.2) throw new Failure(outage);
    };
    for (let i = 0; i < requests; i++) {
      await run(resilience, runAttempt).then(
        () => successes++,
        () => undefined,
      );
    }
    expect(attempts / requests).toBeLessThanOrEqual(1.3);
    expect(successes / requests).toBeGreaterThanOrEqual(0.99);
  }, 60_000);
});

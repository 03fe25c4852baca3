import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Deadline } from './deadline.js';
import { DeadlineExceededError } from './errors.js';

function createManualClock() {
  let now = 1000;
  return { monotonic: () => now, advance: (ms: number) => (now += ms) };
}

describe('Deadline', () => {
  it('returns the remaining time, which is never negative', () => {
    const clock = createManualClock();
    const deadline = new Deadline(1000, { clock });
    clock.advance(400);
    expect(deadline.remainingMs()).toBe(600);
    clock.advance(5000);
    expect(deadline.remainingMs()).toBe(0);
    deadline.end();
  });

  it('leaves no time for an attempt when less than 50 ms remain, now or after the delay', () => {
    const clock = createManualClock();
    const deadline = new Deadline(1000, { clock });
    expect(deadline.leavesTimeForAttempt(950)).toBe(true);
    expect(deadline.leavesTimeForAttempt(951)).toBe(false);
    clock.advance(951);
    expect(deadline.leavesTimeForAttempt()).toBe(false);
    deadline.end();
  });

  it('aborts its signal when the time is up', async () => {
    const deadline = new Deadline(5);
    await once(deadline.signal, 'abort');
    expect(deadline.signal.reason).toBeInstanceOf(DeadlineExceededError);
    expect(deadline.exceeded).toBe(true);
  });

  it('aborts its signal with the signal of the caller, for the same reason', () => {
    const caller = new AbortController();
    const deadline = new Deadline(60_000, { signal: caller.signal });
    const reason = new Error('caller left');
    caller.abort(reason);
    expect(deadline.signal.reason).toBe(reason);
    expect(deadline.exceeded).toBe(false);
    expect(deadline.leavesTimeForAttempt()).toBe(false);
  });

  it('aborts its signal at once when the signal of the caller is already aborted', () => {
    expect(new Deadline(60_000, { signal: AbortSignal.abort() }).signal.aborted).toBe(true);
  });

  it('ignores the signal of the caller after its end', () => {
    const caller = new AbortController();
    const deadline = new Deadline(60_000, { signal: caller.signal });
    deadline.end();
    caller.abort();
    expect(deadline.signal.aborted).toBe(false);
  });

  it('is exceeded when the deadline of its caller is exceeded', async () => {
    const outer = new Deadline(5);
    const inner = new Deadline(60_000, { signal: outer.signal });
    await once(inner.signal, 'abort');
    expect(inner.exceeded).toBe(true);
  });
});

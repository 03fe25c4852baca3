import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Deadline } from './deadline.js';
import { DeadlineExceededError } from './errors.js';

function movableClock() {
  let now = 1000;
  return { monotonic: () => now, advance: (ms: number) => (now += ms) };
}

describe('Deadline', () => {
  it('shrinks as time goes by, and not below nothing', () => {
    const clock = movableClock();
    const deadline = new Deadline(1000, { clock });
    clock.advance(400);
    expect(deadline.remaining()).toBe(600);
    clock.advance(5000);
    expect(deadline.remaining()).toBe(0);
    deadline.end();
  });

  it('leaves no time for a try when less than 50 ms are left, or will be after the wait', () => {
    const clock = movableClock();
    const deadline = new Deadline(1000, { clock });
    expect(deadline.leavesTimeForTry(950)).toBe(true);
    expect(deadline.leavesTimeForTry(951)).toBe(false);
    clock.advance(951);
    expect(deadline.leavesTimeForTry()).toBe(false);
    deadline.end();
  });

  it('aborts its signal when the time is up', async () => {
    const deadline = new Deadline(5);
    await once(deadline.signal, 'abort');
    expect(deadline.signal.reason).toBeInstanceOf(DeadlineExceededError);
    expect(deadline.exceeded).toBe(true);
  });

  it("aborts its signal with the caller's, and for the caller's reason", () => {
    const caller = new AbortController();
    const deadline = new Deadline(60_000, { signal: caller.signal });
    const reason = new Error('gone');
    caller.abort(reason);
    expect(deadline.signal.reason).toBe(reason);
    expect(deadline.exceeded).toBe(false);
    expect(deadline.leavesTimeForTry()).toBe(false);
  });

  it('is over from the start when the caller has gone already', () => {
    expect(new Deadline(60_000, { signal: AbortSignal.abort() }).signal.aborted).toBe(true);
  });

  it('no longer listens to the caller after its end', () => {
    const caller = new AbortController();
    const deadline = new Deadline(60_000, { signal: caller.signal });
    deadline.end();
    caller.abort();
    expect(deadline.signal.aborted).toBe(false);
  });

  it('knows that the caller it takes over from ran out of time', async () => {
    const outer = new Deadline(5);
    const inner = new Deadline(60_000, { signal: outer.signal });
    await once(inner.signal, 'abort');
    expect(inner.exceeded).toBe(true);
  });
});

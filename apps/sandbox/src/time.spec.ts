import { describe, it, expect } from '@jest/globals';
import { VirtualClock } from './time.js';

describe('the virtual clock', () => {
  const frozen = () => new VirtualClock(() => 1_000_000);

  it('adds what it was advanced by to real time', () => {
    const clock = frozen();
    clock.advance(20 * 60_000);
    expect(clock.now()).toBe(1_000_000 + 1_200_000);
  });

  it('can be set to a time', () => {
    const clock = frozen();
    clock.set(5_000_000);
    expect(clock.now()).toBe(5_000_000);
  });

  it('runs timers that have fallen due, in their order, and keeps the others', () => {
    const clock = frozen();
    const ran: string[] = [];
    clock.after(300, () => ran.push('later'));
    clock.after(100, () => ran.push('first'));
    clock.after(200, () => ran.push('second'));
    clock.advance(250);
    expect(ran).toEqual(['first', 'second']);
    clock.advance(50);
    expect(ran).toEqual(['first', 'second', 'later']);
  });

  it('does not run a cancelled timer', () => {
    const clock = frozen();
    let ran = false;
    clock.after(100, () => (ran = true))();
    clock.advance(1000);
    expect(ran).toBe(false);
  });

  it('runs a timer that a timer sets only when its own time has come', () => {
    const clock = frozen();
    const ran: string[] = [];
    clock.after(10, () => {
      ran.push('outer');
      clock.after(10, () => ran.push('inner'));
    });
    clock.advance(10);
    expect(ran).toEqual(['outer']);
    clock.advance(10);
    expect(ran).toEqual(['outer', 'inner']);
  });

  it('runs timers by real time too', async () => {
    const clock = new VirtualClock();
    await new Promise<void>((resolve) => clock.after(5, resolve));
  });

  it('forgets its timers and its lead when it is reset', () => {
    const clock = frozen();
    let ran = false;
    clock.after(10, () => (ran = true));
    clock.advance(5);
    clock.reset();
    clock.advance(100);
    expect(ran).toBe(false);
    expect(clock.now()).toBe(1_000_100);
  });
});

import { describe, it, expect } from '@jest/globals';
import { VirtualClock } from './virtual-clock.js';

describe('VirtualClock', () => {
  const createFrozenClock = () => new VirtualClock(() => 1_000_000);

  it('adds the advanced time to real time', () => {
    const clock = createFrozenClock();
    clock.advance(20 * 60_000);
    expect(clock.now()).toBe(1_000_000 + 1_200_000);
  });

  it('can be set to a time', () => {
    const clock = createFrozenClock();
    clock.set(5_000_000);
    expect(clock.now()).toBe(5_000_000);
  });

  it('runs due timers in order and leaves the others pending', () => {
    const clock = createFrozenClock();
    const ran: string[] = [];
    clock.schedule(300, () => ran.push('later'));
    clock.schedule(100, () => ran.push('first'));
    clock.schedule(200, () => ran.push('second'));
    clock.advance(250);
    expect(ran).toEqual(['first', 'second']);
    clock.advance(50);
    expect(ran).toEqual(['first', 'second', 'later']);
  });

  it('does not run a canceled timer', () => {
    const clock = createFrozenClock();
    let ran = false;
    clock.schedule(100, () => (ran = true))();
    clock.advance(1000);
    expect(ran).toBe(false);
  });

  it('runs a timer that another timer scheduled only when it is due itself', () => {
    const clock = createFrozenClock();
    const ran: string[] = [];
    clock.schedule(10, () => {
      ran.push('outer');
      clock.schedule(10, () => ran.push('inner'));
    });
    clock.advance(10);
    expect(ran).toEqual(['outer']);
    clock.advance(10);
    expect(ran).toEqual(['outer', 'inner']);
  });

  it('runs timers when real time passes', async () => {
    const clock = new VirtualClock();
    await new Promise<void>((resolve) => clock.schedule(5, resolve));
  });

  it('drops its timers and its offset on reset', () => {
    const clock = createFrozenClock();
    let ran = false;
    clock.schedule(10, () => (ran = true));
    clock.advance(5);
    clock.reset();
    clock.advance(100);
    expect(ran).toBe(false);
    expect(clock.now()).toBe(1_000_100);
  });
});

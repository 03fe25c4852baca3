import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '#store';
import { LeasedRateLimiter, type RateLimitDecision } from './leased-rate-limiter.js';
import type { PointsGrant } from './shared-counter.js';

/** A shared counter in memory. Each reservation takes a turn of the event loop and is counted. */
class InMemoryCounter {
  reservations = 0;
  private usedPoints = 0;
  private windowEndsAtMs = 0;

  constructor(
    private readonly limit: number,
    private readonly clock: ManualClock,
  ) {}

  async reserve(_key: string, points: number): Promise<PointsGrant> {
    this.reservations += 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (this.clock.monotonic() >= this.windowEndsAtMs) {
      this.usedPoints = 0;
      this.windowEndsAtMs = this.clock.monotonic() + 60_000;
    }
    const granted = Math.max(0, Math.min(points, this.limit - this.usedPoints));
    this.usedPoints += points;
    const remaining = Math.max(0, this.limit - this.usedPoints);
    return { granted, remaining, windowEndsInMs: this.windowEndsAtMs - this.clock.monotonic() };
  }
}

async function consumeMany(limiters: readonly LeasedRateLimiter[], calls: number): Promise<RateLimitDecision[]> {
  const call = async (limiter: LeasedRateLimiter | undefined): Promise<RateLimitDecision[]> =>
    limiter ? [await limiter.consume('caller')] : [];
  return (await Promise.all(Array.from({ length: calls }, (_, i) => call(limiters[i % limiters.length])))).flat();
}
const countAllowed = (decisions: readonly RateLimitDecision[]): number =>
  decisions.filter((decision) => decision.allowed).length;

describe('A limit that several instances share', () => {
  it.each([1, 7, 100, 250, 6000])('of %i allows exactly that number of calls', async (limit) => {
    const clock = new ManualClock();
    const counter = new InMemoryCounter(limit, clock);
    const instances = Array.from({ length: 4 }, () => new LeasedRateLimiter(counter, limit, clock));
    expect(countAllowed(await consumeMany(instances, 3 * limit))).toBe(limit);
    clock.advance(60_000);
    expect(countAllowed(await consumeMany(instances, 3 * limit))).toBe(limit);
  });

  it('reserves a hundredth of the limit at a time', async () => {
    const clock = new ManualClock();
    const counter = new InMemoryCounter(6000, clock);
    const limiter = new LeasedRateLimiter(counter, 6000, clock);
    for (let call = 0; call < 3000; call += 1) expect(await limiter.consume('caller')).toMatchObject({ allowed: true });
    expect(counter.reservations).toBeLessThanOrEqual(53);
  });

  it('allows calls synchronously from its lease, and reserves the next lease before that one is used up', async () => {
    const clock = new ManualClock();
    const limiter = new LeasedRateLimiter(new InMemoryCounter(6000, clock), 6000, clock);
    await limiter.consume('caller');
    for (let call = 0; call < 2000; call += 1) {
      expect(limiter.consume('caller')).not.toBeInstanceOf(Promise);
      if (call % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it('rejects calls without a reservation until the window ends', async () => {
    const clock = new ManualClock();
    const counter = new InMemoryCounter(3, clock);
    const limiter = new LeasedRateLimiter(counter, 3, clock);
    for (let call = 0; call < 4; call += 1) await limiter.consume('caller');
    const { reservations } = counter;
    clock.advance(20_500);
    for (let call = 0; call < 100; call += 1) {
      expect(limiter.consume('caller')).toEqual({ allowed: false, remaining: 0, resetSeconds: 40 });
    }
    expect(counter.reservations).toBe(reservations);
    clock.advance(39_500);
    expect(await limiter.consume('caller')).toMatchObject({ allowed: true });
  });

  it('does not use points of the previous window in a new one', async () => {
    const clock = new ManualClock();
    const grants: PointsGrant[] = [
      { granted: 10, remaining: 990, windowEndsInMs: 5 },
      // Reserved in the old window and granted in the new one, whose other points are used up by other instances.
      { granted: 10, remaining: 0, windowEndsInMs: 60_000 },
    ];
    const reserve = async (): Promise<PointsGrant> =>
      grants.shift() ?? { granted: 0, remaining: 0, windowEndsInMs: 60_000 };
    const limiter = new LeasedRateLimiter({ reserve }, 1000, clock);
    for (let call = 0; call < 6; call += 1) await limiter.consume('caller');
    expect(grants).toHaveLength(0);
    expect(countAllowed(await consumeMany([limiter], 30))).toBe(10);
  });

  it('drops the oldest caller above 10,000, so that callers cannot fill the memory', async () => {
    const clock = new ManualClock();
    let reservations = 0;
    const reserve = async (): Promise<PointsGrant> => {
      reservations += 1;
      return { granted: 1, remaining: 5, windowEndsInMs: 60_000 };
    };
    const limiter = new LeasedRateLimiter({ reserve }, 5, clock);
    for (let caller = 0; caller <= 10_000; caller += 1) await limiter.consume(`caller ${caller}`);
    await limiter.consume('caller 0');
    expect(reservations).toBe(10_002);
  });
});

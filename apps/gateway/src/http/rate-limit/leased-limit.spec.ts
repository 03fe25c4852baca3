import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '#store';
import { LeasedLimit, type Verdict } from './leased-limit.js';
import type { Taken } from './shared-count.js';

/** A shared count in memory, whose answers take a turn of the event loop; counts how often it was asked. */
class CountInMemory {
  asked = 0;
  #used = 0;
  #endsAt = 0;

  constructor(
    private readonly limit: number,
    private readonly clock: ManualClock,
  ) {}

  async take(_key: string, points: number): Promise<Taken> {
    this.asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (this.clock.monotonic() >= this.#endsAt) {
      this.#used = 0;
      this.#endsAt = this.clock.monotonic() + 60_000;
    }
    const granted = Math.max(0, Math.min(points, this.limit - this.#used));
    this.#used += points;
    const remaining = Math.max(0, this.limit - this.#used);
    return { granted, remaining, endsIn: this.#endsAt - this.clock.monotonic() };
  }
}

async function takeMany(limits: readonly LeasedLimit[], calls: number): Promise<Verdict[]> {
  const call = async (limit: LeasedLimit | undefined): Promise<Verdict[]> =>
    limit ? [await limit.take('caller')] : [];
  return (await Promise.all(Array.from({ length: calls }, (_, i) => call(limits[i % limits.length])))).flat();
}
const allowed = (verdicts: readonly Verdict[]): number => verdicts.filter((verdict) => verdict.allowed).length;

describe('A limit that several instances share', () => {
  it.each([1, 7, 100, 250, 6000])('of %i is used up to the last call and not by one more', async (limit) => {
    const clock = new ManualClock();
    const count = new CountInMemory(limit, clock);
    const instances = Array.from({ length: 4 }, () => new LeasedLimit(count, limit, clock));
    expect(allowed(await takeMany(instances, 3 * limit))).toBe(limit);
    clock.advance(60_000);
    expect(allowed(await takeMany(instances, 3 * limit))).toBe(limit);
  });

  it('asks the shared count for a hundredth at a time', async () => {
    const clock = new ManualClock();
    const count = new CountInMemory(6000, clock);
    const limit = new LeasedLimit(count, 6000, clock);
    for (let call = 0; call < 3000; call += 1) expect(await limit.take('caller')).toMatchObject({ allowed: true });
    expect(count.asked).toBeLessThanOrEqual(53);
  });

  it('lets calls through at once while it holds a lease, and asks for the next before that is used up', async () => {
    const clock = new ManualClock();
    const limit = new LeasedLimit(new CountInMemory(6000, clock), 6000, clock);
    await limit.take('caller');
    for (let call = 0; call < 2000; call += 1) {
      expect(limit.take('caller')).not.toBeInstanceOf(Promise);
      if (call % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it('refuses without asking until the window ends', async () => {
    const clock = new ManualClock();
    const count = new CountInMemory(3, clock);
    const limit = new LeasedLimit(count, 3, clock);
    for (let call = 0; call < 4; call += 1) await limit.take('caller');
    const { asked } = count;
    clock.advance(20_500);
    for (let call = 0; call < 100; call += 1) {
      expect(limit.take('caller')).toEqual({ allowed: false, remaining: 0, resetSeconds: 40 });
    }
    expect(count.asked).toBe(asked);
    clock.advance(39_500);
    expect(await limit.take('caller')).toMatchObject({ allowed: true });
  });

  it('does not use in one window what was left of the one before', async () => {
    const clock = new ManualClock();
    const windows: Taken[] = [
      { granted: 10, remaining: 990, endsIn: 5 },
      // The next lease is asked for in the old window and comes in the new one, which others use up with it.
      { granted: 10, remaining: 0, endsIn: 60_000 },
    ];
    const take = async (): Promise<Taken> => windows.shift() ?? { granted: 0, remaining: 0, endsIn: 60_000 };
    const limit = new LeasedLimit({ take }, 1000, clock);
    for (let call = 0; call < 6; call += 1) await limit.take('caller');
    expect(windows).toHaveLength(0);
    expect(allowed(await takeMany([limit], 30))).toBe(10);
  });

  it('forgets callers beyond 10,000, so that names cannot fill the memory', async () => {
    const clock = new ManualClock();
    let asked = 0;
    const take = async (): Promise<Taken> => ((asked += 1), { granted: 1, remaining: 5, endsIn: 60_000 });
    const limit = new LeasedLimit({ take }, 5, clock);
    for (let caller = 0; caller <= 10_000; caller += 1) await limit.take(`caller ${caller}`);
    await limit.take('caller 0');
    expect(asked).toBe(10_002);
  });
});

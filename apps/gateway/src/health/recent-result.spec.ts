import { describe, expect, it } from '@jest/globals';
import { RecentResult } from './recent-result.js';

describe('RecentResult', () => {
  const create = (produce: (call: number) => Promise<string>) => {
    const clock = { ms: 0, monotonic: () => clock.ms };
    const counter = { calls: 0 };
    const recent = new RecentResult(() => produce((counter.calls += 1)), 1_000, clock);
    return { recent, clock, counter };
  };

  it('is produced once for all callers of a second (S36)', async () => {
    const { recent, clock, counter } = create((call) => Promise.resolve(`result ${call}`));
    const results = await Promise.all(Array.from({ length: 1_000 }, () => recent.get()));
    clock.ms = 999;
    expect(new Set([...results, await recent.get()])).toEqual(new Set(['result 1']));
    clock.ms = 1_000;
    expect(await recent.get()).toBe('result 2');
    expect(counter.calls).toBe(2);
  });

  it('is not produced a second time while it is being produced, however long that takes', async () => {
    let finish: (text: string) => void = () => undefined;
    const { recent, clock, counter } = create(() => new Promise((resolve) => (finish = resolve)));
    const first = recent.get();
    clock.ms = 60_000;
    const second = recent.get();
    finish('late');
    expect(await Promise.all([first, second])).toEqual(['late', 'late']);
    expect(counter.calls).toBe(1);
  });

  it('may be a failure, which callers share as well', async () => {
    const { recent, clock, counter } = create((call) =>
      call === 1 ? Promise.reject(new Error('unavailable')) : Promise.resolve('available'),
    );
    await expect(recent.get()).rejects.toThrow('unavailable');
    await expect(recent.get()).rejects.toThrow('unavailable');
    expect(counter.calls).toBe(1);
    clock.ms = 1_000;
    expect(await recent.get()).toBe('available');
  });
});

import { describe, expect, it } from '@jest/globals';
import { SingleFlight } from './single-flight.js';

describe('SingleFlight', () => {
  it('runs once for concurrent callers, and again for a later caller', async () => {
    const flights = new SingleFlight<number>();
    let count = 0;
    const work = async (): Promise<number> => ++count;
    expect(await Promise.all([1, 2, 3].map(() => flights.run('a', work)))).toEqual([1, 1, 1]);
    expect(await flights.run('a', work)).toBe(2);
  });

  it('runs separately for different names', async () => {
    const flights = new SingleFlight<string>();
    const results = ['a', 'b'].map((name) => flights.run(name, async () => name));
    expect(await Promise.all(results)).toEqual(['a', 'b']);
  });

  it('shares a failure with the waiting callers, but not with later ones', async () => {
    const flights = new SingleFlight<number>();
    const failing = (): Promise<number> => Promise.reject(new Error('no'));
    const outcomes = await Promise.allSettled([flights.run('a', failing), flights.run('a', async () => 1)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await flights.run('a', async () => 1)).toBe(1);
  });

  it('lets one caller abort without affecting the others', async () => {
    const flights = new SingleFlight<number>();
    let finish: (value: number) => void = () => undefined;
    const work = (): Promise<number> => new Promise((resolve) => (finish = resolve));
    const controller = new AbortController();
    const aborted = flights.run('a', work, controller.signal);
    const waiting = flights.run('a', work);
    controller.abort(new Error('enough'));
    await expect(aborted).rejects.toThrow('enough');
    await expect(flights.run('a', work, controller.signal)).rejects.toThrow('enough');
    finish(7);
    expect(await waiting).toBe(7);
  });
});

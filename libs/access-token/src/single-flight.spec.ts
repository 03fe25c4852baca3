import { describe, expect, it } from '@jest/globals';
import { SingleFlight } from './single-flight.js';

describe('a single flight', () => {
  it('does once what many ask for at once, and again for who comes later', async () => {
    const flights = new SingleFlight<number>();
    let count = 0;
    const work = async (): Promise<number> => ++count;
    expect(await Promise.all([1, 2, 3].map(() => flights.run('a', work)))).toEqual([1, 1, 1]);
    expect(await flights.run('a', work)).toBe(2);
  });

  it('keeps different names apart', async () => {
    const flights = new SingleFlight<string>();
    const asked = ['a', 'b'].map((name) => flights.run(name, async () => name));
    expect(await Promise.all(asked)).toEqual(['a', 'b']);
  });

  it('shares a failure with those who wait, and with nobody after them', async () => {
    const flights = new SingleFlight<number>();
    const failing = (): Promise<number> => Promise.reject(new Error('no'));
    const outcomes = await Promise.allSettled([flights.run('a', failing), flights.run('a', async () => 1)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await flights.run('a', async () => 1)).toBe(1);
  });

  it('lets one leave without disturbing the others', async () => {
    const flights = new SingleFlight<number>();
    let land: (value: number) => void = () => undefined;
    const work = (): Promise<number> => new Promise((resolve) => (land = resolve));
    const leaving = new AbortController();
    const left = flights.run('a', work, leaving.signal);
    const stays = flights.run('a', work);
    leaving.abort(new Error('enough'));
    await expect(left).rejects.toThrow('enough');
    await expect(flights.run('a', work, leaving.signal)).rejects.toThrow('enough');
    land(7);
    expect(await stays).toBe(7);
  });
});

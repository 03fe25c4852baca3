import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { overrideStore } from '../../../test/support/store-double.js';
import { dayMs } from './duration.js';
import { sendEventually } from './late-commands.js';
import { MemoryStore } from './memory-store.js';
import { type Store, StoreUnavailableError } from './store.js';

let available: boolean;
let rejects: boolean;
let store: Store;
beforeEach(async () => {
  jest.useFakeTimers();
  available = true;
  rejects = false;
  const inner = new MemoryStore();
  const double = overrideStore(inner, () => ({
    delete: async (...keys) => {
      if (!available || rejects) throw new StoreUnavailableError('simulated');
      return inner.delete(...keys);
    },
  }));
  store = Object.defineProperty(double, 'available', { get: () => available });
  await store.set('key', 'x', dayMs);
});
afterEach(() => {
  jest.useRealTimers();
});

const isStored = async (): Promise<boolean> => (await store.get('key')) !== undefined;

describe('sendEventually', () => {
  it('sends a command at once', async () => {
    await sendEventually(store, () => store.delete('key'));
    expect(await isStored()).toBe(false);
  });

  it('sends it again when the store is available, once', async () => {
    available = false;
    let attempts = 0;
    await sendEventually(store, () => ((attempts += 1), store.delete('key')));
    await jest.advanceTimersByTimeAsync(60_000);
    expect([attempts, await isStored()]).toEqual([1, true]);
    available = true;
    await jest.advanceTimersByTimeAsync(60_000);
    expect([attempts, await isStored()]).toEqual([2, false]);
  });

  it('repeats it more and more rarely where the store responds and rejects it, and gives up after ten minutes', async () => {
    rejects = true;
    let attempts = 0;
    await sendEventually(store, () => ((attempts += 1), store.delete('key')));
    await jest.advanceTimersByTimeAsync(9 * 60_000);
    expect(attempts).toBeGreaterThan(60);
    expect(attempts).toBeLessThan(80);
    await jest.advanceTimersByTimeAsync(2 * 60_000);
    rejects = false;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await isStored()).toBe(true);
  });

  it('does not repeat a command that fails for another reason', async () => {
    let attempts = 0;
    await sendEventually(store, () => ((attempts += 1), Promise.reject(new Error('damaged'))));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(attempts).toBe(1);
  });

  it('keeps at most 16 MiB waiting', async () => {
    available = false;
    let sent = 0;
    for (let command = 0; command < 100; command += 1) {
      const send = (): Promise<number> => (available ? Promise.resolve((sent += 1)) : store.delete('key'));
      await sendEventually(store, send, 256 * 1024);
    }
    available = true;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toBe(63);
  });
});

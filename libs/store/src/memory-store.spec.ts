import { describe, expect, it } from '@jest/globals';
import { ManualClock } from './manual-clock.js';
import { MemoryStore } from './memory-store.js';
import { StoreUnavailableError } from './store.js';

describe.each([
  ['bytes', { maxBytes: 20 }],
  ['keys', { maxKeys: 2 }],
])('S31: MemoryStore at its limit of %s', (_what, limits) => {
  const value = 'x'.repeat(10);

  it('rejects a new record and evicts none; it may replace one, and has room after an expiry', async () => {
    const clock = new ManualClock();
    const store = new MemoryStore({ clock, ...limits });
    await store.set('session', value, 60_000);
    await store.set('token', value, 1_000);
    await expect(store.set('response', value, 60_000)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.setIfAbsent('response', value, 60_000)).rejects.toBeInstanceOf(StoreUnavailableError);
    await store.set('session', 'y'.repeat(10), 60_000);
    expect((await store.getMany(['session', 'token', 'response'])).map(String)).toEqual([
      'y'.repeat(10),
      value,
      'undefined',
    ]);
    clock.advance(1_000);
    await store.set('response', value, 60_000);
    expect(String(await store.get('response'))).toBe(value);
  });
});

import { describe, expect, it } from '@jest/globals';
import { sleep } from './sleep.js';

const longMs = 60_000;

describe('sleep', () => {
  it('resolves after the duration', async () => {
    await expect(sleep(1)).resolves.toBeUndefined();
  });

  it('rejects with the reason of the signal when the signal aborts', async () => {
    const controller = new AbortController();
    const sleeping = sleep(longMs, controller.signal);
    const reason = new Error('caller left');
    controller.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });

  it('rejects at once when the signal is already aborted', async () => {
    const signal = AbortSignal.abort();
    await expect(sleep(longMs, signal)).rejects.toBe(signal.reason);
  });
});

import { describe, expect, it } from '@jest/globals';
import { withRetries, sleep } from './retry.js';

const retryableResponse = (headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ retryable: true }), { status: 503, headers });

describe('withRetries', () => {
  const recordSleeps = async (responses: Response[], headers: Record<string, string> = {}): Promise<number[]> => {
    const sleepsMs: number[] = [];
    const recordSleep = async (ms: number): Promise<void> => void sleepsMs.push(ms);
    const send = async (): Promise<Response> => responses.shift() ?? new Response('{}');
    await withRetries(send, { maxRetries: 5, sleep: recordSleep })(new Request('http://127.0.0.1/', { headers }));
    return sleepsMs;
  };

  it('waits for the Retry-After of the gateway, but at most 30 seconds', async () => {
    expect(
      await recordSleeps([retryableResponse({ 'retry-after': '3' }), retryableResponse({ 'retry-after': '3600' })]),
    ).toEqual([3_000, 30_000]);
  });

  it('doubles the wait each time when the gateway sends no Retry-After', async () => {
    const [first = 0, second = 0, third = 0] = await recordSleeps([
      retryableResponse(),
      retryableResponse(),
      retryableResponse(),
    ]);
    expect(first).toBeGreaterThanOrEqual(125);
    expect(first).toBeLessThanOrEqual(375);
    expect(second / 2).toBeGreaterThanOrEqual(125);
    expect(third / 4).toBeLessThanOrEqual(375);
  });

  it('does not retry after the caller aborted', async () => {
    const controller = new AbortController();
    let sent = 0;
    const send = async (): Promise<Response> => {
      sent += 1;
      controller.abort(new Error('aborted'));
      throw new Error('connection lost');
    };
    const request = new Request('http://127.0.0.1/', { signal: controller.signal });
    await expect(withRetries(send, { maxRetries: 5, sleep })(request)).rejects.toThrow('connection lost');
    expect(sent).toBe(1);
  });
});

describe('sleep', () => {
  it('rejects when the signal aborts', async () => {
    const controller = new AbortController();
    const sleeping = sleep(60_000, controller.signal);
    controller.abort(new Error('aborted'));
    await expect(sleeping).rejects.toThrow('aborted');
    await expect(sleep(60_000, controller.signal)).rejects.toThrow('aborted');
    await expect(sleep(1, new AbortController().signal)).resolves.toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { repeating, systemPause } from './repeat.js';

const answer = (headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ retryable: true }), { status: 503, headers });

describe('repeating', () => {
  const pausesOf = async (responses: Response[], headers: Record<string, string> = {}): Promise<number[]> => {
    const pauses: number[] = [];
    const pause = async (ms: number): Promise<void> => void pauses.push(ms);
    const send = async (): Promise<Response> => responses.shift() ?? new Response('{}');
    await repeating(send, { retries: 5, pause })(new Request('http://127.0.0.1/', { headers }));
    return pauses;
  };

  it('waits as long as the gateway asks, but never longer than 30 seconds', async () => {
    expect(await pausesOf([answer({ 'retry-after': '3' }), answer({ 'retry-after': '3600' })])).toEqual([
      3_000, 30_000,
    ]);
  });

  it('waits longer each time where the gateway does not say', async () => {
    const [first = 0, second = 0, third = 0] = await pausesOf([answer(), answer(), answer()]);
    expect(first).toBeGreaterThanOrEqual(125);
    expect(first).toBeLessThanOrEqual(375);
    expect(second / 2).toBeGreaterThanOrEqual(125);
    expect(third / 4).toBeLessThanOrEqual(375);
  });

  it('does not go on for a caller who has left', async () => {
    const leaving = new AbortController();
    let sent = 0;
    const send = async (): Promise<Response> => {
      sent += 1;
      leaving.abort(new Error('left'));
      throw new Error('cut');
    };
    const request = new Request('http://127.0.0.1/', { signal: leaving.signal });
    await expect(repeating(send, { retries: 5, pause: systemPause })(request)).rejects.toThrow('cut');
    expect(sent).toBe(1);
  });
});

describe('systemPause', () => {
  it('ends when the signal does', async () => {
    const leaving = new AbortController();
    const pause = systemPause(60_000, leaving.signal);
    leaving.abort(new Error('left'));
    await expect(pause).rejects.toThrow('left');
    await expect(systemPause(60_000, leaving.signal)).rejects.toThrow('left');
    await expect(systemPause(1, new AbortController().signal)).resolves.toBeUndefined();
  });
});

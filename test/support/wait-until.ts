import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitUntilOptions {
  /** Milliseconds until waitUntil gives up; by default 10,000. */
  readonly timeoutMs?: number;
  /** Milliseconds between two calls of the probe; by default 20. */
  readonly intervalMs?: number;
}

/**
 * Calls `probe` repeatedly until it returns a value other than undefined or false.
 * @param what the condition, for the error message
 * @returns the value of the probe
 * @throws Error that names `what`, if the condition is not met in time
 */
export async function waitUntil<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  { timeoutMs = 10_000, intervalMs = 20 }: WaitUntilOptions = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${timeoutMs} ms`);
    await sleep(intervalMs);
  }
}

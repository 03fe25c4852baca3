/** The part of Clock (libs/store) that durations need. This library may not import libs/store (libs/boundaries.eslint.mjs). */
export interface MonotonicClock {
  /** Milliseconds on a monotonic clock. */
  monotonic(): number;
}

export const monotonicClock: MonotonicClock = { monotonic: () => performance.now() };

/** Waits `durationMs`. When the signal aborts, it resolves early; it never rejects. (`sleep` of libs/store rejects.) */
export type Delay = (durationMs: number, signal: AbortSignal) => Promise<void>;

export const delay: Delay = (durationMs, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, durationMs);
    signal.addEventListener('abort', finish, { once: true });
  });

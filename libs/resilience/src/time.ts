/** The part of a clock that durations need, so that tests can move it (libs/store has the whole of it). */
export interface MonotonicClock {
  /** Milliseconds on a clock that never goes back. */
  monotonic(): number;
}

export const monotonicClock: MonotonicClock = { monotonic: () => performance.now() };

/** Waits; ends early, without an error, when the signal aborts. */
export type Delay = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const delay: Delay = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
  });

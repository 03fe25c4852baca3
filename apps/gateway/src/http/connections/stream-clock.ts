import { setTimeout as delay } from 'node:timers/promises';

/** The clock of an event stream. Tests replace it. */
export interface StreamClock {
  /** Monotonic, for durations only. */
  nowMs(): number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemStreamClock: StreamClock = {
  nowMs: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
};

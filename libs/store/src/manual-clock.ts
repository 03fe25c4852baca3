import type { Clock } from './clock.js';

/** A clock for tests. It moves only by `advance`, which moves both readings by the same amount. */
export class ManualClock implements Clock {
  private currentTimeMs: number;
  private elapsedMs = 0;

  /** @param startTimeMs milliseconds since 1970 */
  constructor(startTimeMs = Date.UTC(2030, 0, 1)) {
    this.currentTimeMs = startTimeMs;
  }

  now(): number {
    return this.currentTimeMs;
  }

  monotonic(): number {
    return this.elapsedMs;
  }

  advance(durationMs: number): void {
    this.currentTimeMs += durationMs;
    this.elapsedMs += durationMs;
  }
}

import type { Clock } from './clock.js';

/** A clock that stands still until it is told to move: for tests. Both readings move together. */
export class ManualClock implements Clock {
  #now: number;
  #elapsed = 0;

  constructor(start = Date.UTC(2030, 0, 1)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  /** @param ms milliseconds to go forward */
  advance(ms: number): void {
    this.#now += ms;
    this.#elapsed += ms;
  }
}

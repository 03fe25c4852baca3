import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StreamClock } from '../../apps/gateway/src/http/connections/stream-clock.js';

interface Sleeper {
  readonly wakesAtMs: number;
  readonly wake: () => void;
}

/** A clock that advances only by `advance`. */
export class ManualStreamClock implements StreamClock {
  private timeMs = 0;
  private readonly sleepers = new Set<Sleeper>();

  nowMs(): number {
    return this.timeMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        wakesAtMs: this.timeMs + ms,
        wake: () => {
          signal?.removeEventListener('abort', sleeper.wake);
          this.sleepers.delete(sleeper);
          resolve();
        },
      };
      if (signal?.aborted) return resolve();
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', sleeper.wake);
    });
  }

  /** Wakes the sleepers in the order of their times. What each one does until it sleeps again happens before the next. */
  async advance(ms: number): Promise<void> {
    await nextTurn();
    const endMs = this.timeMs + ms;
    for (let next = this.findNext(endMs); next; next = this.findNext(endMs)) {
      this.timeMs = next.wakesAtMs;
      next.wake();
      await nextTurn();
    }
    this.timeMs = endMs;
  }

  private findNext(endMs: number): Sleeper | undefined {
    const due = [...this.sleepers].filter(({ wakesAtMs }) => wakesAtMs <= endMs);
    return due.sort((one, other) => one.wakesAtMs - other.wakesAtMs)[0];
  }
}

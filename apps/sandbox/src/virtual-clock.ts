interface PendingTimer {
  readonly dueAt: number;
  readonly run: () => void;
}

/** The max delay of a Node.js timer: a signed 32-bit number of milliseconds. */
const maxRealDelayMs = 2 ** 31 - 1;

/**
 * The clock of the sandbox. It advances with real time, and tests can move it. All times are milliseconds since 1970.
 * Timers of `schedule` are due by virtual time: advancing the clock runs them at once and in order.
 */
export class VirtualClock {
  private offsetMs = 0;
  private pendingTimers: PendingTimer[] = [];
  private realTimer: NodeJS.Timeout | undefined;

  /** Specs inject `realNow` to freeze real time. */
  constructor(private readonly realNow: () => number = Date.now) {}

  now(): number {
    return this.realNow() + this.offsetMs;
  }

  /**
   * Runs `callback` once after `delayMs` of virtual time. Does not keep the process alive.
   * @returns a function that cancels the timer
   */
  schedule(delayMs: number, callback: () => void): () => void {
    const timer: PendingTimer = { dueAt: this.now() + Math.max(0, delayMs), run: callback };
    const index = this.pendingTimers.findIndex((other) => other.dueAt > timer.dueAt);
    this.pendingTimers.splice(index < 0 ? this.pendingTimers.length : index, 0, timer);
    this.armRealTimer();
    return () => {
      this.pendingTimers = this.pendingTimers.filter((other) => other !== timer);
      this.armRealTimer();
    };
  }

  /** Moves the time by `durationMs` (backward when negative) and runs the due timers. */
  advance(durationMs: number): void {
    this.offsetMs += durationMs;
    this.runDueTimers();
  }

  /** Sets the time to `now` and runs the due timers. */
  set(now: number): void {
    this.advance(now - this.now());
  }

  /** Returns to real time and drops all timers. */
  reset(): void {
    this.offsetMs = 0;
    this.pendingTimers = [];
    this.armRealTimer();
  }

  private armRealTimer(): void {
    clearTimeout(this.realTimer);
    const first = this.pendingTimers[0];
    if (!first) return;
    const delayMs = Math.min(Math.max(0, first.dueAt - this.now()), maxRealDelayMs);
    this.realTimer = setTimeout(() => this.runDueTimers(), delayMs);
    this.realTimer.unref();
  }

  private runDueTimers(): void {
    const now = this.now();
    const due = this.pendingTimers.filter((timer) => timer.dueAt <= now);
    this.pendingTimers = this.pendingTimers.filter((timer) => timer.dueAt > now);
    this.armRealTimer();
    for (const timer of due) timer.run();
  }
}

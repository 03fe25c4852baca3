/** A timer that has not run yet. */
interface Pending {
  readonly due: number;
  readonly run: () => void;
}

/** Node's timers hold at most a signed 32-bit number of milliseconds. */
const LONGEST_REAL_WAIT = 2 ** 31 - 1;

/**
 * The sandbox's time: runs with real time and can be moved by tests. All times are milliseconds since 1970.
 * Timers set with `after` fall due on virtual time, so that advancing the clock runs them at once and in order.
 */
export class VirtualClock {
  private offset = 0;
  private pending: Pending[] = [];
  private real: NodeJS.Timeout | undefined;

  /** `realNow` is injected by specs that want time to stand still. */
  constructor(private readonly realNow: () => number = Date.now) {}

  now(): number {
    return this.realNow() + this.offset;
  }

  /** Runs `fn` once, when `ms` of virtual time have passed; the result cancels it. Does not keep the process alive. */
  after(ms: number, fn: () => void): () => void {
    const timer: Pending = { due: this.now() + Math.max(0, ms), run: fn };
    const at = this.pending.findIndex((other) => other.due > timer.due);
    this.pending.splice(at < 0 ? this.pending.length : at, 0, timer);
    this.arm();
    return () => {
      this.pending = this.pending.filter((other) => other !== timer);
      this.arm();
    };
  }

  /** Moves time by `ms` (back, when negative) and runs what has fallen due. */
  advance(ms: number): void {
    this.offset += ms;
    this.runDue();
  }

  /** Sets the time to `now`, in milliseconds since 1970, and runs what has fallen due. */
  set(now: number): void {
    this.advance(now - this.now());
  }

  /** Back to real time, with no timer left. */
  reset(): void {
    this.offset = 0;
    this.pending = [];
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.real);
    const first = this.pending[0];
    if (!first) return;
    const wait = Math.min(Math.max(0, first.due - this.now()), LONGEST_REAL_WAIT);
    this.real = setTimeout(() => this.runDue(), wait);
    this.real.unref();
  }

  private runDue(): void {
    const now = this.now();
    const due = this.pending.filter((timer) => timer.due <= now);
    this.pending = this.pending.filter((timer) => timer.due > now);
    this.arm();
    for (const timer of due) timer.run();
  }
}

import { randomUUID } from 'node:crypto';
import type { Store } from './store.js';

const intervalMs = 10_000;
/** The end of a failure is noticed sooner than its begin. */
const intervalAfterFailureMs = 1_000;
const keyTtlMs = 60_000;

/**
 * Uses each kind of command from time to time. A Redis that does not permit one of them is noticed before a caller
 * needs it, and a trouble is seen to end when nobody calls. The store tells its observer the results.
 */
export class StoreSelfTest {
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  /** @param name of the channel; the keys begin with it */
  constructor(
    private readonly store: Store,
    private readonly name: string,
  ) {}

  start(): void {
    void this.run();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    const delayMs = (await this.useStore()) ? intervalMs : intervalAfterFailureMs;
    if (!this.closed) this.timer = setTimeout(() => void this.run(), delayMs).unref();
  }

  /** @returns whether everything works */
  private async useStore(): Promise<boolean> {
    const key = `${this.name}:${randomUUID()}`;
    const steps: readonly (() => Promise<unknown>)[] = [
      () => this.store.durable.set(key, '', keyTtlMs),
      () => this.store.get(key),
      () => this.store.deleteIfEquals(key, ''),
      () => this.store.publish(this.name, ''),
    ];
    let works = true;
    for (const step of steps) await step().catch(() => (works = false));
    return works;
  }
}

import { randomUUID } from 'node:crypto';
import type { Store } from './store.js';

const intervalMs = 10_000;
const keyTtlMs = 60_000;

/**
 * Uses each kind of command from time to time. A Redis that does not permit one of them is noticed before a caller
 * needs it, and a trouble is seen to end when nobody calls. The store tells its observer the results.
 */
export class StoreSelfTest {
  private timer: NodeJS.Timeout | undefined;

  /** @param name of the channel; the keys begin with it */
  constructor(
    private readonly store: Store,
    private readonly name: string,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.run(), intervalMs).unref();
    void this.run();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async run(): Promise<void> {
    const key = `${this.name}:${randomUUID()}`;
    await this.store.durable.set(key, '', keyTtlMs).catch(() => undefined);
    await this.store.get(key).catch(() => undefined);
    await this.store.deleteIfEquals(key, '').catch(() => undefined);
    await this.store.publish(this.name, '').catch(() => undefined);
  }
}

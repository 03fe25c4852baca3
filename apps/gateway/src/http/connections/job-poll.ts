import type { StreamClock } from './stream-clock.js';

/** The member of a job that its events depend on. The other members are sent unchanged. */
export interface JobState {
  readonly status: string;
}

/** A state of a job that differs from the one before. */
export interface JobUpdate {
  /** From 1. */
  readonly version: number;
  /** The job as JSON. */
  readonly json: string;
  readonly hasEnded: boolean;
}

const initialIntervalMs = 250;
const maxIntervalMs = 2_000;
const intervalGrowth = 1.5;

/**
 * Reads a job again and again, for all its followers together. Only the newest state is held: a follower that is slower
 * than the job misses states, and nothing is buffered for it.
 */
export class JobPoll {
  private latest: JobUpdate | undefined;
  private failure: { readonly error: unknown } | undefined;
  private readonly wakeUps = new Set<() => void>();
  private readonly controller = new AbortController();

  /** @param onEnd called when the job has ended or could not be read, before the followers learn it */
  constructor(
    private readonly read: (signal: AbortSignal) => Promise<JobState>,
    private readonly clock: StreamClock,
    private readonly onEnd: () => void,
  ) {
    void this.run();
  }

  /**
   * Waits for a state that is newer than `version`, at most `maxWaitMs`, or until the signal aborts.
   *
   * @throws what reading the job throws
   */
  async waitForUpdate(version: number, maxWaitMs: number, signal: AbortSignal): Promise<JobUpdate | undefined> {
    if (!this.failure && !this.findNewer(version) && !signal.aborted) await this.sleep(maxWaitMs, signal);
    if (this.failure) throw this.failure.error;
    return this.findNewer(version);
  }

  /** Ends the poll, since nobody follows it any more. */
  stop(): void {
    this.controller.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.controller;
    try {
      let intervalMs = initialIntervalMs;
      while (!signal.aborted) {
        if (this.publish(await this.read(signal))) intervalMs = initialIntervalMs;
        if (this.latest?.hasEnded) break;
        await this.clock.sleep(intervalMs, signal);
        intervalMs = Math.min(intervalMs * intervalGrowth, maxIntervalMs);
      }
    } catch (error) {
      this.failure = { error };
    }
    this.onEnd();
    this.wakeFollowers();
  }

  /** @returns whether the job has changed */
  private publish(job: JobState): boolean {
    const json = JSON.stringify(job);
    if (json === this.latest?.json) return false;
    const hasEnded = job.status === 'completed' || job.status === 'cancelled';
    this.latest = { version: (this.latest?.version ?? 0) + 1, json, hasEnded };
    if (!hasEnded) this.wakeFollowers();
    return true;
  }

  private findNewer(version: number): JobUpdate | undefined {
    return this.latest && this.latest.version > version ? this.latest : undefined;
  }

  private async sleep(ms: number, signal: AbortSignal): Promise<void> {
    const sleep = new AbortController();
    const wakeUp = (): void => sleep.abort();
    this.wakeUps.add(wakeUp);
    signal.addEventListener('abort', wakeUp, { once: true });
    await this.clock.sleep(ms, sleep.signal);
    this.wakeUps.delete(wakeUp);
    signal.removeEventListener('abort', wakeUp);
  }

  private wakeFollowers(): void {
    for (const wakeUp of this.wakeUps) wakeUp();
  }
}

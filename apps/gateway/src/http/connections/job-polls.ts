import { JobPoll, type JobState } from './job-poll.js';
import type { StreamClock } from './stream-clock.js';

/** The polls of jobs that are followed now: one for each job and reader, whatever the number of its followers (S33). */
export class JobPolls {
  private readonly polls = new Map<string, { readonly poll: JobPoll; followers: number }>();

  constructor(private readonly clock: StreamClock) {}

  /**
   * Joins the poll of a job, or starts it.
   *
   * @param key the job, and who reads it
   * @returns the poll, and the function to call when it is not followed any more
   */
  follow(
    key: string,
    read: (signal: AbortSignal) => Promise<JobState>,
  ): { readonly poll: JobPoll; readonly leave: () => void } {
    const shared = this.polls.get(key) ?? this.start(key, read);
    shared.followers += 1;
    const leave = (): void => {
      shared.followers -= 1;
      if (shared.followers > 0) return;
      shared.poll.stop();
      this.remove(key, shared.poll);
    };
    return { poll: shared.poll, leave };
  }

  private start(key: string, read: (signal: AbortSignal) => Promise<JobState>) {
    // A follower that comes after the end of a poll reads the job again.
    const poll = new JobPoll(read, this.clock, () => this.remove(key, poll));
    const shared = { poll, followers: 0 };
    this.polls.set(key, shared);
    return shared;
  }

  private remove(key: string, poll: JobPoll): void {
    if (this.polls.get(key)?.poll === poll) this.polls.delete(key);
  }
}

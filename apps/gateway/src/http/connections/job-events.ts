import type { Pace } from './event-streams.js';

/** Work that goes on after the answer, as far as its events look at it: the rest is passed on as it is. */
interface Job {
  readonly status: string;
}

const firstPauseMs = 250;
const longestPauseMs = 2_000;
const heartbeatMs = 15_000;
const longestStreamMs = 15 * 60_000;

const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * A job's life as server-sent events: `progress` whenever something changed, `end` once it is over. The stream itself
 * ends after 15 minutes or when `signal` says so; the browser then connects anew, as `retry` tells it.
 */
export async function* jobEvents(read: () => Promise<Job>, pace: Pace, signal: AbortSignal): AsyncGenerator<string> {
  const end = pace.now() + longestStreamMs;
  let preamble = 'retry: 2000\n\n';
  let last = '';
  let pause = firstPauseMs;
  let quietSince = pace.now();
  while (!signal.aborted && pace.now() < end) {
    const job = await read();
    if (job.status === 'completed' || job.status === 'cancelled') {
      yield preamble + event('end', job);
      return;
    }
    const state = JSON.stringify(job);
    if (state !== last) {
      yield preamble + event('progress', job);
      preamble = '';
      pause = firstPauseMs;
      quietSince = pace.now();
    } else if (pace.now() - quietSince >= heartbeatMs) {
      yield ': still here\n\n';
      quietSince = pace.now();
    }
    last = state;
    await pace.wait(pause, signal);
    pause = Math.min(pause * 1.5, longestPauseMs);
  }
}

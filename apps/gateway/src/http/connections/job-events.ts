import type { StreamClock } from './event-streams.js';

/** The member of a job that its events depend on. The other members are sent unchanged. */
interface JobState {
  readonly status: string;
}

const initialPollIntervalMs = 250;
const maxPollIntervalMs = 2_000;
const pollIntervalGrowth = 1.5;
/** Time after which the browser reconnects when the stream has ended. */
const reconnectDelayMs = 2_000;
const heartbeatIntervalMs = 15_000;
const maxStreamDurationMs = 15 * 60_000;

const formatEvent = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * The lifecycle of a job as server-sent events: `progress` after each change, `end` when the job has ended. The stream
 * ends after 15 minutes or when `signal` aborts. The browser then reconnects after the time in `retry`.
 */
export async function* streamJobEvents(
  readJob: () => Promise<JobState>,
  clock: StreamClock,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const endsAtMs = clock.nowMs() + maxStreamDurationMs;
  let preamble = `retry: ${reconnectDelayMs}\n\n`;
  let lastState = '';
  let pollIntervalMs = initialPollIntervalMs;
  let lastEventAtMs = clock.nowMs();
  while (!signal.aborted && clock.nowMs() < endsAtMs) {
    const job = await readJob();
    if (job.status === 'completed' || job.status === 'cancelled') {
      yield preamble + formatEvent('end', job);
      return;
    }
    const state = JSON.stringify(job);
    if (state !== lastState) {
      yield preamble + formatEvent('progress', job);
      preamble = '';
      pollIntervalMs = initialPollIntervalMs;
      lastEventAtMs = clock.nowMs();
    } else if (clock.nowMs() - lastEventAtMs >= heartbeatIntervalMs) {
      yield ': still here\n\n';
      lastEventAtMs = clock.nowMs();
    }
    lastState = state;
    await clock.sleep(pollIntervalMs, signal);
    pollIntervalMs = Math.min(pollIntervalMs * pollIntervalGrowth, maxPollIntervalMs);
  }
}

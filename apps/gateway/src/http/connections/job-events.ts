import type { JobPoll } from './job-poll.js';

/** Time after which the browser reconnects when the stream has ended. */
const reconnectDelayMs = 2_000;
const heartbeatIntervalMs = 15_000;

const formatEvent = (name: string, json: string): string => `event: ${name}\ndata: ${json}\n\n`;

/**
 * The lifecycle of a job as server-sent events: first its current state, then `progress` after each change, `end` when
 * the job has ended. A consumer that is slow gets the newest state, not each one. The stream ends when `signal` aborts.
 * The browser then reconnects after the time in `retry`.
 */
export async function* streamJobEvents(
  poll: Pick<JobPoll, 'waitForUpdate'>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let preamble = `retry: ${reconnectDelayMs}\n\n`;
  let version = 0;
  for (;;) {
    const update = await poll.waitForUpdate(version, heartbeatIntervalMs, signal);
    if (signal.aborted) return;
    // Before the first state nothing is sent, so that a failure is a problem and not a broken stream.
    if (!update) {
      if (version > 0) yield ': still here\n\n';
      continue;
    }
    yield preamble + formatEvent(update.hasEnded ? 'end' : 'progress', update.json);
    if (update.hasEnded) return;
    preamble = '';
    ({ version } = update);
  }
}

import type { GatewayClient } from './client.js';
import type { components } from './generated/api.js';
import { ProblemError, readProblem } from './problem-error.js';
import { systemPause } from './repeat.js';
import { serverSentEvents } from './server-sent-events.js';

export type Job = components['schemas']['Job'];

export interface WaitOptions {
  /** Hears of the job whenever something changed. */
  readonly onProgress?: (job: Job) => void;
  /** Ends the waiting; the job goes on. */
  readonly signal?: AbortSignal;
}

const pauseMs = 2_000;
const mostFailures = 5;

/**
 * The job once it is over, `completed` or `cancelled`. A completed one can have failed in part: look at `result` and at each
 * of `entries`. Follows the job's events, and takes them up again where the connection ends before the job does.
 *
 * @throws ProblemError where the gateway refuses; what fetch throws where it could not be reached five times running
 */
export async function waitForJob(
  client: GatewayClient,
  jobId: string,
  { onProgress, signal = new AbortController().signal }: WaitOptions = {},
): Promise<Job> {
  for (let failures = 0; ;) {
    try {
      for await (const { over, job } of jobEvents(client, jobId, signal)) {
        failures = 0;
        onProgress?.(job);
        if (over) return job;
      }
    } catch (error) {
      failures += 1;
      if (error instanceof ProblemError || signal.aborted || failures >= mostFailures) throw error;
    }
    await systemPause(pauseMs, signal);
  }
}

async function* jobEvents(
  { connection: { baseUrl, credentials, send } }: GatewayClient,
  jobId: string,
  signal: AbortSignal,
): AsyncGenerator<{ over: boolean; job: Job }, void, undefined> {
  const address = `${baseUrl}/v1/jobs/${encodeURIComponent(jobId)}/events`;
  const response = await send(new Request(address, { credentials, signal }));
  if (!response.ok) throw await readProblem(response);
  if (!response.body) return;
  for await (const { event, data } of serverSentEvents(response.body)) {
    yield { over: event === 'end', job: JSON.parse(data) as Job };
  }
}

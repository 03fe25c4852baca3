import type { GatewayClient } from './client.js';
import type { components } from './generated/api.js';
import { ProblemError, readProblemError } from './problem-error.js';
import { sleep } from './retry.js';
import { parseServerSentEvents } from './server-sent-events.js';

export type Job = components['schemas']['Job'];

export interface WaitOptions {
  /** Called each time the job has changed. */
  readonly onProgress?: (job: Job) => void;
  /** Ends the waiting. The job itself continues. */
  readonly signal?: AbortSignal;
}

const reconnectDelayMs = 2_000;
const maxFailures = 5;

/**
 * Waits until the job is `completed` or `cancelled`. A completed job can have failed in part: check `result` and each of
 * `entries`. Reads the events of the job, and reconnects when the connection ends before the job.
 *
 * @throws ProblemError when the gateway rejects the request
 * @throws what fetch throws, when the gateway could not be reached five times in a row
 */
export async function waitForJob(
  client: GatewayClient,
  jobId: string,
  { onProgress, signal = new AbortController().signal }: WaitOptions = {},
): Promise<Job> {
  for (let failures = 0; ;) {
    try {
      for await (const { isOver, job } of streamJobEvents(client, jobId, signal)) {
        failures = 0;
        onProgress?.(job);
        if (isOver) return job;
      }
    } catch (error) {
      failures += 1;
      if (error instanceof ProblemError || signal.aborted || failures >= maxFailures) throw error;
    }
    await sleep(reconnectDelayMs, signal);
  }
}

async function* streamJobEvents(
  { connection: { baseUrl, credentials, sendWithRetries } }: GatewayClient,
  jobId: string,
  signal: AbortSignal,
): AsyncGenerator<{ isOver: boolean; job: Job }, void, undefined> {
  const url = `${baseUrl}/v1/jobs/${encodeURIComponent(jobId)}/events`;
  const response = await sendWithRetries(new Request(url, { credentials, signal }));
  if (!response.ok) throw await readProblemError(response);
  if (!response.body) return;
  for await (const { event, data } of parseServerSentEvents(response.body)) {
    yield { isOver: event === 'end', job: JSON.parse(data) as Job };
  }
}

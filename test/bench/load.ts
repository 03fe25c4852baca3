import autocannon from 'autocannon';
import { readCpuTimeSeconds } from './cpu-time.js';
import type { RoundResult, LoadScenario } from './scenario.js';

/** Fewer than the downloads that one caller may have in progress (callerBudgets): one key sends all requests. */
export const connectionCount = 16;
const responseTimeoutSeconds = 10;

/** Runs one round of load. @throws Error after a response other than 2xx, an error or a timeout: the figures would be wrong */
export async function runLoad({ name, pid, ...request }: LoadScenario, seconds: number): Promise<RoundResult> {
  const cpuSecondsBefore = readCpuTimeSeconds(pid);
  const result = await autocannon({
    ...request,
    headers: { ...request.headers },
    connections: connectionCount,
    duration: seconds,
    timeout: responseTimeoutSeconds,
  });
  const cpuSeconds = readCpuTimeSeconds(pid) - cpuSecondsBefore;
  const failureCount = result.non2xx + result.errors + result.timeouts;
  if (failureCount > 0 || result.requests.total === 0) {
    const { non2xx, errors, timeouts, requests } = result;
    throw new Error(
      `${name}: of ${requests.total} responses ${non2xx} not 2xx, ${errors} errors, ${timeouts} timeouts`,
    );
  }
  return {
    requestsPerSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    megabytesPerSecond: result.throughput.total / result.duration / 1e6,
    cpuMicroseconds: (cpuSeconds / result.requests.total) * 1e6,
  };
}

import autocannon from 'autocannon';
import { cpuTime } from './cpu-time.js';
import type { Round, Scenario } from './scenario.js';

export const CONNECTIONS = 32;

/** One round of load; an answer that is not 2xx, an error or a timeout ends the bench: such figures mean nothing. */
export async function load({ name, pid, ...request }: Scenario, seconds: number): Promise<Round> {
  const before = cpuTime(pid);
  const result = await autocannon({
    ...request,
    headers: { ...request.headers },
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 10,
  });
  const taken = cpuTime(pid) - before;
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0 || result.requests.total === 0) {
    const { non2xx, errors, timeouts, requests } = result;
    throw new Error(`${name}: of ${requests.total} answers ${non2xx} not 2xx, ${errors} errors, ${timeouts} timeouts`);
  }
  return {
    rate: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    megabytes: result.throughput.total / result.duration / 1e6,
    cpu: (taken / result.requests.total) * 1e6,
  };
}

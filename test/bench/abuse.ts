/**
 * `npm run bench:abuse` sends the most expensive input that a caller can think of, and measures how long everybody else
 * waits for `/live` meanwhile: bodies of 1 MiB by one caller, and requests of twenty anonymous addresses.
 * The rate limits are the defaults. The probe runs in a thread of its own, so that the load generator does not delay it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { startGatewayProcess, type ServiceProcess } from '../support/processes.js';
import { startRedis } from '../support/redis.js';
import { type AbuseRequest, anonymousRequests, callerRequests, networks } from './abuse-requests.js';
import { readCpuTimeSeconds } from './cpu-time.js';
import { LiveProbe } from './live-probe.js';
import { sendRequest } from './send-request.js';

const requestsPerCase = 200;
const concurrency = 20;
/** A case ends after this time, however many requests are left. */
const maxCaseMs = 60_000;

interface AbuseResult {
  readonly name: string;
  readonly sent: number;
  readonly statuses: string;
  readonly cpuMsPerRequest: number;
  readonly liveWorstMs: number;
  readonly liveMedianMs: number;
}

/** @param senders how many requests are open at once; each sender has the position as its network */
async function measure(
  service: ServiceProcess,
  abuse: AbuseRequest,
  headers: Readonly<Record<string, string>>,
  localAddressOf: (position: number) => string,
): Promise<AbuseResult> {
  const statuses = new Map<string, number>();
  const endsAtMs = performance.now() + maxCaseMs;
  let left = requestsPerCase;
  let sent = 0;
  const cpuBefore = readCpuTimeSeconds(service.pid);
  const probe = await LiveProbe.start(service.url);
  const send = async (sender: number): Promise<void> => {
    while (left > 0 && performance.now() < endsAtMs) {
      left -= 1;
      const request = abuse.create(sent);
      const localAddress = localAddressOf(sender);
      sent += 1;
      const status = await sendRequest(service.port, {
        ...request,
        headers: { ...request.headers, ...headers },
        localAddress,
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, sender) => send(sender)));
  const { worstMs, medianMs } = await probe.stop();
  return {
    name: abuse.name,
    sent,
    statuses: [...statuses].map(([status, count]) => `${count}x ${status}`).join(', '),
    cpuMsPerRequest: ((readCpuTimeSeconds(service.pid) - cpuBefore) * 1000) / sent,
    liveWorstMs: worstMs,
    liveMedianMs: medianMs,
  };
}

const formatRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function printTable(title: string, results: readonly AbuseResult[]): void {
  console.log(`\n${title}\n`);
  console.log(formatRow(['input', 'requests', 'CPU ms each', '/live median ms', '/live worst ms', 'responses']));
  console.log(formatRow(Array.from({ length: 6 }, () => '---')));
  for (const { name, sent, statuses, cpuMsPerRequest, liveMedianMs, liveWorstMs } of results) {
    const figures = [cpuMsPerRequest.toFixed(1), liveMedianMs.toFixed(1), liveWorstMs.toFixed(0)];
    console.log(formatRow([name, String(sent), ...figures, statuses]));
  }
}

async function run(addCleanup: (cleanUp: () => Promise<unknown>) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-abuse-'));
  addCleanup(() => rm(folder, { recursive: true, force: true }));
  const redis = await startRedis();
  addCleanup(() => redis.stop());
  const keysFile = join(folder, 'api-keys.json');
  // A key for each case, since a caller that used up its limit gets cheap responses.
  const keys: string[] = [];
  for (const { name } of callerRequests) {
    const { text } = await issueApiKey(keysFile, { owner: name, scopes: ['*'], userId: 'bench' });
    keys.push(text);
  }
  const service = await startGatewayProcess({
    cwd: folder,
    env: {
      NODE_ENV: 'production',
      // Nothing listens there: none of the requests may reach the upstream.
      KOODRIVE_BASE_URL: 'http://127.0.0.1:9',
      KOODRIVE_APP_ID: 'bench',
      KOODRIVE_APP_SECRET: randomBytes(16).toString('hex'),
      LOGIN_DOMAIN: 'https://drive.example',
      REDIS_URL: redis.url,
      API_KEYS_FILE: keysFile,
      ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
      AUDIT_LOG: join(folder, 'audit.log'),
    },
  });
  addCleanup(() => service.stop());
  const callerResults: AbuseResult[] = [];
  for (const [position, request] of callerRequests.entries()) {
    const headers = { authorization: `Bearer ${keys[position] ?? ''}` };
    callerResults.push(await measure(service, request, headers, () => '127.0.0.1'));
  }
  printTable(`${requestsPerCase} requests of one caller, ${concurrency} at once`, callerResults);
  const anonymousResults: AbuseResult[] = [];
  for (const request of anonymousRequests)
    anonymousResults.push(await measure(service, request, {}, (sender) => networks[sender % networks.length] ?? ''));
  printTable(`${requestsPerCase} requests of ${networks.length} anonymous addresses`, anonymousResults);
}

const cleanups: (() => Promise<unknown>)[] = [];
try {
  await run((cleanUp) => cleanups.push(cleanUp));
} finally {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
}

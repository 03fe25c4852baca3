import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** How long `/live` took. */
export interface ProbeResult {
  readonly worstMs: number;
  readonly medianMs: number;
}

const intervalMs = 10;
const maxAttempts = 5;
/** Long, since a gateway that stands still also delays the last request of the probe. */
const responseTimeoutMs = 180_000;

/** Requests `/live` over and over in a thread of its own. */
export class LiveProbe {
  private constructor(private readonly worker: Worker) {}

  /** Resolves after the first response. */
  static async start(url: string): Promise<LiveProbe> {
    const worker = new Worker(new URL(import.meta.url), { workerData: url });
    await receiveMessage(worker);
    return new LiveProbe(worker);
  }

  async stop(): Promise<ProbeResult> {
    this.worker.postMessage('stop');
    return (await receiveMessage(this.worker)) as ProbeResult;
  }
}

function receiveMessage(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The probe does not respond.')), responseTimeoutMs);
    worker.once('error', reject);
    worker.once('message', (message) => {
      clearTimeout(timer);
      worker.off('error', reject);
      resolve(message);
    });
  });
}

/** Milliseconds until a complete response, on a new connection. A connection that breaks is tried again. */
async function requestLive(url: string): Promise<number> {
  const start = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(`${url}/live`, { headers: { connection: 'close' } });
      await response.arrayBuffer();
      return performance.now() - start;
    } catch (error) {
      if (attempt === maxAttempts) throw error;
    }
  }
}

async function runProbe(url: string): Promise<void> {
  const durationsMs: number[] = [];
  let stopped = false;
  parentPort?.once('message', () => (stopped = true));
  await requestLive(url);
  parentPort?.postMessage('started');
  while (!stopped) {
    durationsMs.push(await requestLive(url));
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
  const sorted = durationsMs.sort((one, other) => one - other);
  parentPort?.postMessage({ worstMs: sorted.at(-1) ?? NaN, medianMs: sorted[Math.floor(sorted.length / 2)] ?? NaN });
}

if (!isMainThread) await runProbe(String(workerData));

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How an upstream call ended, in a word. */
export type UpstreamOutcome =
  'ok' | 'refused' | 'failed' | 'protocol' | 'timeout' | 'unreachable' | 'rejected' | 'cancelled';
export type CacheResult = 'hit' | 'miss' | 'stale' | 'revalidated' | 'coalesced' | 'bypass' | 'error';
export type MintOutcome = 'minted' | 'refreshed' | 'failed';

const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What is counted. Labels are templates, operation names and words from short lists, never ids or addresses: each value
 * of a label is a time series for ever.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the request line to the end of the answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: seconds,
    registers: [this.#registry],
  });
  readonly #inFlight = new Gauge({
    name: 'http_server_active_requests',
    help: 'Requests under way.',
    registers: [this.#registry],
  });
  readonly #calls = new Histogram({
    name: 'koodrive_request_duration_seconds',
    help: 'Time of a call to KooDrive, with all its attempts.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: seconds,
    registers: [this.#registry],
  });
  readonly #attempts = this.#counter('koodrive_attempts_total', 'Requests sent to KooDrive.', ['operation']);
  readonly #retries = this.#counter('koodrive_retries_total', 'Attempts after the first.', ['operation']);
  readonly #cache = this.#counter('cache_results_total', 'How the cache answered.', ['result']);
  readonly #mints = this.#counter('access_token_mints_total', 'Access Tokens asked for.', ['kind', 'outcome']);
  readonly #problems = this.#counter('problems_total', 'Problem documents answered.', ['code']);
  readonly #store = new Gauge({
    name: 'store_up',
    help: 'Whether the shared store answers (1) or not (0).',
    registers: [this.#registry],
  });

  constructor(options: { /** Memory, loop lag, garbage collection. */ readonly process: boolean } = { process: true }) {
    if (options.process) collectDefaultMetrics({ register: this.#registry });
  }

  requestStarted(): void {
    this.#inFlight.inc();
  }

  /** @param route template of the route, undefined where none matched */
  requestEnded(method: string, route: string | undefined, status: number, durationSeconds: number): void {
    this.#inFlight.dec();
    const known = knownMethods.has(method) ? method : 'other';
    this.#requests.observe({ method: known, route: route ?? 'unmatched', status }, durationSeconds);
  }

  upstreamCall(operation: string, outcome: UpstreamOutcome, durationSeconds: number): void {
    this.#calls.observe({ operation, outcome }, durationSeconds);
  }

  /** @param attempt 1 for the first */
  upstreamAttempt(operation: string, attempt: number): void {
    this.#attempts.inc({ operation });
    if (attempt > 1) this.#retries.inc({ operation });
  }

  cacheResult(result: CacheResult): void {
    this.#cache.inc({ result });
  }

  tokenMint(kind: 'session' | 'app-token', outcome: MintOutcome): void {
    this.#mints.inc({ kind, outcome });
  }

  problem(code: string): void {
    this.#problems.inc({ code });
  }

  storeState(state: 'up' | 'down'): void {
    this.#store.set(state === 'up' ? 1 : 0);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All of it in Prometheus's text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #counter<T extends string>(name: string, help: string, labelNames: readonly T[]): Counter<T> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.#registry] });
  }
}

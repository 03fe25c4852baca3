import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DependencyState } from './dependency-monitor.js';

/** How an upstream call, or an attempt of one, ended. */
export type UpstreamOutcome = 'ok' | 'refused' | 'protocol' | 'timeout' | 'unreachable' | 'rejected' | 'cancelled';
/** How an Access Token was obtained: minted for the app, or refreshed for a KooDrive session. */
export type TokenRequestOutcome = 'minted' | 'refreshed' | 'rejected' | 'failed';
export type CacheResult = 'hit' | 'miss' | 'stale' | 'revalidated' | 'coalesced' | 'bypass';

const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const durationBucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * The Prometheus metrics of the gateway. Labels are route templates, operation names and words from short lists, never
 * ids or addresses: each value of a label creates a time series that is never removed.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of a request, from the request line to the end of the response.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: durationBucketsSeconds,
    registers: [this.registry],
  });
  private readonly activeRequests = new Gauge({
    name: 'http_server_active_requests',
    help: 'Requests in progress.',
    registers: [this.registry],
  });
  private readonly upstreamCalls = new Histogram({
    name: 'koodrive_request_duration_seconds',
    help: 'Duration of a call to KooDrive with all its attempts and the waits between them.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: durationBucketsSeconds,
    registers: [this.registry],
  });
  private readonly attempts = this.createCounter('koodrive_attempts_total', 'Requests sent to KooDrive.', [
    'operation',
  ]);
  private readonly retries = this.createCounter('koodrive_retries_total', 'Attempts after the first.', ['operation']);
  private readonly deviations = this.createCounter(
    'upstream_deviations_total',
    'Values in responses of KooDrive that are not as its contract documents them.',
    ['operation', 'place'],
  );
  private readonly cache = this.createCounter('cache_results_total', 'Responses by the result of the cache lookup.', [
    'result',
  ]);

  private readonly tokenRequests = this.createCounter('access_token_mints_total', 'Access Tokens requested.', [
    'kind',
    'outcome',
  ]);
  private readonly callerBudgets = this.createCounter(
    'caller_budget_total',
    'What was held for callers, by budget: admitted, refused at the limit, or evicted for a newer item.',
    ['budget', 'outcome'],
  );
  private readonly inputValues = this.createCounter(
    'input_values_total',
    'Values that were counted in JSON bodies before the validation, by whether the body was within its bounds.',
    ['outcome'],
  );
  private readonly problems = this.createCounter('problems_total', 'Problem responses sent.', ['code']);
  private readonly limitedCalls = this.createCounter('rate_limited_total', 'Calls rejected by a rate limit.', [
    'limit',
  ]);
  private readonly suppressedAuditEntries = this.createCounter(
    'audit_suppressed_total',
    'Rejections that the audit log only counts, because there were too many of one kind within a minute.',
    ['event'],
  );

  /** @param options.process whether to collect metrics of the process: memory, event loop lag, garbage collection */
  constructor(options: { readonly process: boolean } = { process: true }) {
    if (options.process) collectDefaultMetrics({ register: this.registry });
  }

  recordRequestStart(): void {
    this.activeRequests.inc();
  }

  /** @param route template of the route, undefined if none matched */
  recordRequestEnd(method: string, route: string | undefined, status: number, durationSeconds: number): void {
    this.activeRequests.dec();
    const methodLabel = knownMethods.has(method) ? method : 'other';
    this.requests.observe({ method: methodLabel, route: route ?? 'unmatched', status }, durationSeconds);
  }

  /** Records a call with all its attempts. @param outcome of the last attempt */
  recordUpstreamCall(operation: string, outcome: UpstreamOutcome, durationSeconds: number): void {
    this.upstreamCalls.observe({ operation, outcome }, durationSeconds);
  }

  /** Counts one attempt. @param attempt 1 for the first */
  recordUpstreamAttempt(operation: string, attempt: number): void {
    this.attempts.inc({ operation });
    if (attempt > 1) this.retries.inc({ operation });
  }

  /** @param place JSON Pointer with `*` for each index, or `other`: never a name that the upstream chose */
  recordUpstreamDeviation(operation: string, place: string): void {
    this.deviations.inc({ operation, place });
  }

  recordCacheResult(result: CacheResult): void {
    this.cache.inc({ result });
  }

  recordTokenRequest(kind: 'session' | 'app-token', outcome: TokenRequestOutcome): void {
    this.tokenRequests.inc({ kind, outcome });
  }

  recordCallerBudget(budget: string, outcome: 'admitted' | 'refused' | 'evicted'): void {
    this.callerBudgets.inc({ budget, outcome });
  }

  recordInputValues(count: number, outcome: 'accepted' | 'rejected'): void {
    this.inputValues.inc({ outcome }, count);
  }

  recordProblem(code: string): void {
    this.problems.inc({ code });
  }

  recordLimited(limit: string): void {
    this.limitedCalls.inc({ limit });
  }

  recordSuppressedAuditEntry(event: string): void {
    this.suppressedAuditEntries.inc({ event });
  }

  /** Adds `store_up`. @param isAvailable called at each scrape */
  observeStore(isAvailable: () => boolean): void {
    this.createFlag(
      'store_up',
      'Whether the shared store responds and does what is needed (1) or not (0).',
      isAvailable,
    );
  }

  /** Adds `cache_store_up`. @param isAvailable called at each scrape */
  observeCacheStore(isAvailable: () => boolean): void {
    this.createFlag(
      'cache_store_up',
      'Whether the store of cached responses responds and does what is needed (1) or not (0).',
      isAvailable,
    );
  }

  /** Adds `store_noeviction`. @param isEvictionOff called at each scrape */
  observeEviction(isEvictionOff: () => boolean): void {
    this.createFlag(
      'store_noeviction',
      'Whether the store holds each record until it expires (1), or may evict it, or does not say so (0).',
      isEvictionOff,
    );
  }

  /** Adds `dependency_up`. @param getStates called at each scrape */
  observeDependencies(getStates: () => readonly DependencyState[]): void {
    new Gauge({
      name: 'dependency_up',
      help: 'Whether a dependency works (1), or the last uses of it failed (0).',
      labelNames: ['dependency'] as const,
      registers: [this.registry],
      collect() {
        for (const { name, state } of getStates()) this.set({ dependency: name }, state === 'up' ? 1 : 0);
      },
    });
  }

  /** Adds `event_streams_open`. @param countStreams called at each scrape */
  observeEventStreams(countStreams: () => number): void {
    new Gauge({
      name: 'event_streams_open',
      help: 'Streams of server-sent events that are open.',
      registers: [this.registry],
      collect() {
        this.set(countStreams());
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All metrics in Prometheus's text format. */
  render(): Promise<string> {
    return this.registry.metrics();
  }

  private createFlag(name: string, help: string, isSet: () => boolean): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(isSet() ? 1 : 0);
      },
    });
  }

  private createCounter<T extends string>(name: string, help: string, labelNames: readonly T[]): Counter<T> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}

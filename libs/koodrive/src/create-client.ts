import {
  type ConnectionOptions,
  createTransport,
  Resilience,
  type ResilienceOptions,
  type Transport,
} from '#resilience';
import { UpstreamClock } from './authorization/upstream-clock.js';
import { KooDriveClient } from './client.js';
import type { CredentialSource } from './credential.js';
import { classify } from './failure/to-upstream-error.js';
import type { ClientObserver } from './options.js';
import { CursorSeal } from './paging/cursor-seal.js';

export interface KooDriveClientOptions {
  /** Scheme, host and port of the upstream; nothing else is called. */
  readonly baseUrl: string;
  readonly credentials: CredentialSource;
  /** Keys of at least 32 bytes for cursors: the first seals, all of them open. */
  readonly cursorKeys: readonly [Uint8Array, ...Uint8Array[]];
  /** Milliseconds for a call that brings no time of its own; 15 s when left out. */
  readonly timeoutMs?: number;
  /** Milliseconds of silence after which the first try of a repeatable call is given up for a second; 10 s. */
  readonly patienceMs?: number;
  /** Breaker, bulkhead and backoff of each class of operation. */
  readonly resilience?: Omit<ResilienceOptions, 'classify' | 'random'>;
  readonly connection?: ConnectionOptions;
  /** Bytes; 16 MiB when left out. */
  readonly mostAnswerBytes?: number;
  readonly observer?: ClientObserver;
  /** Our machine's time; for tests. */
  readonly clock?: { now(): number; monotonic(): number };
  /** A number in [0, 1); for tests. */
  readonly random?: () => number;
  /** In place of the pooled one; for tests. */
  readonly transport?: Transport;
}

const systemClock = { now: () => Date.now(), monotonic: () => performance.now() };

/** @throws TypeError where `baseUrl` is more, or less, than scheme, host and port */
export function createKooDriveClient(options: KooDriveClientOptions): KooDriveClient {
  const { host, origin } = parseOrigin(options.baseUrl);
  const clock = options.clock ?? systemClock;
  const { connection, mostAnswerBytes, random, resilience } = options;
  const size = mostAnswerBytes === undefined ? {} : { mostAnswerBytes };
  return new KooDriveClient({
    upstream: {
      transport: options.transport ?? createTransport({ origin, ...connection, ...size }),
      host,
      clock: new UpstreamClock(clock),
      monotonic: () => clock.monotonic(),
      observer: options.observer,
      patienceMs: options.patienceMs ?? 10_000,
    },
    resilience: new Resilience({ ...resilience, classify, ...(random && { random }) }),
    credentials: options.credentials,
    cursors: new CursorSeal(options.cursorKeys),
    timeoutMs: options.timeoutMs ?? 15_000,
  });
}

function parseOrigin(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!isOrigin) throw new TypeError('the base URL of the upstream must be scheme, host and port alone');
  return url;
}

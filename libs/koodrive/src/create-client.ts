import {
  type ConnectionOptions,
  createTransport,
  monotonicClock,
  Resilience,
  type ResilienceOptions,
  type Transport,
} from '#resilience';
import { UpstreamClock } from './authorization/upstream-clock.js';
import { KooDriveClient } from './client.js';
import type { CredentialSource } from './credential.js';
import { classifyFailure } from './failure/to-upstream-error.js';
import { AllowedOrigins } from './object-store/allowed-origins.js';
import type { ClientObserver } from './options.js';
import { CursorSigner } from './paging/cursor-signer.js';

export interface KooDriveClientOptions {
  /** Scheme, host and port of the upstream. No other host is called. */
  readonly baseUrl: string;
  readonly credentials: CredentialSource;
  /** Scheme, host and port of each object store, as for `createObjectStore`: pre-signed URLs of others are rejected. */
  readonly objectStoreOrigins: readonly string[];
  /** Keys of at least 32 bytes for cursors: the first signs, all of them verify. */
  readonly cursorKeys: readonly [Uint8Array, ...Uint8Array[]];
  /** Milliseconds for a call without a timeout of its own; 15 000. */
  readonly timeoutMs?: number;
  /**
   * Milliseconds without a response after which the first attempt of an idempotent call is replaced by a second one;
   * 10 000.
   */
  readonly firstAttemptTimeoutMs?: number;
  /** Breaker, bulkhead and backoff of each class of operation. */
  readonly resilience?: Omit<ResilienceOptions, 'classify' | 'random'>;
  readonly connection?: ConnectionOptions;
  /** Max size of a response; 16 MiB. */
  readonly maxResponseBytes?: number;
  readonly observer?: ClientObserver;
  /** Ids of users that KooDrive probably accepts: a signature for one of them shows whether it accepts the app. */
  readonly referenceUsers?: () => Iterable<string>;
  /** The time of our own machine; for tests. */
  readonly clock?: { now(): number; monotonic(): number };
  /** A number in [0, 1); for tests. */
  readonly random?: () => number;
  /** Used instead of a connection pool; for tests. */
  readonly transport?: Transport;
}

const defaultTimeoutMs = 15_000;
const defaultFirstAttemptTimeoutMs = 10_000;

const systemClock = { ...monotonicClock, now: () => Date.now() };

/** @throws TypeError when `baseUrl` is not exactly scheme, host and port; and as `AllowedOrigins` */
export function createKooDriveClient(options: KooDriveClientOptions): KooDriveClient {
  const { host, origin } = parseOrigin(options.baseUrl);
  const clock = options.clock ?? systemClock;
  const { connection, maxResponseBytes, random, resilience } = options;
  return new KooDriveClient({
    upstream: {
      transport: options.transport ?? createTransport({ origin, ...connection, maxResponseBytes }),
      host,
      clock: new UpstreamClock(clock),
      monotonic: () => clock.monotonic(),
      observer: options.observer,
      firstAttemptTimeoutMs: options.firstAttemptTimeoutMs ?? defaultFirstAttemptTimeoutMs,
    },
    resilience: new Resilience({ ...resilience, classify: classifyFailure, random }),
    credentials: options.credentials,
    referenceUsers: options.referenceUsers,
    cursorSigner: new CursorSigner(options.cursorKeys),
    objectStoreOrigins: new AllowedOrigins(options.objectStoreOrigins),
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
  });
}

function parseOrigin(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!isOrigin) throw new TypeError('the base URL of the upstream must consist of scheme, host and port only');
  return url;
}

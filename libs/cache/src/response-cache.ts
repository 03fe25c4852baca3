import { acquireLock, type Clock, type HeldLock, sleep, type Store, systemClock } from '#store';
import type { SerializedResponse } from './serialized-response.js';
import { type CacheKey, hashCacheKey } from './cache-key.js';
import {
  type ForwardReason,
  formatForwardedStatus,
  formatHitStatus,
  formatStaleIfErrorStatus,
} from './cache-status.js';
import { Flight } from './flight.js';
import { TieredCache } from './tiered-cache.js';
import { isOutage, isUpstreamRejection } from './outage.js';
import type { CachePolicy } from './cache-policy.js';
import type { SharedTierLookup } from './shared-tier.js';
import type { Cipher } from '#vault';

export interface ResponseCacheOptions {
  readonly store: Store;
  /** Whether responses may be stored in a shared store now. If not, each instance has only its memory. */
  readonly mayUseSharedTier?: () => boolean;
  /** Max bytes of responses in memory; default 64 MiB. */
  readonly maxMemoryBytes?: number;
  /** Without it, responses in the store are not encrypted. */
  readonly cipher?: Cipher;
  readonly clock?: Clock;
  /**
   * Called when the number of missing instances changes: those that vanished without saying that they end. While there
   * is one, no response older than 2 seconds is used, since what it writes may not be told to this instance.
   */
  readonly onMissingInstances?: (count: number) => void;
}

/** A response and the value of its Cache-Status header (RFC 9211). */
export interface ServedResponse {
  readonly response: SerializedResponse;
  readonly cacheStatus: string;
}

/** Requests the response from the upstream. The signal aborts when no caller waits for the response any more. */
export type ResponseLoader = (signal: AbortSignal) => Promise<SerializedResponse>;

export interface CacheReadOptions {
  /** True: ignores cached responses (`Cache-Control: no-cache`), but caches the new one. */
  readonly bypass?: boolean;
  /** Ends the wait of this caller. */
  readonly signal?: AbortSignal;
}

interface LoadRequest {
  readonly key: CacheKey;
  readonly policy: CachePolicy;
  readonly load: ResponseLoader;
  readonly bypass: boolean;
}

interface FlightResult extends ServedResponse {
  /** The Cache-Status for callers who joined the flight. */
  readonly collapsedCacheStatus: string;
}

type ResponseFlight = Flight<FlightResult>;

const defaultMaxMemoryBytes = 64 * 1024 * 1024;
/** Milliseconds for which a flight waits for further callers if nobody may join it after its start: see canJoin. */
const flightStartDelayMs = 5;
/** Milliseconds after which another instance may refresh a response whose refreshing instance died. */
const refreshLockTtlMs = 5_000;
const refreshTimeoutMs = 60_000;

/**
 * Caches serialized responses in two tiers: the memory of this process, and the store that instances share. Its
 * guarantee is exact: after `invalidate` has resolved, no instance serves a response that it invalidated. CacheLease and
 * SharedTier describe how; docs/decisions/0002 describes why.
 */
export class ResponseCache {
  private readonly clock: Clock;
  private readonly store: Store;
  private readonly tiers: TieredCache;
  private readonly flights = new Map<CacheKey, ResponseFlight>();
  private readonly refreshes = new Map<CacheKey, ResponseFlight>();

  constructor(options: ResponseCacheOptions) {
    const { store, clock = systemClock, maxMemoryBytes = defaultMaxMemoryBytes, cipher } = options;
    const { mayUseSharedTier = () => true, onMissingInstances = () => undefined } = options;
    this.clock = clock;
    this.store = store;
    this.tiers = new TieredCache({
      store,
      mayUseSharedTier,
      clock,
      maxMemoryBytes,
      cipher,
      onInvalidate: (tags) => this.markFlightsOutdated(tags),
      onMissing: onMissingInstances,
    });
  }

  /**
   * Starts the lease. Before that, and while a shared store is unavailable, nothing is cached between requests. Resolves
   * soon, also when the store is unavailable.
   */
  start(): Promise<void> {
    return this.tiers.start();
  }

  close(): Promise<void> {
    return this.tiers.close();
  }

  /** Number and bytes of the entries in memory, and whether memory is trusted now. */
  stats(): { entries: number; bytes: number; trusted: boolean } {
    return { ...this.tiers.memoryUsage, trusted: this.tiers.trusted };
  }

  /** Returns a fresh response from memory, synchronously: for the hot path. */
  peek(key: CacheKey): ServedResponse | undefined {
    const entry = this.tiers.getFromMemory(key);
    if (entry === undefined) return undefined;
    const ttlMs = entry.freshUntil - this.clock.monotonic();
    if (ttlMs <= 0 || !this.tiers.trusted) return undefined;
    return { response: entry.response, cacheStatus: formatHitStatus(ttlMs) };
  }

  /**
   * Returns the response from memory, from the store, from a load in progress, or from `load`.
   * @throws what `load` throws; the reason of the signal
   */
  async read(
    key: CacheKey,
    policy: CachePolicy,
    load: ResponseLoader,
    options: CacheReadOptions = {},
  ): Promise<ServedResponse> {
    const { bypass = false, signal } = options;
    signal?.throwIfAborted();
    if (!bypass) {
      const hit = this.peek(key);
      if (hit) return hit;
      const flight = this.flights.get(key);
      if (flight && this.canJoin(flight)) {
        const { response, collapsedCacheStatus } = await flight.join(signal);
        return { response, cacheStatus: collapsedCacheStatus };
      }
    }
    const request: LoadRequest = { key, policy, load, bypass };
    const flight = this.startFlight(this.flights, request, (self) => this.load(request, self));
    const { response, cacheStatus } = await flight.join(signal);
    return { response, cacheStatus };
  }

  /**
   * Invalidates every response with one of the tags, on every instance, before it resolves. After a write, await it
   * before the response to that write is sent. It waits for the other instances: at most about half a second if one is
   * dead.
   *
   * It does not fail. If the store is unavailable, all instances detect that and trust no cached response, and the
   * invalidation is replayed when the store is available again. There is one exception: if only this instance cannot
   * reach the store, the other instances may serve an older response for about 2 seconds (docs/decisions/0027).
   */
  invalidate(tags: readonly string[]): Promise<void> {
    return this.tiers.invalidate(tags);
  }

  private markFlightsOutdated(tags: readonly string[]): void {
    for (const flights of [this.flights, this.refreshes]) {
      for (const [key, flight] of flights) {
        if (!flight.tags.some((tag) => tags.includes(tag))) continue;
        flight.outdated = true;
        flights.delete(key);
      }
    }
  }

  /**
   * Whether the result of the flight is new enough for a caller who comes now. While this instance receives
   * invalidations, they mark flights as outdated. While it does not, a caller may only join a flight that has not
   * started yet.
   */
  private canJoin(flight: ResponseFlight): boolean {
    if (flight.outdated) return false;
    return flight.waitingToStart || (this.tiers.exact && flight.epoch === this.tiers.epoch);
  }

  private startFlight(
    flights: Map<CacheKey, ResponseFlight>,
    request: LoadRequest,
    work: (flight: ResponseFlight) => Promise<FlightResult>,
  ): ResponseFlight {
    const { key, policy } = request;
    const previous = flights.get(key);
    // The previous flight was started earlier, so its result is older.
    if (previous) previous.outdated = true;
    const flight: ResponseFlight = new Flight(policy.tags, this.tiers.epoch, async () => {
      try {
        if (flight.waitingToStart) await sleep(flightStartDelayMs);
        flight.waitingToStart = false;
        return await work(flight);
      } finally {
        if (flights.get(key) === flight) flights.delete(key);
      }
    });
    flight.waitingToStart = !this.tiers.exact;
    flights.set(key, flight);
    return flight;
  }

  private async load(request: LoadRequest, flight: ResponseFlight): Promise<FlightResult> {
    const { key, policy, bypass } = request;
    const { entry, lookup } = (bypass ? undefined : await this.tiers.find(key, policy, flight)) ?? {};
    const now = this.clock.monotonic();
    if (entry && now < entry.staleUntil) {
      if (now >= entry.freshUntil) this.refreshInBackground(request);
      return toHitResult(entry.response, entry.freshUntil - now);
    }
    try {
      return await this.forward(request, flight, bypass ? 'request' : entry ? 'stale' : 'uri-miss', lookup);
    } catch (error) {
      const stale =
        policy.staleIfErrorSeconds && isOutage(error) ? await this.serveStaleIfError(request, flight) : undefined;
      if (!stale) throw error;
      return stale;
    }
  }

  /** Looks the response up again, since it may have been invalidated while the request to the upstream failed. */
  private async serveStaleIfError(
    { key, policy }: LoadRequest,
    flight: ResponseFlight,
  ): Promise<FlightResult | undefined> {
    const { entry } = (flight.outdated ? undefined : await this.tiers.find(key, policy, flight)) ?? {};
    const now = this.clock.monotonic();
    if (!entry || now >= entry.staleIfErrorUntil) return undefined;
    const cacheStatus = formatStaleIfErrorStatus(entry.freshUntil - now);
    return { response: entry.response, cacheStatus, collapsedCacheStatus: cacheStatus };
  }

  private async forward(
    request: LoadRequest,
    flight: ResponseFlight,
    reason: ForwardReason,
    lookup: SharedTierLookup | undefined,
  ): Promise<FlightResult> {
    const { key, policy, load } = request;
    const tagVersions = await this.tiers.getTagVersions(policy, lookup);
    const requestedAt = this.clock.now();
    const response = await load(flight.signal);
    const stored =
      response.status === 200 &&
      response.cacheable &&
      this.tiers.set(key, policy, flight, { response, requestedAt, tagVersions });
    return {
      response,
      cacheStatus: formatForwardedStatus(reason, stored, false),
      collapsedCacheStatus: formatForwardedStatus(reason, stored, true),
    };
  }

  private refreshInBackground(request: LoadRequest): void {
    const { key, load } = request;
    if (this.refreshes.has(key)) return;
    const loadOrDelete: ResponseLoader = async (signal) => {
      try {
        return await load(signal);
      } catch (error) {
        if (isUpstreamRejection(error)) this.tiers.delete(key);
        throw error;
      }
    };
    const refreshRequest: LoadRequest = { ...request, load: loadOrDelete };
    const flight = this.startFlight(this.refreshes, refreshRequest, (self) => this.refresh(refreshRequest, self));
    // No caller waits for the refresh. If it fails, the next stale hit starts another one.
    flight.join(AbortSignal.timeout(refreshTimeoutMs)).catch(() => undefined);
  }

  private async refresh(request: LoadRequest, flight: ResponseFlight): Promise<FlightResult> {
    const { key, policy } = request;
    const lock = await this.acquireRefreshLock(key);
    try {
      const { entry, lookup } = (await this.tiers.find(key, policy, flight)) ?? {};
      const ttlMs = entry ? entry.freshUntil - this.clock.monotonic() : 0;
      // Another instance has refreshed the response since, or is doing so now.
      if (entry && (ttlMs > 0 || !lock)) return toHitResult(entry.response, ttlMs);
      return await this.forward(request, flight, 'stale', lookup);
    } finally {
      void lock?.release();
    }
  }

  /** @returns undefined if another instance is refreshing the response @throws StoreUnavailableError */
  private async acquireRefreshLock(key: CacheKey): Promise<Pick<HeldLock, 'release'> | undefined> {
    if (!this.tiers.usesSharedTier) return { release: () => Promise.resolve() };
    return acquireLock(this.store, `cache:refresh:${hashCacheKey(key)}`, { ttlMs: refreshLockTtlMs });
  }
}

function toHitResult(response: SerializedResponse, ttlMs: number): FlightResult {
  const cacheStatus = formatHitStatus(ttlMs);
  return { response, cacheStatus, collapsedCacheStatus: cacheStatus };
}

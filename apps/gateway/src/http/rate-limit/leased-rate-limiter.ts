import { LRUCache } from 'lru-cache';
import { type Clock, systemClock } from '#store';
import type { SharedCounter } from './shared-counter.js';

/** The decision for one call. */
export interface RateLimitDecision {
  readonly allowed: boolean;
  /** Remaining calls in the window, as far as this instance knows. */
  readonly remaining: number;
  /** Seconds until the window ends, at least 1. */
  readonly resetSeconds: number;
}

/** The points of one caller in this instance, for the current window. */
interface QuotaLease {
  /** Points that were reserved in the shared counter and are not used yet. */
  availablePoints: number;
  /** Remaining points of the shared counter at the last reservation. */
  sharedRemaining: number;
  /** On the monotonic clock. */
  windowEndsAtMs: number;
  renewal: Promise<void> | undefined;
}

/** The lease that was not used for the longest time is dropped first, with its unused points. */
const maxTrackedCallers = 10_000;
/** The limit is divided into this many leases. */
const leasesPerLimit = 100;
/** The next lease is reserved when less than this fraction of the current one is left. */
const renewalThreshold = 1 / 2;
/**
 * Two ends of windows that differ by less belong to the same window: they are computed from different clock readings.
 */
const windowToleranceMs = 1_000;

/**
 * A limit for each caller, shared by all instances, at the cost of a map lookup for most calls (docs/decisions/0007).
 * An instance reserves points of the shared counter in leases of a hundredth of the limit, and reserves the next lease
 * when half of the current one is used. All instances together never grant more than the limit. An instance may hold a
 * lease that another instance could have used.
 */
export class LeasedRateLimiter {
  private readonly leases = new LRUCache<string, QuotaLease>({ max: maxTrackedCallers });
  private readonly leaseSize: number;

  constructor(
    private readonly counter: Pick<SharedCounter, 'reserve'>,
    limit: number,
    private readonly clock: Clock = systemClock,
  ) {
    this.leaseSize = Math.max(1, Math.floor(limit / leasesPerLimit));
  }

  /** Counts a call: synchronously from a lease, otherwise with the shared counter. Never rejects. */
  consume(key: string): RateLimitDecision | Promise<RateLimitDecision> {
    const lease = this.getLease(key);
    if (lease.availablePoints > 0) {
      lease.availablePoints -= 1;
      const needsRenewal = lease.availablePoints < this.leaseSize * renewalThreshold;
      if (needsRenewal && lease.sharedRemaining > 0 && this.leaseSize > 1) void this.renew(key, lease);
      return this.createDecision(lease, true);
    }
    // The limit is used up on all instances: the shared counter has no points before the window ends.
    if (lease.sharedRemaining === 0) return this.createDecision(lease, false);
    return this.consumeAfterRenewal(key, lease);
  }

  private async consumeAfterRenewal(key: string, lease: QuotaLease): Promise<RateLimitDecision> {
    // Other waiting calls may use the complete lease. Each iteration grants a point to some call, or uses up the limit.
    while (lease.availablePoints === 0 && lease.sharedRemaining > 0) await this.renew(key, lease);
    if (lease.availablePoints === 0) return this.createDecision(lease, false);
    lease.availablePoints -= 1;
    return this.createDecision(lease, true);
  }

  private getLease(key: string): QuotaLease {
    const current = this.leases.get(key);
    if (current && this.clock.monotonic() < current.windowEndsAtMs) return current;
    const lease: QuotaLease = {
      availablePoints: 0,
      sharedRemaining: Infinity,
      windowEndsAtMs: Infinity,
      renewal: undefined,
    };
    this.leases.set(key, lease);
    return lease;
  }

  private renew(key: string, lease: QuotaLease): Promise<void> {
    lease.renewal ??= this.counter
      .reserve(key, this.leaseSize)
      .then(({ granted, remaining, windowEndsInMs }) => {
        const windowEndsAtMs = this.clock.monotonic() + Math.max(1, windowEndsInMs);
        const isNewWindow = windowEndsAtMs > lease.windowEndsAtMs + windowToleranceMs;
        // Points of the previous window must not be used in the new one.
        lease.availablePoints = (isNewWindow ? 0 : lease.availablePoints) + granted;
        lease.sharedRemaining = remaining;
        lease.windowEndsAtMs = windowEndsAtMs;
      })
      .finally(() => (lease.renewal = undefined));
    return lease.renewal;
  }

  private createDecision(lease: QuotaLease, allowed: boolean): RateLimitDecision {
    const resetSeconds = Math.max(1, Math.ceil((lease.windowEndsAtMs - this.clock.monotonic()) / 1000));
    return { allowed, remaining: lease.availablePoints + lease.sharedRemaining, resetSeconds };
  }
}

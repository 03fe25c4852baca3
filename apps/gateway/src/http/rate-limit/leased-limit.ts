import { type Clock, systemClock } from '#store';
import type { SharedCount } from './shared-count.js';

/** What became of one call. */
export interface Verdict {
  readonly allowed: boolean;
  /** Calls that are left in the window, as far as this instance knows. */
  readonly remaining: number;
  /** Seconds until the window ends, at least 1. */
  readonly resetSeconds: number;
}

/** One caller's part of the window in this instance. */
interface Lease {
  /** Points that were taken from the shared count and not used yet. */
  held: number;
  /** What the shared count had left when it was last asked. */
  shared: number;
  /** On the clock that never goes back. */
  endsAt: number;
  renewal: Promise<void> | undefined;
}

/** Callers kept at once; whoever called longest ago is forgotten first, and with it the points it held. */
const MOST_CALLERS = 10_000;

/**
 * A limit for each caller, shared by all instances at the price of a map look-up: an instance takes points from the
 * shared count in leases of a hundredth of the limit, and asks for the next one when half of the last is used. Together
 * the instances never grant more than the limit; each may keep a lease that another could have used.
 */
export class LeasedLimit {
  readonly #leases = new Map<string, Lease>();
  readonly #size: number;

  constructor(
    private readonly count: Pick<SharedCount, 'take'>,
    limit: number,
    private readonly clock: Clock = systemClock,
  ) {
    this.#size = Math.max(1, Math.floor(limit / 100));
  }

  /** Counts a call: at once from a lease, else by asking the shared count. Never rejects. */
  take(key: string): Verdict | Promise<Verdict> {
    const lease = this.#leaseOf(key);
    if (lease.held > 0) {
      lease.held -= 1;
      if (lease.held < this.#size / 2 && lease.shared > 0 && this.#size > 1) void this.#renew(key, lease);
      return this.#verdict(lease, true);
    }
    // The window is used up, here and everywhere: no need to ask again before it ends.
    if (lease.shared === 0) return this.#verdict(lease, false);
    return this.#takeLater(key, lease);
  }

  async #takeLater(key: string, lease: Lease): Promise<Verdict> {
    // Others that wait may use up a lease as it comes; each round grants somebody something, or ends the window.
    while (lease.held === 0 && lease.shared > 0) await this.#renew(key, lease);
    if (lease.held === 0) return this.#verdict(lease, false);
    lease.held -= 1;
    return this.#verdict(lease, true);
  }

  #leaseOf(key: string): Lease {
    const found = this.#leases.get(key);
    if (found && this.clock.monotonic() < found.endsAt) return found;
    const lease: Lease = { held: 0, shared: Infinity, endsAt: Infinity, renewal: undefined };
    this.#leases.delete(key);
    this.#leases.set(key, lease);
    if (this.#leases.size > MOST_CALLERS) {
      const [oldest] = this.#leases.keys();
      if (oldest !== undefined) this.#leases.delete(oldest);
    }
    return lease;
  }

  #renew(key: string, lease: Lease): Promise<void> {
    lease.renewal ??= this.count
      .take(key, this.#size)
      .then(({ granted, remaining, endsIn }) => {
        const endsAt = this.clock.monotonic() + Math.max(1, endsIn);
        // Another window has begun: what is left of the last one's points must not be used in it.
        lease.held = (endsAt > lease.endsAt + 1_000 ? 0 : lease.held) + granted;
        lease.shared = remaining;
        lease.endsAt = endsAt;
      })
      .finally(() => (lease.renewal = undefined));
    return lease.renewal;
  }

  #verdict(lease: Lease, allowed: boolean): Verdict {
    const seconds = Math.ceil((lease.endsAt - this.clock.monotonic()) / 1000);
    return { allowed, remaining: lease.held + lease.shared, resetSeconds: Math.max(1, seconds) };
  }
}

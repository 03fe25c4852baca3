/** How much of one thing is held for one owner, and what happens at the limit. */
export interface CallerBudget {
  /** Whom the items are counted for. A network is a client address, or the /64 of an IPv6 address. */
  readonly per: 'caller' | 'user' | 'network';
  readonly maxItems: number;
  /** Total size of the items of one owner. Without it, only their number is limited. */
  readonly maxBytes?: number;
  /** Size of one item. The part of the gateway that keeps it decides what happens to a larger one. */
  readonly maxItemBytes?: number;
  /** Whether a new item is rejected, or the oldest items make room. */
  readonly atLimit: 'refuse' | 'oldest-out';
  /** Whether all instances count together, or each instance by itself. */
  readonly shared: boolean;
}

/**
 * Everything that the gateway holds for callers, with its limits (docs/operations.md). The cache is not here: it has a
 * limit for all callers together (CACHE_MEMORY_MB), since an evicted response is only fetched again.
 */
export const callerBudgets = {
  /** Responses of requests with an Idempotency-Key, for a day: the client of this repository sends one with each write. */
  storedResponses: {
    per: 'caller',
    maxItems: 20_000,
    maxBytes: 32 * 1024 * 1024,
    maxItemBytes: 256 * 1024,
    atLimit: 'refuse',
    shared: true,
  },
  /**
   * Requests that need more than the memory cache, from their authentication to the end of their response. One caller
   * cannot fill a class of KooDrive's operations, with its queue (libs/resilience/src/retry/resilience.ts).
   */
  requests: { per: 'caller', maxItems: 100, atLimit: 'refuse', shared: false },
  /** Downloads and uploads: each may take hours, a connection to the object store, and the memory of a part. */
  transfers: { per: 'caller', maxItems: 24, atLimit: 'refuse', shared: false },
  /** Open streams of server-sent events. */
  eventStreams: { per: 'caller', maxItems: 30, atLimit: 'refuse', shared: false },
  /** Calls that wait until KooDrive has listed an archive: each reads a job, for at most 20 s. */
  archiveListings: { per: 'caller', maxItems: 10, atLimit: 'refuse', shared: false },
  /** Links that were unlocked with their extract code: one service may unlock links for many visitors. */
  linkUnlocks: { per: 'caller', maxItems: 2_000, atLimit: 'oldest-out', shared: true },
  /** Visits of links that were counted as views, so that they are not counted again. */
  linkViews: { per: 'caller', maxItems: 2_000, atLimit: 'oldest-out', shared: true },
  /** Spaces of jobs and uploads of one user, or of the app, for a day: cached responses are invalidated by them. */
  writeRecords: { per: 'user', maxItems: 10_000, atLimit: 'oldest-out', shared: true },
  /** Sign-ins that have begun and not ended. */
  signIns: { per: 'network', maxItems: 200, atLimit: 'oldest-out', shared: true },
  browserSessions: { per: 'user', maxItems: 50, atLimit: 'oldest-out', shared: true },
} as const satisfies Record<string, CallerBudget>;

export type CallerBudgetName = keyof typeof callerBudgets;

/** What happened to an item, for metrics. */
export type BudgetOutcome = 'admitted' | 'refused' | 'evicted';
export type BudgetObserver = (budget: CallerBudgetName, outcome: BudgetOutcome) => void;

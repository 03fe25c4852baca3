/** Counters of the object store, which increments them itself. */
export interface ObjectStoreCounters {
  /** Parts received. */
  puts: number;
  /** Downloads started. */
  gets: number;
  /** Length of those downloads together, in bytes. */
  downloadedBytes: number;
  /** Rejected requests: the URL is wrong or expired, or the length or the range is wrong. */
  refused: number;
}

/**
 * Counters since the start or the last reset. A call is a call of the API, not of the token endpoint, the control API or
 * the object store.
 */
export interface SandboxCounters {
  calls: number;
  byOperation: Record<string, number>;
  byStatus: Record<string, number>;
  appTokensMinted: number;
  sessionsCreated: number;
  sessionsRefreshed: number;
  /** Refreshes with a token that was refreshed before. */
  sessionsRefreshedTwice: number;
  /** Calls that violate the contract: unknown route, wrong shape. */
  refusedForContract: number;
  /**
   * Calls without the credential that the operation requires, or with an expired or wrong one. Also token requests with a
   * wrong client id or secret.
   */
  refusedCredentials: number;
  /** Calls of documented operations that the sandbox does not implement. */
  unimplemented: number;
  /** Successful responses of the sandbox that violate the contract: a defect of the sandbox. */
  answersBreakingContract: number;
  readonly objectStore: ObjectStoreCounters;
}

export function createCounters(): SandboxCounters {
  return {
    calls: 0,
    byOperation: {},
    byStatus: {},
    appTokensMinted: 0,
    sessionsCreated: 0,
    sessionsRefreshed: 0,
    sessionsRefreshedTwice: 0,
    refusedForContract: 0,
    refusedCredentials: 0,
    unimplemented: 0,
    answersBreakingContract: 0,
    objectStore: { puts: 0, gets: 0, downloadedBytes: 0, refused: 0 },
  };
}

/** Sets the counters to 0 in place, as other modules hold a reference to the object. */
export function resetCounters(counters: SandboxCounters): void {
  const { objectStore, ...rest } = createCounters();
  Object.assign(counters.objectStore, objectStore);
  Object.assign(counters, rest);
}

/** What the object store has seen; the object store counts for itself. */
export interface ObjectStoreCounters {
  /** Parts taken. */
  puts: number;
  /** Downloads begun. */
  gets: number;
  /** Requests turned away: address wrong or lapsed, length or range wrong. */
  refused: number;
}

/** Sums since the start or the last reset. Calls are those of the API, not of the control API or the object store. */
export interface Counters {
  calls: number;
  byOperation: Record<string, number>;
  byStatus: Record<string, number>;
  appTokensMinted: number;
  sessionsCreated: number;
  sessionsRefreshed: number;
  /** Tokens shown for a refresh that had been refreshed before: a refresh value spent twice. */
  sessionsRefreshedTwice: number;
  /** Calls that the contract does not allow: unknown route, wrong shape. */
  refusedForContract: number;
  /** Calls without the credential that the operation takes, or with a stale or wrong one. */
  refusedCredentials: number;
  /** Calls of documented operations that the sandbox does not play. */
  unimplemented: number;
  /** Successful answers of the sandbox that do not fit the contract: a mistake in the sandbox. */
  answersBreakingContract: number;
  readonly objectStore: ObjectStoreCounters;
}

/** All counters at nought. */
export function createCounters(): Counters {
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
    objectStore: { puts: 0, gets: 0, refused: 0 },
  };
}

/** Sets counters back to nought in place: other parts hold on to the object. */
export function resetCounters(counters: Counters): void {
  const { objectStore, ...rest } = createCounters();
  Object.assign(counters.objectStore, objectStore);
  Object.assign(counters, rest);
}

import type { Counters } from '../control/counters.js';
import type { Delivery } from '../control/faults.js';
import type { Ledger, LedgerEntry } from '../control/ledger.js';

/** What is being found out about a call while it runs; becomes a ledger entry. */
export type Observation = {
  -readonly [K in keyof Omit<LedgerEntry, 'n' | 'status' | 'durationMs' | 'fault'>]: LedgerEntry[K];
};

/** Puts a finished call into the ledger and the counters. `started` is of performance.now(). */
export function recordCall(
  ledger: Ledger,
  counters: Counters,
  seen: Observation,
  delivery: Delivery,
  started: number,
): void {
  const name = seen.operation ?? 'unknown route';
  counters.calls += 1;
  counters.byOperation[name] = (counters.byOperation[name] ?? 0) + 1;
  counters.byStatus[delivery.status] = (counters.byStatus[delivery.status] ?? 0) + 1;
  if (seen.refusedForContract) counters.refusedForContract += 1;
  if (seen.refusedCredential !== undefined) counters.refusedCredentials += 1;
  if (seen.answerBreaksContract) counters.answersBreakingContract += 1;
  recordOnly(ledger, seen, delivery, started);
}

/** Puts a call into the ledger alone: what is no call of the API is not counted as one. */
export function recordOnly(ledger: Ledger, seen: Observation, delivery: Delivery, started: number): void {
  const durationMs = Math.round((performance.now() - started) * 1000) / 1000;
  ledger.record({ ...seen, ...delivery, durationMs });
}

import type { SandboxCounters } from '../control/counters.js';
import type { DeliveryResult } from '../control/fault-injector.js';
import type { Ledger, LedgerEntry } from '../control/ledger.js';

/** A ledger entry whose members are filled while the call runs. */
export type LedgerEntryDraft = {
  -readonly [K in keyof Omit<LedgerEntry, 'n' | 'status' | 'durationMs' | 'fault'>]: LedgerEntry[K];
};

/**
 * Records a finished call of the API in the ledger and the counters.
 * @param startedAt the time of performance.now() when the call began
 */
export function recordCall(
  ledger: Ledger,
  counters: SandboxCounters,
  entry: LedgerEntryDraft,
  delivery: DeliveryResult,
  startedAt: number,
): void {
  const name = entry.operation ?? 'unknown route';
  counters.calls += 1;
  counters.byOperation[name] = (counters.byOperation[name] ?? 0) + 1;
  counters.byStatus[delivery.status] = (counters.byStatus[delivery.status] ?? 0) + 1;
  if (entry.refusedForContract) counters.refusedForContract += 1;
  if (entry.refusedCredential !== undefined) counters.refusedCredentials += 1;
  if (entry.answerBreaksContract) counters.answersBreakingContract += 1;
  recordInLedgerOnly(ledger, entry, delivery, startedAt);
}

/** Records a call in the ledger only. The counters count calls of the API. */
export function recordInLedgerOnly(
  ledger: Ledger,
  entry: LedgerEntryDraft,
  delivery: DeliveryResult,
  startedAt: number,
): void {
  const durationMs = Math.round((performance.now() - startedAt) * 1000) / 1000;
  ledger.record({ ...entry, ...delivery, durationMs });
}

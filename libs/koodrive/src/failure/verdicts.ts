import type { Verdict } from '#resilience';
import { errorTable } from '../generated/errors.js';

/*
 * What failures mean for a repeat, as data. `outcome: unknown` where the upstream may have carried the request out
 * all the same: a proxy's 502 to 504 says nothing about what stands behind it.
 */
const refused: Verdict = { outcome: 'refused', transient: false, outage: false };
const busy: Verdict = { outcome: 'refused', transient: true, outage: false };
const down: Verdict = { outcome: 'unknown', transient: true, outage: true };

export const verdicts = {
  refused,
  down,
  /** Nothing left: no connection, no name, no TLS. */
  unreached: { outcome: 'unsent', transient: true, outage: true },
  /** Held back before the wire. */
  heldBack: { outcome: 'unsent', transient: false, outage: false },
  /** Sent, and no time left to learn what became of it. */
  lost: { outcome: 'unknown', transient: false, outage: false },
  /** A cut body or a proxy's page: the next answer may be whole. */
  garbled: { outcome: 'unknown', transient: true, outage: true },
  /** Well-formed, but not what the contract says: it will be the same the next time. */
  foreign: { outcome: 'unknown', transient: false, outage: false },
} as const satisfies Record<string, Verdict>;

const byStatus: Readonly<Record<number, Verdict>> = { 408: down, 425: busy, 429: busy, 501: refused };

/** API Gateway's codes without their prefix (facts/auth.md); what is not here goes by its status. */
const byGatewayCode: Readonly<Record<string, Verdict>> = { '0202': down, '0308': busy };

/** Failures inside KooDrive after which the work may have been done. */
const byCode: Readonly<Record<string, Verdict>> = { '13000201': down };

export function verdictOfStatus(status: number): Verdict {
  return byStatus[status] ?? (status >= 500 ? down : refused);
}

export function verdictOfCode(code: string, status: number): Verdict {
  const gateway = /^APIGW?\.(\d{4})$/.exec(code)?.[1];
  if (gateway !== undefined) return byGatewayCode[gateway] ?? verdictOfStatus(status);
  const row = errorTable[code];
  if (!row || status === 501) return verdictOfStatus(status);
  const known = byCode[code] ?? (status >= 500 ? down : refused);
  return { ...known, transient: row.retryable };
}

/** The upper-case name that the documents give a code. */
export function symbolOf(code: string): string | null {
  return errorTable[code]?.symbol ?? null;
}

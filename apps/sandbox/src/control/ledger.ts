import type { PresentedCredentialKind } from '../credentials/authenticator.js';

/** A call that the sandbox received. Holds no token, no signature and no query string. */
export interface LedgerEntry {
  /** Number of the call since the start or the last reset. The first call has 1. */
  readonly n: number;
  /** Time of arrival by the virtual clock, ISO 8601. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  /** Undefined when no operation has this method and path. `token` is the endpoint that mints app tokens. */
  readonly operation?: string;
  /** `client`: the client id and secret at the token endpoint. */
  readonly credential: PresentedCredentialKind | 'client';
  /** The first 12 hex digits of the token's SHA-256. Shows whether two calls have the same token. */
  readonly tokenHash?: string;
  readonly userId?: string;
  readonly traceId?: string;
  /** 0: the connection was destroyed before a response. */
  readonly status: number;
  /** `code` of the response body. */
  readonly code?: number | string;
  /** True when the operation took effect, independent of the response that the caller received. */
  readonly committed: boolean;
  /** Real time until the response was written to the connection. */
  readonly durationMs: number;
  /** How the call violates the contract. */
  readonly refusedForContract?: readonly string[];
  readonly refusedCredential?: string;
  /** The id of the fault that was applied. */
  readonly fault?: number;
  /** How the sandbox's own response violates the contract: a defect of the sandbox. */
  readonly answerBreaksContract?: readonly string[];
  /** The stack of an unexpected error of the sandbox. */
  readonly failure?: string;
}

/** The most recent calls, in a ring buffer of `size` entries. */
export class Ledger {
  private ring: LedgerEntry[] = [];
  private lastNumber = 0;

  constructor(private readonly size: number) {}

  record(entry: Omit<LedgerEntry, 'n'>): void {
    const n = ++this.lastNumber;
    this.ring[(n - 1) % this.size] = { n, ...entry };
  }

  /** Returns at most `limit` entries with `n` above `after`, oldest first, and the number of the last call. */
  read(after: number, limit: number): { readonly entries: readonly LedgerEntry[]; readonly last: number } {
    const first = Math.max(after, this.lastNumber - this.size, 0) + 1;
    const entries: LedgerEntry[] = [];
    for (let n = first; n <= this.lastNumber && entries.length < limit; n += 1) {
      const entry = this.ring[(n - 1) % this.size];
      if (entry) entries.push(entry);
    }
    return { entries, last: this.lastNumber };
  }

  clear(): void {
    this.ring = [];
    this.lastNumber = 0;
  }
}

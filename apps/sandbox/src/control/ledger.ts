/** A call that the sandbox saw. Holds no token, no signature and no query string. */
export interface LedgerEntry {
  /** Counts from 1 since the start or the last reset. */
  readonly n: number;
  /** When it arrived, by the sandbox's clock, ISO 8601. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  /** Absent where no operation has this method and path. `token` is the endpoint that mints app tokens. */
  readonly operation?: string;
  readonly credential: string;
  /** Tells whether two calls came with the same token: the beginning of its SHA-256, 12 hex digits. */
  readonly tokenHash?: string;
  readonly userId?: string;
  readonly traceId?: string;
  /** 0: the connection was destroyed before an answer. */
  readonly status: number;
  /** As the body of the answer had it. */
  readonly code?: number | string;
  /** True when the operation did its work, whatever the caller was told. */
  readonly committed: boolean;
  /** Milliseconds of real time until the answer was handed to the connection. */
  readonly durationMs: number;
  /** How the call breaks the contract. */
  readonly refusedForContract?: readonly string[];
  readonly refusedCredential?: string;
  /** The fault that struck, by its id. */
  readonly fault?: number;
  /** How the sandbox's own answer breaks the contract: a mistake in the sandbox. */
  readonly answerBreaksContract?: readonly string[];
  /** Why the sandbox itself failed. */
  readonly failure?: string;
}

/** The last calls, oldest first; older ones are forgotten when the ring is full. */
export class Ledger {
  private ring: LedgerEntry[] = [];
  private last = 0;

  constructor(private readonly size: number) {}

  record(entry: Omit<LedgerEntry, 'n'>): void {
    const n = ++this.last;
    this.ring[(n - 1) % this.size] = { n, ...entry };
  }

  /** Entries with `n` above `after`, oldest first, at most `limit`. */
  read(after: number, limit: number): { readonly entries: readonly LedgerEntry[]; readonly last: number } {
    const first = Math.max(after, this.last - this.size, 0) + 1;
    const entries: LedgerEntry[] = [];
    for (let n = first; n <= this.last && entries.length < limit; n += 1) {
      const entry = this.ring[(n - 1) % this.size];
      if (entry) entries.push(entry);
    }
    return { entries, last: this.last };
  }

  clear(): void {
    this.ring = [];
    this.last = 0;
  }
}

import type { Vault } from '#access-token';
import { type ProblemCode, ProblemError, type ProblemOptions } from '#problem';
import { acquireLock, type HeldLock, type Store, StoreUnavailableError } from '#store';

const dayMs = 86_400_000;
/** Renewed while the work goes on; once it has lapsed, whoever did the work is gone. */
const leaseMs = 15_000;

type KeptProblem = { readonly code: ProblemCode } & Omit<ProblemOptions, 'cause' | 'headers'>;
export type KeptAnswer =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | null }
  | { readonly problem: KeptProblem };

interface Entry {
  readonly fingerprint: string;
  /** Absent while the work goes on. */
  readonly answer?: KeptAnswer;
}

/** The right, and the duty, to do the work: exactly one of its methods is to be called. */
export interface Ticket {
  keep(answer: KeptAnswer): Promise<void>;
  fail(problem: ProblemError): Promise<void>;
}

/** Problems after which nothing was done for certain: the next try is a new one. */
const nothingDone: ReadonlySet<ProblemCode> = new Set([
  'credential-source-unavailable',
  'overloaded',
  'shutting-down',
  'store-unavailable',
  'too-many-requests',
  'upstream-unavailable',
]);

/**
 * What was answered to calls with an Idempotency-Key, for a day, encrypted: answers can hold pre-signed addresses.
 * Where the store is away, such calls are refused, since the promise could not be kept.
 */
export class IdempotentAnswers {
  constructor(
    private readonly store: Store,
    private readonly vault: Vault,
  ) {}

  /**
   * The answer that was kept, or the right to make it.
   * @throws ProblemError idempotency-key-reused, idempotency-in-progress, store-unavailable; outcome-unknown where the
   * process that did the work is gone and left no answer
   */
  async begin(name: string, fingerprint: string): Promise<{ readonly answer: KeptAnswer } | Ticket> {
    const record = `idempotency:${name}`;
    try {
      const lease = await acquireLock(this.store, `${record}:lease`, { ttlMs: leaseMs });
      const found = await this.read(record);
      if (!found && lease) return await this.ticket(record, fingerprint, lease);
      await lease?.release();
      if (found && found.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
      if (found?.answer) return { answer: found.answer };
      throw new ProblemError(lease ? 'outcome-unknown' : 'idempotency-in-progress');
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw new ProblemError('store-unavailable', { cause: error });
      throw error;
    }
  }

  private async ticket(record: string, fingerprint: string, lease: HeldLock): Promise<Ticket> {
    await this.write(record, { fingerprint });
    // Where an answer cannot be kept, the record stays open: a repeat then learns that the outcome is not known.
    const end = (work: Promise<unknown>): Promise<void> => work.catch(() => undefined).then(() => lease.release());
    return {
      keep: (answer) => end(this.write(record, { fingerprint, answer })),
      fail: ({ code, options: { cause: _cause, headers: _headers, ...options } }) =>
        end(
          nothingDone.has(code)
            ? this.store.delete(record)
            : this.write(record, { fingerprint, answer: { problem: { code, ...options } } }),
        ),
    };
  }

  private async read(record: string): Promise<Entry | undefined> {
    const sealed = await this.store.get(record);
    return sealed ? (JSON.parse(this.vault.open(record, sealed).toString()) as Entry) : undefined;
  }

  private write(record: string, entry: Entry): Promise<void> {
    return this.store.set(record, this.vault.seal(record, Buffer.from(JSON.stringify(entry))), dayMs);
  }
}

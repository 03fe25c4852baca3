import { type ProblemCode, ProblemError, type ProblemOptions } from '#problem';
import { acquireLock, dayMs, type HeldLock, type Store, StoreUnavailableError } from '#store';
import type { Vault } from '#vault';

/** One day. */
const responseRetentionMs = dayMs;
/** The lease is renewed while the request runs. An expired lease means that its process has died. */
const leaseTtlMs = 15_000;

type StoredProblem = { readonly code: ProblemCode } & Omit<ProblemOptions, 'cause' | 'headers'>;
/** Stored as JSON. `body` is null for a response without a body: records of all releases have the member. */
export type StoredResponse =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | null }
  | { readonly problem: StoredProblem };

interface IdempotencyRecord {
  readonly fingerprint: string;
  /** Undefined while the request runs. */
  readonly response?: StoredResponse;
}

/** The right to execute the request. The holder must call exactly one of the methods. Neither rejects. */
export interface IdempotencyClaim {
  complete(response: StoredResponse): Promise<void>;
  fail(problem: ProblemError): Promise<void>;
}

/** Problems that certainly had no effect: they are not stored, so that the next attempt executes the request again. */
const problemsWithoutEffect: ReadonlySet<ProblemCode> = new Set([
  'credential-source-unavailable',
  'overloaded',
  'shutting-down',
  'store-unavailable',
  'too-many-requests',
  'upstream-unavailable',
]);

/**
 * Stores the responses to requests with an Idempotency-Key for a day. They are encrypted because they can contain
 * pre-signed URLs. Where the store is unavailable, such requests are rejected, since a repetition could not be
 * detected.
 */
export class IdempotencyStore {
  constructor(
    private readonly store: Store,
    private readonly vault: Vault,
  ) {}

  /**
   * Returns the stored response, or the right to execute the request.
   * @param name identifies principal, caller and Idempotency-Key
   * @param fingerprint identifies the request
   * @throws ProblemError idempotency-key-reused, idempotency-in-progress, store-unavailable; outcome-unknown where the
   * process that executed the request has died and stored no response
   */
  async claim(name: string, fingerprint: string): Promise<{ readonly response: StoredResponse } | IdempotencyClaim> {
    const recordKey = `idempotency:${name}`;
    try {
      const lease = await acquireLock(this.store, `${recordKey}:lease`, { ttlMs: leaseTtlMs });
      const record = await this.read(recordKey);
      if (!record && lease) return await this.createClaim(recordKey, fingerprint, lease);
      await lease?.release();
      if (record && record.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
      if (record?.response) return { response: record.response };
      throw new ProblemError(lease ? 'outcome-unknown' : 'idempotency-in-progress');
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw new ProblemError('store-unavailable', { cause: error });
      throw error;
    }
  }

  private async createClaim(recordKey: string, fingerprint: string, lease: HeldLock): Promise<IdempotencyClaim> {
    await this.write(recordKey, { fingerprint });
    // Where the response cannot be stored, the record stays without a response: a repetition gets outcome-unknown.
    const releaseAfter = (storeUpdate: Promise<unknown>): Promise<void> =>
      storeUpdate.catch(() => undefined).then(() => lease.release());
    return {
      complete: (response) => releaseAfter(this.write(recordKey, { fingerprint, response })),
      fail: ({ code, options: { cause: _cause, headers: _headers, ...options } }) =>
        releaseAfter(
          problemsWithoutEffect.has(code)
            ? this.store.delete(recordKey)
            : this.write(recordKey, { fingerprint, response: { problem: { code, ...options } } }),
        ),
    };
  }

  private async read(recordKey: string): Promise<IdempotencyRecord | undefined> {
    const encrypted = await this.store.get(recordKey);
    return encrypted
      ? (JSON.parse(this.vault.decrypt(recordKey, encrypted).toString()) as IdempotencyRecord)
      : undefined;
  }

  private write(recordKey: string, record: IdempotencyRecord): Promise<void> {
    const encrypted = this.vault.encrypt(recordKey, Buffer.from(JSON.stringify(record)));
    return this.store.set(recordKey, encrypted, responseRetentionMs);
  }
}

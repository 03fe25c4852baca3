import { type BudgetLedger, type Caller, callerBudgets, createBudgetProblem, getAccountableId } from '#callers';
import { type ProblemCode, ProblemError, type ProblemOptions } from '#problem';
import { acquireLock, dayMs, type HeldLock, type Store, StoreUnavailableError } from '#store';
import type { Vault } from '#vault';
import { createMissingScopeProblem, mayCall, type RequiredScope } from '../endpoint.js';

/** One day. */
const responseRetentionMs = dayMs;
/** The lease is renewed while the request runs. An expired lease means that its process has died. */
const leaseTtlMs = 15_000;
/** Size of the largest stored response. */
const maxRecordBytes = callerBudgets.storedResponses.maxItemBytes;

type StoredProblem = { readonly code: ProblemCode } & Omit<ProblemOptions, 'cause' | 'headers'>;
/** Stored as JSON. `body` is null for a response without a body: records of all releases have the member. */
export type StoredResponse =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | null;
      /** Whether the body was too large to be stored. */
      readonly bodyOmitted?: true;
    }
  | { readonly problem: StoredProblem };

/** A request with an Idempotency-Key. */
export interface IdempotentRequest {
  readonly fingerprint: string;
  readonly scopes: readonly RequiredScope[];
}

interface IdempotencyRecord extends IdempotentRequest {
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
  'acting-not-allowed',
  // The connection broke while the body arrived.
  'bad-request',
  'credential-source-unavailable',
  'key-expired',
  'missing-scope',
  'overloaded',
  'precondition-failed',
  'session-ended',
  'shutting-down',
  'store-unavailable',
  'too-many-requests',
  'unauthenticated',
  'upstream-unavailable',
]);

/**
 * Whether the request may be executed again. A failure after an effect is `outcome-unknown` here, which is not retryable
 * (docs/decisions/0020).
 */
const mayBeRepeated = (problem: ProblemError): boolean =>
  problemsWithoutEffect.has(problem.code) || (problem.retryable && problem.options.outcome !== 'unknown');

/**
 * Stores the responses to requests with an Idempotency-Key for a day, within a budget for each caller (S31). They are
 * encrypted because they can contain pre-signed URLs. Where the store is unavailable, such requests are rejected, since
 * a repetition could not be detected.
 */
export class IdempotencyStore {
  constructor(
    private readonly store: Store,
    private readonly vault: Vault,
    private readonly ledger: BudgetLedger,
    /** Whether the store is so full that its memory is left to sessions and tokens. */
    private readonly isNearlyFull: () => boolean = () => false,
  ) {}

  /**
   * Returns the stored response, or the right to execute the request.
   * @param name identifies principal, caller and Idempotency-Key
   * @throws ProblemError missing-scope where the caller lacks a scope that the first request required;
   * idempotency-key-reused, idempotency-in-progress, store-unavailable; too-many-requests where the budget of the caller
   * is used up; outcome-unknown where the process that executed the request has died and stored no response
   */
  async claim(
    name: string,
    request: IdempotentRequest,
    caller: Caller,
  ): Promise<{ readonly response: StoredResponse } | IdempotencyClaim> {
    const recordKey = `idempotency:${name}`;
    try {
      const lease = await acquireLock(this.store, `${recordKey}:lease`, { ttlMs: leaseTtlMs });
      const record = await this.read(recordKey).catch((error: unknown) => releaseAndThrow(lease, error));
      if (!record && lease) return await this.createClaim(recordKey, request, getAccountableId(caller), lease);
      await lease?.release();
      const missingScope = record?.scopes.find((scope) => !mayCall(caller, scope));
      if (missingScope) throw createMissingScopeProblem(missingScope);
      if (record && record.fingerprint !== request.fingerprint) throw new ProblemError('idempotency-key-reused');
      if (record?.response) return { response: record.response };
      throw new ProblemError(lease ? 'outcome-unknown' : 'idempotency-in-progress');
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw new ProblemError('store-unavailable', { cause: error });
      throw error;
    }
  }

  private async createClaim(
    recordKey: string,
    request: IdempotentRequest,
    owner: string,
    lease: HeldLock,
  ): Promise<IdempotencyClaim> {
    try {
      const encrypted = this.encrypt(recordKey, request);
      await this.reserve(recordKey, owner, encrypted.length);
      await this.write(recordKey, encrypted);
    } catch (error) {
      // The first command may have taken effect. Where this fails too, the room is free again after a day.
      if (error instanceof StoreUnavailableError) await this.forget(recordKey, owner).catch(() => undefined);
      return releaseAndThrow(lease, error);
    }
    // Where the response cannot be stored, the record stays without a response: a repetition gets outcome-unknown.
    const releaseAfter = (storeUpdate: Promise<unknown>): Promise<void> =>
      storeUpdate.catch(() => undefined).then(() => lease.release());
    const storeResponse = (response: StoredResponse): Promise<void> =>
      releaseAfter(this.writeResponse(recordKey, owner, request, response));
    return {
      complete: storeResponse,
      fail: (problem) => {
        if (mayBeRepeated(problem)) return releaseAfter(this.forget(recordKey, owner));
        const { cause: _cause, headers: _headers, ...options } = problem.options;
        return storeResponse({ problem: { code: problem.code, ...options } });
      },
    };
  }

  /**
   * Counts the record before the request is executed: later there would be no way back. Its response is counted when it is
   * known: how many requests of a caller are in progress has a limit of its own.
   */
  private async reserve(recordKey: string, owner: string, bytes: number): Promise<void> {
    if (this.isNearlyFull()) throw new ProblemError('store-unavailable');
    const { admitted, retryAfterSeconds } = await this.countBytes(recordKey, owner, bytes);
    if (!admitted) throw createBudgetProblem('storedResponses', retryAfterSeconds);
  }

  /** Stores the response, without its body where that is too large. */
  private async writeResponse(
    recordKey: string,
    owner: string,
    request: IdempotentRequest,
    response: StoredResponse,
  ): Promise<void> {
    let encrypted = this.encrypt(recordKey, { ...request, response });
    if (encrypted.length > maxRecordBytes)
      encrypted = this.encrypt(recordKey, { ...request, response: omitBody(response) });
    await Promise.all([this.write(recordKey, encrypted), this.countBytes(recordKey, owner, encrypted.length)]);
  }

  private async forget(recordKey: string, owner: string): Promise<void> {
    await Promise.all([this.store.delete(recordKey), this.ledger.release('storedResponses', owner, recordKey)]);
  }

  private countBytes(recordKey: string, owner: string, bytes: number) {
    return this.ledger.admit('storedResponses', owner, { id: recordKey, bytes, ttlMs: responseRetentionMs });
  }

  private async read(recordKey: string): Promise<IdempotencyRecord | undefined> {
    const encrypted = await this.store.get(recordKey);
    if (!encrypted) return undefined;
    const record = JSON.parse(this.vault.decrypt(recordKey, encrypted).toString()) as IdempotencyRecord;
    // Records of earlier releases have no scopes.
    return { ...record, scopes: (record as Partial<IdempotencyRecord>).scopes ?? [] };
  }

  private encrypt(recordKey: string, record: IdempotencyRecord): Buffer {
    return this.vault.encrypt(recordKey, Buffer.from(JSON.stringify(record)));
  }

  private write(recordKey: string, encrypted: Buffer): Promise<void> {
    return this.store.set(recordKey, encrypted, responseRetentionMs);
  }
}

async function releaseAndThrow(lease: HeldLock | undefined, error: unknown): Promise<never> {
  await lease?.release();
  throw error;
}

const omitBody = (response: StoredResponse): StoredResponse =>
  'problem' in response ? { problem: { code: response.problem.code } } : { ...response, body: null, bodyOmitted: true };

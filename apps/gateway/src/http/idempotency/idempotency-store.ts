import { randomUUID } from 'node:crypto';
import { type BudgetLedger, type Caller, callerBudgets, createBudgetProblem, getAccountableId } from '#callers';
import { type ProblemCode, ProblemError, toProblemError } from '#problem';
import { sendEventually, type Store, StoreUnavailableError } from '#store';
import type { Vault } from '#vault';
import { createMissingScopeProblem, mayCall } from '../endpoint.js';
import { translateKooDriveError } from '../problems/koodrive-problems.js';
import {
  type IdempotencyRecord,
  type IdempotentRequest,
  omitBody,
  readClaimState,
  renewalIntervalMs,
  retentionMs,
  type StoredResponse,
  toStoredProblem,
  unconfirmedClaimMs,
} from './idempotency-record.js';

/** Size of the largest stored response. */
const maxRecordBytes = callerBudgets.storedResponses.maxItemBytes;

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
  // The user may be enabled before the next attempt.
  'user-not-accepted',
]);

/**
 * Whether the request may be executed again. A failure after an effect is `outcome-unknown` here, which is not retryable
 * (docs/decisions/0020).
 */
const mayBeRepeated = (problem: ProblemError): boolean =>
  problemsWithoutEffect.has(problem.code) || (problem.retryable && problem.options.outcome !== 'unknown');

/** The right of one call to execute the request. */
interface Claim {
  readonly id: string;
  readonly recordKey: string;
  readonly request: IdempotentRequest;
  /** Whom the stored bytes are counted for. */
  readonly owner: string;
  /** The stored record, by which conditional commands recognize it: each encryption has other bytes. */
  bytes: Buffer;
}

/**
 * Stores the responses to requests with an Idempotency-Key for a day, within a budget for each caller (S31). They are
 * encrypted because they can contain pre-signed URLs. Where the store is unavailable, such requests are rejected, since
 * a repetition could not be detected.
 *
 * There is one record for each key, and each command on it takes effect only on the record of this claim. So a command that
 * is late, repeated or lost does no harm to another call (docs/decisions/0025).
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
   * Executes the request, or finds the response of the call that has executed it. The claim ends with `execute`, however it
   * ends.
   * @param name identifies principal, caller and Idempotency-Key
   * @returns the stored response; undefined where `execute` was called, and has returned what is stored now
   * @throws what `execute` throws. ProblemError missing-scope where the caller lacks a scope that the first request required;
   * idempotency-key-reused, idempotency-in-progress, store-unavailable; too-many-requests where the budget of the caller
   * is used up; outcome-unknown where the process that executed the request has died and stored no response
   */
  async executeOnce(
    name: string,
    request: IdempotentRequest,
    caller: Caller,
    execute: () => Promise<StoredResponse>,
  ): Promise<StoredResponse | undefined> {
    const claim = await this.claim(`idempotency:${name}`, request, caller).catch(throwStoreProblem);
    if ('response' in claim) return claim.response;
    let response: StoredResponse;
    try {
      response = await this.renewDuring(claim, execute);
    } catch (error) {
      const problem = toProblemError(error, [translateKooDriveError]);
      await (mayBeRepeated(problem) ? this.forget(claim) : this.storeResponse(claim, toStoredProblem(problem)));
      throw error;
    }
    await this.storeResponse(claim, response);
    return undefined;
  }

  /** When it resolves, no renewal is on its way: one that arrived after the end of the claim could bring it back. */
  private async renewDuring<T>(claim: Claim, execute: () => Promise<T>): Promise<T> {
    let renewal: Promise<void> = Promise.resolve();
    const timer = setInterval(() => void (renewal = this.renew(claim)), renewalIntervalMs).unref();
    try {
      return await execute();
    } finally {
      clearInterval(timer);
      await renewal;
    }
  }

  private async claim(
    recordKey: string,
    request: IdempotentRequest,
    caller: Caller,
  ): Promise<{ readonly response: StoredResponse } | Claim> {
    const id = randomUUID();
    const bytes = this.encrypt(recordKey, { ...request, claimId: id });
    const claim: Claim = { id, recordKey, request, owner: getAccountableId(caller), bytes };
    // Where the reply is lost, the record expires by itself within the Retry-After of `store-unavailable`.
    const held = await this.store.getOrSet(recordKey, bytes, unconfirmedClaimMs);
    if (!held.value.equals(bytes))
      return { response: readResponse(this.decrypt(recordKey, held.value), held.ttlMs, request, caller) };
    try {
      await this.reserve(claim);
      // It may have expired, or the store may have lost it: another call may hold the key by now.
      if (await this.confirm(claim)) return claim;
      throw new ProblemError('store-unavailable');
    } catch (error) {
      await this.forget(claim);
      throw error;
    }
  }

  /** From now on the record outlives this process. A failover must not undo that. */
  private confirm(claim: Claim): Promise<boolean> {
    return this.store.durable.setIfEquals(claim.recordKey, claim.bytes, claim.bytes, retentionMs);
  }

  private async renew(claim: Claim): Promise<void> {
    const extend = (bytes: Buffer): Promise<boolean> =>
      this.store.setIfEquals(claim.recordKey, bytes, bytes, retentionMs);
    await this.change(claim, extend).catch(() => undefined);
  }

  /**
   * Counts the record before the request is executed: later there would be no way back. Its response is counted when it is
   * known: how many requests of a caller are in progress has a limit of its own.
   */
  private async reserve(claim: Claim): Promise<void> {
    if (this.isNearlyFull()) throw new ProblemError('store-unavailable');
    const { admitted, retryAfterSeconds } = await this.countBytes(claim, claim.bytes.length);
    if (!admitted) throw createBudgetProblem('storedResponses', retryAfterSeconds);
  }

  /** Stores the response, without its body where that is too large. */
  private storeResponse(claim: Claim, response: StoredResponse): Promise<void> {
    const { recordKey, request } = claim;
    let encrypted = this.encrypt(recordKey, { ...request, response });
    if (encrypted.length > maxRecordBytes)
      encrypted = this.encrypt(recordKey, { ...request, response: omitBody(response) });
    const { durable } = this.store;
    const replaceRecord = async (): Promise<void> => {
      const replaced = await this.change(claim, (bytes) =>
        durable.setIfEquals(recordKey, bytes, encrypted, retentionMs),
      );
      // The store has lost the record, or this is the second attempt.
      if (!replaced) await durable.setIfAbsent(recordKey, encrypted, retentionMs);
    };
    return this.sendEventually(() => [replaceRecord(), this.countBytes(claim, encrypted.length)], encrypted.length);
  }

  private forget(claim: Claim): Promise<void> {
    return this.sendEventually(() => [
      this.change(claim, (bytes) => this.store.deleteIfEquals(claim.recordKey, bytes)),
      this.ledger.release('storedResponses', claim.owner, claim.id),
    ]);
  }

  private sendEventually(send: () => Promise<unknown>[], bytes = 0): Promise<void> {
    return sendEventually(this.store, () => Promise.all(send()), bytes);
  }

  /**
   * Runs a command that takes effect where the record has the given bytes: again, where `vault:rotate` has encrypted the
   * record anew.
   * @returns whether the record was still that of the claim
   */
  private async change(claim: Claim, command: (bytes: Buffer) => Promise<boolean>): Promise<boolean> {
    while (!(await command(claim.bytes))) {
      const bytes = await this.store.get(claim.recordKey);
      // The same bytes are those of a command that was carried out a second time.
      if (!bytes || bytes.equals(claim.bytes) || this.decrypt(claim.recordKey, bytes).claimId !== claim.id)
        return false;
      claim.bytes = bytes;
    }
    return true;
  }

  private countBytes({ id, owner }: Claim, bytes: number) {
    return this.ledger.admit('storedResponses', owner, { id, bytes, ttlMs: retentionMs });
  }

  private decrypt(recordKey: string, encrypted: Buffer): IdempotencyRecord {
    const record = JSON.parse(this.vault.decrypt(recordKey, encrypted).toString()) as IdempotencyRecord;
    // Records of earlier releases have no scopes.
    return { ...record, scopes: (record as Partial<IdempotencyRecord>).scopes ?? [] };
  }

  private encrypt(recordKey: string, record: IdempotencyRecord): Buffer {
    return this.vault.encrypt(recordKey, Buffer.from(JSON.stringify(record)));
  }
}

function readResponse(
  record: IdempotencyRecord,
  ttlMs: number,
  request: IdempotentRequest,
  caller: Caller,
): StoredResponse {
  const missingScope = record.scopes.find((scope) => !mayCall(caller, scope));
  if (missingScope) throw createMissingScopeProblem(missingScope);
  if (record.fingerprint !== request.fingerprint) throw new ProblemError('idempotency-key-reused');
  if (record.response) return record.response;
  const state = readClaimState(ttlMs);
  if (state === 'ended-without-response') throw new ProblemError('outcome-unknown');
  throw new ProblemError('idempotency-in-progress', state);
}

function throwStoreProblem(error: unknown): never {
  if (error instanceof StoreUnavailableError) throw new ProblemError('store-unavailable', { cause: error });
  throw error;
}

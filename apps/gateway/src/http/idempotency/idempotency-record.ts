import { dayMs } from '#store';
import type { ProblemCode, ProblemError, ProblemOptions } from '#problem';
import type { RequiredScope } from '../endpoint.js';

/** How long a response, or that a request was begun, is stored. */
export const retentionMs = dayMs;
/** How long a claim is stored that is not confirmed: its request has certainly not begun. Four commands may time out in it. */
export const unconfirmedClaimMs = 2_000;
/** A confirmed claim is renewed while its request runs. One that is older belongs to a process that has died. */
export const leaseMs = 15_000;
export const renewalIntervalMs = leaseMs / 3;

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

/**
 * What is stored for an Idempotency-Key: one record, that is claimed, confirmed before the request is executed, and replaced
 * by its response. The time for which the store still holds it says how far it is (readState).
 */
export interface IdempotencyRecord extends IdempotentRequest {
  /** Identifies the process that executes the request. Undefined with a response. */
  readonly claimId?: string;
  /** Undefined while the request runs. */
  readonly response?: StoredResponse;
}

/** Whether a request without a response may be running, and for how many seconds its repetition should wait. */
export type ClaimState = { readonly retryAfterSeconds: number } | 'ended-without-response';

/** @param ttlMs until the record expires. The clock is that of the store, so those of the instances do not matter */
export function readClaimState(ttlMs: number): ClaimState {
  if (ttlMs <= unconfirmedClaimMs) return { retryAfterSeconds: toSeconds(ttlMs) };
  const ageMs = retentionMs - ttlMs;
  if (ageMs >= leaseMs) return 'ended-without-response';
  // A request may end at any time. One whose claim was not renewed twice has most likely died.
  return { retryAfterSeconds: ageMs <= 2 * renewalIntervalMs ? 1 : toSeconds(leaseMs - ageMs) };
}

const toSeconds = (durationMs: number): number => Math.max(1, Math.ceil(durationMs / 1_000));

export function toStoredProblem({ code, options }: ProblemError): StoredResponse {
  const { cause: _cause, headers: _headers, ...stored } = options;
  return { problem: { code, ...stored } };
}

export const omitBody = (response: StoredResponse): StoredResponse =>
  'problem' in response ? { problem: { code: response.problem.code } } : { ...response, body: null, bodyOmitted: true };

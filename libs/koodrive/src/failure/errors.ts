import type { Verdict } from '#resilience';
import type { CredentialKind } from '../operation.js';
import type { Principal } from '../principal.js';

/** A call of the upstream that failed after it was begun. No member holds text of the upstream's but the code. */
export abstract class UpstreamError extends Error {
  constructor(
    message: string,
    /** The operationId. */
    readonly operation: string,
    /** What it means for a repeat. */
    readonly verdict: Verdict,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Milliseconds the upstream, the breaker or the bulkhead asks to wait. */
  get retryAfterMs(): number | undefined {
    return this.verdict.retryAfterMs;
  }
}

/** The upstream answered, and its answer is a failure: KooDrive's own, or API Gateway's (`APIG.` or `APIGW.`). */
export class KooDriveError extends UpstreamError {
  override readonly name = 'KooDriveError';
  constructor(
    operation: string,
    /** As text, whatever it was; null where the answer held none (a bare 401 or 403). */
    readonly code: string | null,
    /** The HTTP status, which is 200 at times. */
    readonly status: number,
    /** The upper-case name of the code in errors.yaml; null where it has none. */
    readonly symbol: string | null,
    verdict: Verdict,
  ) {
    super(`${operation}: the upstream answered ${status} with code ${code ?? 'none'}`, operation, verdict);
  }

  /** Whether the same call may succeed after a wait (errors.yaml; our judgement). */
  get retryable(): boolean {
    return this.verdict.transient;
  }
}

/** No answer of the upstream's own: no connection, a broken one, a bare 429 or 5xx, or held back by breaker or bulkhead. */
export class UpstreamUnavailableError extends UpstreamError {
  override readonly name = 'UpstreamUnavailableError';
  constructor(
    operation: string,
    verdict: Verdict,
    /** The HTTP status, where one was answered. */
    readonly status: number | null,
    options?: ErrorOptions,
  ) {
    super(`${operation}: the upstream is not available${status ? ` (${status})` : ''}`, operation, verdict, options);
  }
}

/** The upstream kept silent, or the time of the call was up. */
export class UpstreamTimeoutError extends UpstreamError {
  override readonly name = 'UpstreamTimeoutError';
  constructor(operation: string, verdict: Verdict, options?: ErrorOptions) {
    super(`${operation}: no answer in time`, operation, verdict, options);
  }
}

export type ProtocolBreach =
  'redirect' | 'encoded' | 'not-json' | 'not-an-envelope' | 'no-data' | 'broken' | 'page' | 'status';

/** What came back is not what the contract promises: HTML, a cut body, a redirect, another envelope, a cursor that loops. */
export class UpstreamProtocolError extends UpstreamError {
  override readonly name = 'UpstreamProtocolError';
  constructor(
    operation: string,
    readonly breach: ProtocolBreach,
    readonly status: number | null,
    verdict: Verdict,
    options?: ErrorOptions,
  ) {
    super(`${operation}: the answer breaks the contract (${breach})`, operation, verdict, options);
  }
}

/** The answer is longer than we take. */
export class AnswerTooLargeError extends UpstreamError {
  override readonly name = 'AnswerTooLargeError';
  constructor(operation: string, verdict: Verdict) {
    super(`${operation}: the answer is too large`, operation, verdict);
  }
}

/** The caller's own signal ended the call; `cause` is its reason. */
export class CallAbortedError extends UpstreamError {
  override readonly name = 'CallAbortedError';
  constructor(operation: string, verdict: Verdict, options: ErrorOptions) {
    super(`${operation}: ended by the caller`, operation, verdict, options);
  }
}

/** The principal has no credential of a kind that the operation takes. Nothing was sent. */
export class CredentialUnavailableError extends Error {
  override readonly name = 'CredentialUnavailableError';
  constructor(
    readonly principal: Principal['kind'],
    /** Any of these would do. */
    readonly needed: readonly CredentialKind[],
    options?: ErrorOptions,
  ) {
    super(`a ${principal} principal has no credential of kind ${needed.join(' or ')}`, options);
  }
}

/** A cursor that we did not give out, or gave out for another list or principal. Nothing was sent. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
  constructor() {
    super('the cursor is not one of this list');
  }
}

/** A value that cannot be sent as this parameter. Nothing was sent. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  constructor(
    readonly operation: string,
    /** The name of the parameter, or the place in the body as `member[].member`. */
    readonly parameter: string,
    reason: string,
  ) {
    super(`${operation}: ${parameter} ${reason}`);
  }
}

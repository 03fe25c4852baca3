import type { FailureClassification } from '#resilience';
import type { CredentialKind } from '../operation.js';
import type { Principal } from '../principal.js';

/** A call of the upstream that failed after it started. Of the upstream's text it contains only the code. */
export abstract class UpstreamError extends Error {
  constructor(
    message: string,
    /** The operationId. */
    readonly operation: string,
    /** What the failure means for a retry. */
    readonly classification: FailureClassification,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Milliseconds that the upstream, the breaker or the bulkhead asks the caller to wait. */
  get retryAfterMs(): number | undefined {
    return this.classification.retryAfterMs;
  }
}

/** Why the upstream rejected a credential that had just been renewed (authorization/rejection-diagnosis.ts). */
export type RejectionCause =
  /** Our time differs from the upstream's by more than is corrected: no signature is valid. */
  | 'clock-skew'
  /** The upstream does not accept the app: its id or secret is wrong, or it may not call the operation. */
  | 'app'
  /** The upstream accepts the app, but not the user: unknown, disabled, or without the right. */
  | 'user'
  /** One of the two: there was no other user to compare with. */
  | 'app-or-user';

/** The upstream responded with a failure: one of KooDrive, or one of API Gateway (codes `APIG.` or `APIGW.`). */
export class KooDriveError extends UpstreamError {
  override readonly name = 'KooDriveError';
  constructor(
    operation: string,
    /** As text, whether it was sent as a number or as text; undefined when the response had none (a bare 401 or 403). */
    readonly code: string | undefined,
    /** The HTTP status, which is sometimes 200. */
    readonly status: number,
    classification: FailureClassification,
    /** Of a 401 after the renewal of the credential, where it could be found out. */
    readonly rejectionCause?: RejectionCause,
  ) {
    super(`${operation}: the upstream responded ${status} with code ${code ?? 'none'}`, operation, classification);
  }

  /** Whether the same call may succeed after a wait (errors.yaml; our judgment). */
  get retryable(): boolean {
    return this.classification.transient;
  }
}

/**
 * The upstream itself did not respond: no connection, a broken connection, a bare 429 or 5xx. Or the breaker or the
 * bulkhead rejected the call before it was sent.
 */
export class UpstreamUnavailableError extends UpstreamError {
  override readonly name = 'UpstreamUnavailableError';
  constructor(
    operation: string,
    classification: FailureClassification,
    /** The HTTP status; undefined when there was no response. */
    readonly status: number | undefined,
    options?: ErrorOptions,
  ) {
    const statusText = status ? ` (${status})` : '';
    super(`${operation}: the upstream is not available${statusText}`, operation, classification, options);
  }
}

/** The upstream did not respond in time, or the time for the call was over. */
export class UpstreamTimeoutError extends UpstreamError {
  override readonly name = 'UpstreamTimeoutError';
  constructor(operation: string, classification: FailureClassification, options?: ErrorOptions) {
    super(`${operation}: no response in time`, operation, classification, options);
  }
}

export type ProtocolViolation =
  | 'redirect'
  /** The body has a content encoding that we did not ask for. */
  | 'content-encoding'
  | 'not-json'
  /** The body has no `code`. */
  | 'not-an-envelope'
  /** The member that contains the documented data is missing or cannot be read. */
  | 'missing-data'
  /** The response is truncated or is not HTTP. */
  | 'broken-response'
  /** The list or the position of its next page is invalid. */
  | 'paging'
  /** A pre-signed URL does not belong to a configured object store. */
  | 'foreign-url'
  /** A failure status without a code. */
  | 'status';

/** Where a response violates the contract, without its value. */
export interface ViolatedPlace {
  /** A JSON Pointer into the response. */
  readonly pointer: string;
  readonly expected: string;
}

/** The response does not match the contract: HTML, a truncated body, a redirect, another envelope, a cursor that loops. */
export class UpstreamProtocolError extends UpstreamError {
  override readonly name = 'UpstreamProtocolError';
  readonly where?: ViolatedPlace;
  constructor(
    operation: string,
    readonly violation: ProtocolViolation,
    readonly status: number | undefined,
    classification: FailureClassification,
    options: ErrorOptions & { readonly where?: ViolatedPlace } = {},
  ) {
    const { where, ...errorOptions } = options;
    const place = where ? ` at ${where.pointer}: expected ${where.expected}` : '';
    super(
      `${operation}: the response violates the contract (${violation}${place})`,
      operation,
      classification,
      errorOptions,
    );
    this.where = where;
  }
}

/** The response is longer than we accept. */
export class ResponseTooLargeError extends UpstreamError {
  override readonly name = 'ResponseTooLargeError';
  constructor(operation: string, classification: FailureClassification) {
    super(`${operation}: the response is too large`, operation, classification);
  }
}

/** The caller's signal ended the call; `cause` is its reason. */
export class CallAbortedError extends UpstreamError {
  override readonly name = 'CallAbortedError';
  constructor(operation: string, classification: FailureClassification, options: ErrorOptions) {
    super(`${operation}: aborted by the caller`, operation, classification, options);
  }
}

/** The principal has no credential of a kind that the operation accepts. Nothing was sent. */
export class CredentialUnavailableError extends Error {
  override readonly name = 'CredentialUnavailableError';
  constructor(
    readonly principalKind: Principal['kind'],
    /** The kinds that the operation accepts. */
    readonly acceptedKinds: readonly CredentialKind[],
    options?: ErrorOptions,
  ) {
    super(`a principal of kind ${principalKind} has no credential of kind ${acceptedKinds.join(' or ')}`, options);
  }
}

/** A cursor that we did not issue, or that we issued for another list or another principal. Nothing was sent. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
  constructor() {
    super('the cursor does not belong to this list');
  }
}

/** A value that cannot be sent as this parameter. Nothing was sent. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  constructor(
    readonly operation: string,
    /** The name of the parameter, or its path in the body as `member[].member`. */
    readonly parameter: string,
    reason: string,
  ) {
    super(`${operation}: ${parameter} ${reason}`);
  }
}

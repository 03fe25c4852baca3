import type { Deadline } from '#resilience';
import type { RejectionCause } from './failure/errors.js';
import type { CredentialKind } from './operation.js';

/** One request that was sent to the upstream, or was rejected locally. For telemetry: it contains no id and no secret. */
export interface UpstreamAttempt {
  readonly operation: string;
  /** The class of operation. */
  readonly class: string;
  /** What was sent as the credential; absent when nothing was sent. */
  readonly credential?: CredentialKind;
  /** From 1. The repeat after a 401 has the same number. 0: rejected by breaker or bulkhead. */
  readonly attempt: number;
  readonly outcome: AttemptOutcome;
  /** The HTTP status; undefined without a response. */
  readonly status: number | undefined;
  /** The error code of the system, such as ECONNREFUSED, where there was no response. */
  readonly systemCode?: string;
  readonly durationMs: number;
  /** X-Traceid as it was sent; empty when nothing was sent. */
  readonly traceId: string;
}

export type AttemptOutcome =
  | 'success'
  /** KooDriveError: the upstream responded with a failure. */
  | 'error-response'
  | 'unavailable'
  | 'timeout'
  | 'protocol'
  | 'too-large'
  | 'aborted'
  /** Nothing was sent: rejected by breaker or bulkhead, or (for a call) there was no credential. */
  | 'rejected-locally';

/** What a call changed. `none`: certainly nothing; `unknown`: KooDrive may or may not have done it. */
export type CallEffect = 'none' | 'done' | 'unknown';

/** A finished call with all its attempts. */
export interface CompletedUpstreamCall {
  readonly operation: string;
  readonly outcome: AttemptOutcome;
  /** Absent for an operation that changes nothing. */
  readonly effect?: CallEffect;
  /** Whether the same call may be repeated although it may have been carried out. */
  readonly idempotent: boolean;
  /** From the begin of the call to its result: attempts, waits between them, and the wait for a credential. */
  readonly durationMs: number;
}

/** A response, or a part of one, that is not as the contract documents it. */
export interface UpstreamDeviation {
  readonly operation: string;
  /** A JSON Pointer with `*` for each index; `other` for a member that the contract does not have. Never a name of the upstream. */
  readonly place: string;
}

/** A call whose credential the upstream rejected although it had just been renewed. */
export interface UpstreamRejection {
  readonly operation: string;
  readonly credential: CredentialKind;
  readonly cause: RejectionCause;
  /** Milliseconds that the upstream's time is ahead of ours; only with `clock-skew`. */
  readonly skewMs?: number;
}

/** Called by the client. Must not throw. */
export interface ClientObserver {
  /** For each attempt. */
  onAttempt?(attempt: UpstreamAttempt): void;
  /** For each call, after its last attempt. */
  onCall?(call: CompletedUpstreamCall): void;
  /** For each call with a rejected credential, when the cause was found. */
  onRejection?(rejection: UpstreamRejection): void;
  /** For each pre-signed URL of a response. `allowed`: it belongs to a configured object store, and is used. */
  onPresignedUrl?(url: { readonly operation: string; readonly allowed: boolean }): void;
  /** For each deviation of a success, also for values whose absence a reader of the response reports. */
  onDeviation?(deviation: UpstreamDeviation): void;
}

export interface CallOptions {
  /** Ends the call. */
  readonly signal?: AbortSignal;
  /** The deadline of the call, when the caller already has one. */
  readonly deadline?: Deadline;
  /** Milliseconds for all attempts of the call together. With a deadline, the earlier of the two ends the call. */
  readonly timeoutMs?: number;
  /** The language of the upstream's texts. */
  readonly language?: 'en-US' | 'zh-CN';
  /** A W3C trace id (32 hexadecimal digits); X-Traceid starts with it. */
  readonly traceId?: string;
  /** Called for the attempts of this call, in addition to the client's own observer. */
  readonly observer?: ClientObserver;
}

export interface PageOptions {
  /** Max number of entries, from 1. Limited to the max page size of the upstream. */
  readonly limit?: number;
  /** `nextCursor` of the previous page. */
  readonly cursor?: string;
  /** Members of the input that may change from page to page: the cursor is not bound to them. */
  readonly unboundInput?: Readonly<Record<string, unknown>>;
}

export interface UpstreamPage<T> {
  /** Can have fewer entries than `limit`, or none, before the end of the list. */
  readonly items: T[];
  /** As `nextCursor` of an API response: null at the end of the list. */
  readonly nextCursor: string | null;
  /** Number of entries in the list; absent when the upstream does not report it. */
  readonly total?: number;
}

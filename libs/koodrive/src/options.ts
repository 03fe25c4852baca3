import type { Deadline } from '#resilience';

/** One request that went to the upstream, or was held back from it. For telemetry; holds no id and no secret. */
export interface UpstreamAttempt {
  readonly operation: string;
  /** The class of operation. */
  readonly class: string;
  /** From 1; the repeat after a 401 has the number of the try it belongs to. 0: held back by breaker or bulkhead. */
  readonly attempt: number;
  readonly outcome: AttemptOutcome;
  /** The HTTP status, where one came. */
  readonly status: number | null;
  readonly durationMs: number;
  /** X-Traceid as it was sent; empty where nothing was. */
  readonly traceId: string;
}

export type AttemptOutcome =
  | 'success'
  /** KooDriveError: an answer that is a failure. */
  | 'refused'
  | 'unavailable'
  | 'timeout'
  | 'protocol'
  | 'too-large'
  | 'aborted'
  | 'held-back';

/** Must not throw. */
export interface ClientObserver {
  onAttempt(attempt: UpstreamAttempt): void;
}

export interface CallOptions {
  /** Ends the call. */
  readonly signal?: AbortSignal | undefined;
  /** The time of the call, when somebody above keeps it already. */
  readonly deadline?: Deadline | undefined;
  /** Milliseconds for the whole call, all its tries together, where there is no deadline. */
  readonly timeoutMs?: number | undefined;
  /** The language of the upstream's texts. */
  readonly language?: 'en-US' | 'zh-CN' | undefined;
  /** A W3C trace id (32 hexadecimal digits) to begin X-Traceid with. */
  readonly traceId?: string | undefined;
  /** Hears of this call's attempts, beside the client's own observer. */
  readonly observer?: ClientObserver | undefined;
}

export interface PageOptions {
  /** Entries wanted, from 1; at most what the upstream gives in a page is asked for. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
  /** Members of the input that may differ from page to page: a cursor is not bound to them. */
  readonly unbound?: Readonly<Record<string, unknown>> | undefined;
}

export interface Page<T> {
  /** May be fewer than asked for, even none, before the end. */
  readonly items: T[];
  /** Null at the end of the list. */
  readonly nextCursor: string | null;
  /** Where the upstream knows it. */
  readonly total?: number;
}

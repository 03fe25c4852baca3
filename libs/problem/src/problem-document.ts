/** One mistake in the input. `pointer` is a JSON Pointer into the body, or `/name` for a path or query parameter. */
export interface InputError {
  readonly pointer: string;
  readonly message: string;
}

/** The upstream operation and its error code, for people who analyze both systems. It holds no text of the upstream. */
export interface UpstreamErrorDetails {
  readonly operation: string;
  readonly code?: string;
}

/** A problem document (RFC 9457). `code` is the stable code that callers can branch on. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly code: string;
  readonly retryable: boolean;
  readonly traceId?: string;
  readonly upstream?: UpstreamErrorDetails;
  readonly errors?: readonly InputError[];
  readonly outcome?: 'unknown';
}

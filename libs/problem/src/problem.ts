/** One mistake in the input: a JSON Pointer into the body, or `/name` for a parameter of path or query. */
export interface InputError {
  readonly pointer: string;
  readonly message: string;
}

/** What an upstream refusal looked like, for people who look into both sides. No text of the upstream's. */
export interface UpstreamRefusal {
  readonly operation: string;
  readonly code?: string;
}

/** RFC 9457. `code` is the stable word that callers decide by. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly code: string;
  readonly retryable: boolean;
  readonly traceId?: string;
  readonly upstream?: UpstreamRefusal;
  readonly errors?: readonly InputError[];
  readonly outcome?: 'unknown';
}

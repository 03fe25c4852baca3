/** The time of a call is up, or not enough of it is left to start an attempt. */
export class DeadlineExceededError extends Error {
  override readonly name = 'DeadlineExceededError';
  constructor(
    /** Milliseconds of the entire call. */
    readonly totalMs: number,
  ) {
    super(`the call did not finish within ${Math.round(totalMs)} ms`);
  }
}

/** The request was not sent: too many recent calls of this class failed. */
export class BreakerOpenError extends Error {
  override readonly name = 'BreakerOpenError';
  constructor(
    readonly operationClass: string,
    /** Milliseconds until the next call may be attempted. */
    readonly retryAfterMs: number,
  ) {
    super(`the breaker of class ${operationClass} is open after too many failures`);
  }
}

/** The request was not sent: the max number of calls of this class is in progress, and its queue is full. */
export class BulkheadFullError extends Error {
  override readonly name = 'BulkheadFullError';
  constructor(
    readonly operationClass: string,
    /** Milliseconds after which a call is likely to be accepted (an estimate: it depends on the upstream). */
    readonly retryAfterMs: number,
  ) {
    super(`too many calls of class ${operationClass} are in progress`);
  }
}

/**
 * A write that must not be repeated was sent, and its outcome is not known: it may or may not have been carried out.
 * `cause` describes the failure of the response.
 */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
  constructor(
    /** The operation, or the class of operations. */
    readonly operation: string,
    options: ErrorOptions,
  ) {
    super(`it is not known whether ${operation} was carried out`, options);
  }
}

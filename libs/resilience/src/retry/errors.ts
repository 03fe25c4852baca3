/** The time of a call was up, or too little of it was left to begin a try. */
export class DeadlineExceededError extends Error {
  override readonly name = 'DeadlineExceededError';
  constructor(
    /** Milliseconds the call had in all. */
    readonly totalMs: number,
  ) {
    super(`the call did not end within its ${Math.round(totalMs)} ms`);
  }
}

/** Not sent: too many calls of this class failed lately. */
export class BreakerOpenError extends Error {
  override readonly name = 'BreakerOpenError';
  constructor(
    readonly operationClass: string,
    /** Milliseconds until the next call may be tried. */
    readonly retryAfterMs: number,
  ) {
    super(`calls of class ${operationClass} are held back after too many failures`);
  }
}

/** Not sent: as many calls of this class as allowed are under way, and as many wait. */
export class BulkheadFullError extends Error {
  override readonly name = 'BulkheadFullError';
  constructor(
    readonly operationClass: string,
    /** Milliseconds after which a place is likely (a guess: the queue moves at the speed of the upstream). */
    readonly retryAfterMs: number,
  ) {
    super(`too many calls of class ${operationClass} are under way`);
  }
}

/**
 * A write that must not be repeated was sent, and what became of it cannot be known: it may or may not have been
 * carried out. `cause` says what happened to the answer.
 */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
  constructor(
    /** The operation, or the class of operation. */
    readonly operation: string,
    options: ErrorOptions,
  ) {
    super(`it is not known whether ${operation} was carried out`, options);
  }
}

/** One row of the contract's table of error codes. */
export interface ErrorRow {
  /** The documented HTTP status; null when none is documented. */
  readonly status: number | null;
  /** Whether the same call may succeed after a wait. This is our judgment, not documented. */
  readonly retryable: boolean;
}

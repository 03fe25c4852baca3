/** One row of the contract's table of error codes. */
export interface ErrorRow {
  /** The HTTP status the documents give for the code; null where they give none. */
  readonly status: number | null;
  /** The upstream's own upper-case name of the code; null where the documents have none. */
  readonly symbol: string | null;
  /** Our judgement, not the documents': whether the same call may succeed after a wait. */
  readonly retryable: boolean;
}

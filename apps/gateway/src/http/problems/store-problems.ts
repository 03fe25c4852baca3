import { ProblemError } from '#problem';
import { StoreUnavailableError } from '#store';

/** The problem where an operation requires the store and it is unavailable; undefined for any other error. */
export const translateStoreError = (error: unknown): ProblemError | undefined =>
  error instanceof StoreUnavailableError ? new ProblemError('store-unavailable', { cause: error }) : undefined;

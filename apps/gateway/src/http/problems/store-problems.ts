import { ProblemError } from '#problem';
import { StoreUnavailableError } from '#store';

/** The store is away, for what cannot be done without it; undefined for any other error. */
export const translateStore = (error: unknown): ProblemError | undefined =>
  error instanceof StoreUnavailableError ? new ProblemError('store-unavailable', { cause: error }) : undefined;

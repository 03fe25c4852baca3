import { ProblemError } from '#problem';

/**
 * A value that the contract promises in every response, such as the id of an entry. Without it the gateway cannot
 * build a correct response, and must not cache an invented one.
 *
 * @throws ProblemError upstream-protocol (502) where the value is missing
 */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new ProblemError('upstream-protocol');
  return value;
}

/** As `required`, for a string that is not empty. */
export const requiredText = (value: unknown): string =>
  required(typeof value === 'string' && value ? value : undefined);

/** As `required`, for a list. */
export const requiredList = <T>(value: readonly T[]): readonly T[] =>
  required(Array.isArray(value as unknown) ? value : undefined);

import { ProblemError } from '#problem';

/**
 * What the contract promises of every answer, such as the id of a thing. Without it nothing right can be answered, and
 * nothing made up may be kept: a 502.
 *
 * @throws ProblemError upstream-protocol
 */
export function demand<T>(value: T | undefined): T {
  if (value === undefined) throw new ProblemError('upstream-protocol');
  return value;
}

/** As demand, for a text. */
export const demandText = (value: unknown): string => demand(typeof value === 'string' && value ? value : undefined);

/** As demand, for a list. */
export const demandList = <T>(value: readonly T[]): readonly T[] =>
  demand(Array.isArray(value as unknown) ? value : undefined);

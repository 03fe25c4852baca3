import { type ProblemDocument, ProblemError } from '#problem';
import { type BulkResult, createBulkResult } from './bulk-result.js';
import { toPartialFailure, toProblemFromCode } from '../problems/koodrive-problems.js';

/** The upstream's outcome for one entry of a bulk call. */
export interface BulkItemOutcome {
  /** Some editions omit it. */
  readonly id: string | undefined;
  /** 0 means success. */
  readonly code: string | number | undefined;
}

/**
 * One result for each id. Outcomes without an id are in the order of the request (inferred).
 *
 * @throws ProblemError upstream-protocol where an id has no outcome, or one without a code: its result is unknown
 */
export function mapBulkOutcomes(
  operation: string,
  ids: readonly string[],
  outcomes: readonly BulkItemOutcome[],
): BulkResult {
  const outcomeById = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const problems = new Map<string, ProblemDocument>();
  ids.forEach((id, index) => {
    const atSameIndex = outcomes.length === ids.length ? outcomes[index] : undefined;
    const outcome = outcomeById.get(id) ?? (atSameIndex?.id === undefined ? atSameIndex : undefined);
    // Without a code, it is not known whether the entry succeeded.
    if (outcome?.code === undefined) throw new ProblemError('upstream-protocol', { upstream: { operation } });
    const code = String(outcome.code);
    if (code !== '0') problems.set(id, toPartialFailure(toProblemFromCode(operation, code)));
  });
  return createBulkResult(ids, problems);
}

import { type ProblemDocument, ProblemError } from '#problem';
import { type BatchResult, batchResult } from './entry-result.js';
import { partProblem, problemOfCode } from '../problems/koodrive-problems.js';

/** What the upstream says of one entry of a bulk call. */
export interface Outcome {
  /** Left out by some editions. */
  readonly id: string | undefined;
  /** 0 where it was done. */
  readonly code: string | number | undefined;
}

/**
 * One result for each id. Outcomes that name none come in the order asked for (inferred).
 *
 * @throws ProblemError upstream-protocol where an id has no outcome: nobody can say what became of it
 */
export function resultOf(operation: string, ids: readonly string[], outcomes: readonly Outcome[]): BatchResult {
  const named = new Map(outcomes.map((each) => [each.id, each]));
  const failed = new Map<string, ProblemDocument>();
  ids.forEach((id, place) => {
    const ordered = outcomes.length === ids.length ? outcomes[place] : undefined;
    const outcome = named.get(id) ?? (ordered?.id === undefined ? ordered : undefined);
    if (!outcome) throw new ProblemError('upstream-protocol', { upstream: { operation } });
    const code = String(outcome.code ?? 0);
    if (code !== '0') failed.set(id, partProblem(problemOfCode(operation, code)));
  });
  return batchResult(ids, failed);
}

import type { ProblemDocument } from '#problem';
import { Id, ListOf, Part, Word } from '../input/fields.js';
import { ProblemDto } from '../problems/problem.dto.js';

/** What became of one entry of a bulk call. */
export class EntryResult {
  @Id()
  id!: string;

  @Word(['done', 'failed'])
  status!: 'done' | 'failed';

  @Part(() => ProblemDto, { optional: true })
  problem?: ProblemDto | undefined;
}

/** A bulk call answers 200 with one result for each entry: never a bare 200 over a failure. */
export class BatchResult {
  @ListOf(() => EntryResult)
  items!: EntryResult[];
}

/** One result for each id asked for, in that order; what is not among the failed was done. */
export const batchResult = (ids: readonly string[], failed: ReadonlyMap<string, ProblemDocument>): BatchResult => ({
  items: ids.map((id) => {
    const problem = failed.get(id);
    return problem ? { id, status: 'failed', problem } : { id, status: 'done' };
  }),
});

import type { ProblemDocument } from '#problem';
import { IdField, NestedArrayField, NestedField, EnumField } from '../input/fields.js';
import { Problem } from '../problems/problem.dto.js';

/** The result of one entry of a bulk call. */
export class BulkItemResult {
  @IdField()
  id!: string;

  @EnumField(['done', 'failed'])
  status!: 'done' | 'failed';

  @NestedField(() => Problem, { optional: true })
  problem?: Problem;
}

/** The response of a bulk call: 200 with one result for each entry, so that no failure is hidden behind the 200. */
export class BulkResult {
  @NestedArrayField(() => BulkItemResult)
  items!: BulkItemResult[];
}

/**
 * One result for each requested id, in that order.
 * @param problems the problems of the failed entries by id; every other entry is `done`
 */
export const createBulkResult = (
  ids: readonly string[],
  problems: ReadonlyMap<string, ProblemDocument>,
): BulkResult => ({
  items: ids.map((id) => {
    const problem = problems.get(id);
    return problem ? { id, status: 'failed', problem } : { id, status: 'done' };
  }),
});

/** The entries of the result of a bulk call; none for any other result. */
export function listBulkItems(result: unknown): readonly BulkItemResult[] {
  const { items } = (result ?? {}) as Partial<BulkResult>;
  return Array.isArray(items) ? items.filter(({ status }) => status === 'done' || status === 'failed') : [];
}

import type { UpstreamPage } from '#koodrive';
import { MissingValueError } from './required.js';
import { ProblemError } from '#problem';

/**
 * Maps each entry of a list of the upstream. An entry without a required value is left out, so that it does not take the
 * list down: `required` has counted it. Every list of the upstream passes here.
 *
 * @throws ProblemError upstream-protocol if a list of several entries has none that can be read: the upstream has changed,
 * and the list must not look empty
 */
export function mapEntries<Wire, Entry>(
  list: readonly Wire[] | undefined,
  toEntry: (wire: Wire, index: number) => Entry,
): Entry[] {
  const entries: Entry[] = [];
  let failure: ProblemError | undefined;
  list?.forEach((wire, index) => {
    try {
      entries.push(toEntry(wire, index));
    } catch (error) {
      if (!lacksRequiredValue(error)) throw error;
      failure = error;
    }
  });
  if (failure && entries.length === 0 && list && list.length > 1) throw failure;
  return entries;
}

/** The total counts the entries that were left out, so a page without them has no total. */
export function mapPage<Wire, Entry>(
  { items, nextCursor, total }: UpstreamPage<Wire>,
  toEntry: (wire: Wire) => Entry,
): UpstreamPage<Entry> {
  const entries = mapEntries(items, toEntry);
  return { items: entries, nextCursor, total: entries.length === items.length ? total : undefined };
}

/** Without the total, where the upstream counts something else than the entries of the list. */
export const withoutTotal = <Entry>({ items, nextCursor }: UpstreamPage<Entry>): UpstreamPage<Entry> => ({
  items,
  nextCursor,
});

const lacksRequiredValue = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.cause instanceof MissingValueError;

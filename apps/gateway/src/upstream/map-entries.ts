import { countRemovedEntries, type UpstreamPage } from '#koodrive';
import { createUnreadableListProblem, MissingValueError } from './required.js';
import { ProblemError } from '#problem';

/** The entries of a list that can be read. */
export interface ReadableEntries<Entry> {
  readonly items: Entry[];
  /** How many entries are missing because they cannot be read; absent if none is. */
  readonly omitted?: number;
}

/**
 * Maps each entry of a list of the upstream. An entry that cannot be read is left out, so that it does not take the list
 * down: `required` has counted it. Every list of a response passes here or through `mapCompleteList`.
 *
 * @throws ProblemError upstream-protocol if a list of several entries has none that can be read: the upstream has changed
 */
export function mapEntries<Wire, Entry>(
  list: readonly Wire[] | undefined,
  toEntry: (wire: Wire, index: number) => Entry,
): ReadableEntries<Entry> {
  const { items, omitted = 0, failure } = readEntries(list ?? [], toEntry);
  if (items.length === 0 && omitted > 1) throw failure ?? createUnreadableListProblem(list ?? []);
  return { items, omitted: omitted || undefined };
}

/**
 * Maps a list that is a value of its resource, such as the recipients of a share. It is undefined if it has an entry that
 * cannot be read: nothing could tell callers that it is incomplete.
 */
export function mapCompleteList<Wire, Entry>(
  list: readonly Wire[] | undefined,
  toEntry: (wire: Wire) => Entry,
): Entry[] | undefined {
  const { items, omitted } = readEntries(list ?? [], toEntry);
  return list && omitted === 0 ? items : undefined;
}

/** The total counts the entries that were left out, so a page without them has no total. */
export function mapPage<Wire, Entry>(
  { items, nextCursor, total }: UpstreamPage<Wire>,
  toEntry: (wire: Wire) => Entry,
): UpstreamPage<Entry> & ReadableEntries<Entry> {
  const entries = mapEntries(items, toEntry);
  return { ...entries, nextCursor, total: entries.omitted ? undefined : total };
}

/** Without the total, where the upstream counts something else than the entries of the list. */
export const withoutTotal = <Page extends UpstreamPage<unknown>>(page: Page): Page => ({ ...page, total: undefined });

function readEntries<Wire, Entry>(
  list: readonly Wire[],
  toEntry: (wire: Wire, index: number) => Entry,
): { items: Entry[]; omitted: number; failure?: ProblemError } {
  const items: Entry[] = [];
  let failure: ProblemError | undefined;
  list.forEach((wire, index) => {
    try {
      items.push(toEntry(wire, index));
    } catch (error) {
      if (!lacksRequiredValue(error)) throw error;
      failure = error;
    }
  });
  return { items, omitted: list.length - items.length + countRemovedEntries(list), failure };
}

const lacksRequiredValue = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.cause instanceof MissingValueError;

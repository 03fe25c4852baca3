import { InvalidCursorError } from '#koodrive';
import type { Page } from '../input/page.js';

/** Calls for one page. The upstream may return empty pages without end; this limit ends the loop. */
const maxSourceCalls = 20;

/** One of several lists that are returned as one list. */
export type PageSource<T> = (request: { limit: number; cursor?: string }) => Promise<Page<T>>;

/**
 * One page of several paged lists in sequence. The page is filled from as many sources as necessary, and is shorter
 * where that takes too many calls. The cursor contains the index of the source and the source's own cursor.
 *
 * @throws InvalidCursorError for a cursor without a valid source index
 */
export async function concatenatePages<T>(
  sources: readonly PageSource<T>[],
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<T>> {
  const [, startIndex = '0', startCursor = ''] = /^(\d{1,2})\.(.*)$/s.exec(cursor ?? '0.') ?? ['', '-1'];
  let index = Number(startIndex);
  if (index < 0 || index >= sources.length) throw new InvalidCursorError();
  let sourceCursor = startCursor;
  const items: T[] = [];
  let omitted = 0;
  for (let calls = 0; calls < maxSourceCalls && index < sources.length; calls += 1) {
    const source = sources[index] as PageSource<T>;
    const page = await source({ limit: limit - items.length, cursor: sourceCursor || undefined });
    items.push(...page.items);
    omitted += page.omitted ?? 0;
    if (page.nextCursor === null) index += 1;
    sourceCursor = page.nextCursor ?? '';
    if (items.length >= limit) break;
  }
  const nextCursor = index < sources.length ? `${index}.${sourceCursor}` : null;
  return { items, nextCursor, omitted: omitted || undefined };
}

/**
 * A page source for a list that the upstream returns without paging. Its cursor is the offset of the next entry. The last
 * page says how many entries of the list are missing.
 */
export const paginateInMemory =
  <T>(load: () => Promise<Pick<Page<T>, 'items' | 'omitted'>>): PageSource<T> =>
  async ({ limit, cursor = '0' }) => {
    if (!/^\d{1,9}$/.test(cursor)) throw new InvalidCursorError();
    const { items, omitted } = await load();
    const start = Number(cursor);
    const end = start + limit;
    return end < items.length
      ? { items: items.slice(start, end), nextCursor: String(end) }
      : { items: items.slice(start), nextCursor: null, omitted };
  };

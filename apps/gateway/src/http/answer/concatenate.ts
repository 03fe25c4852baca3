import { InvalidCursorError } from '#koodrive';
import type { Page } from '../input/page.js';

/** Calls for one page: an upstream that gives empty pages without end must not keep us busy without end. */
const mostCalls = 20;

/** One of several lists that are answered as one. */
export type Source<T> = (request: { limit: number; cursor?: string }) => Promise<Page<T>>;

/**
 * Several paged lists, one after the other, as one. A page is filled from as many sources as it takes, or stays short
 * where that takes too many calls; the cursor is the number of the source and the source's own cursor.
 *
 * @throws InvalidCursorError for a cursor that names no source
 */
export async function concatenate<T>(
  sources: readonly Source<T>[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<T>> {
  const [, number = '0', inner = ''] = /^(\d{1,2})\.(.*)$/s.exec(cursor ?? '0.') ?? ['', '-1'];
  let index = Number(number);
  if (index < 0 || index >= sources.length) throw new InvalidCursorError();
  let position = inner;
  const items: T[] = [];
  for (let calls = 0; calls < mostCalls && index < sources.length; calls += 1) {
    const source = sources[index] as Source<T>;
    const page = await source({ limit: limit - items.length, ...(position && { cursor: position }) });
    items.push(...page.items);
    if (page.nextCursor === null) index += 1;
    position = page.nextCursor ?? '';
    if (items.length >= limit) break;
  }
  return { items, nextCursor: index < sources.length ? `${index}.${position}` : null };
}

/** A list that the upstream gives whole, as a source: its cursor is how many entries were given out. */
export const whole =
  <T>(load: () => Promise<readonly T[]>): Source<T> =>
  async ({ limit, cursor = '0' }) => {
    if (!/^\d{1,9}$/.test(cursor)) throw new InvalidCursorError();
    const all = await load();
    const start = Number(cursor);
    const end = start + limit;
    return { items: all.slice(start, end), nextCursor: end < all.length ? String(end) : null };
  };

import type { ResponseBody } from '../response/envelope.js';
import { UpstreamProtocolError } from '../failure/errors.js';
import { failureClassifications } from '../failure/failure-classifications.js';
import type { Paging } from '../operation.js';
import { countRemovedEntries } from '../response/response-place.js';
import { parseNonNegativeInteger } from '../wire-values.js';

/** Where a page starts, in the upstream's own terms. */
export type PagePosition =
  | { readonly offset: number }
  | { readonly cursor: string }
  /** A page number is valid only together with the page size it was counted with. */
  | { readonly page: number; readonly size: number };

export interface RawPage {
  readonly items: readonly unknown[];
  /** Undefined at the end of the list. */
  readonly next: PagePosition | undefined;
  readonly total: number | undefined;
}

/** The members of an operation's input that select a page; the first page when `position` is undefined. */
export function buildPageInput(
  paging: Paging,
  position: PagePosition | undefined,
  limit: number,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const toWireNumber = (value: number): number | string =>
    paging.style === 'offset' && paging.numbersAsText ? String(value) : value;
  if (paging.style === 'page' && position && 'page' in position) {
    fields[paging.size] = position.size;
    fields[paging.page] = position.page;
  } else {
    if (paging.size !== undefined) fields[paging.size] = toWireNumber(limit);
    if (paging.style === 'offset')
      fields[paging.offset] = toWireNumber(position && 'offset' in position ? position.offset : 0);
    if (paging.style === 'page') fields[paging.page] = paging.firstPage;
    if (paging.style === 'cursor') {
      const cursor = position && 'cursor' in position ? position.cursor : paging.firstCursor;
      if (cursor !== undefined) fields[paging.cursor] = cursor;
    }
  }
  return paging.in === 'pageInfo' ? { pageInfo: fields } : fields;
}

/**
 * Whether the position fits the paging style. The cursor of a caller is authentic, but its operation may use another style
 * since a release.
 */
export function matchesPagingStyle(paging: Paging, position: PagePosition): boolean {
  return paging.style in position;
}

/** @throws UpstreamProtocolError when the response contains no list, or its next page is the same page again */
export function readPage(
  operation: string,
  paging: Paging,
  body: ResponseBody,
  position: PagePosition | undefined,
  limit: number,
): RawPage {
  const list =
    body[paging.items] ??
    (paging.style === 'cursor' && paging.alternativeItems ? body[paging.alternativeItems] : undefined);
  const items: unknown = list ?? [];
  if (!Array.isArray(items)) throw createPagingError(operation);
  const total = paging.total === undefined ? undefined : parseTotal(body[paging.total]);
  const removed = countRemovedEntries(items);
  const next = findNextPosition(operation, paging, body, { position, limit, count: items.length + removed, total });
  // The total counts the entries that could not be read.
  return { items, next, total: removed > 0 ? undefined : total };
}

interface PageProgress {
  readonly position: PagePosition | undefined;
  readonly limit: number;
  readonly count: number;
  readonly total: number | undefined;
}

function findNextPosition(
  operation: string,
  paging: Paging,
  body: ResponseBody,
  progress: PageProgress,
): PagePosition | undefined {
  const { position, limit, count, total } = progress;
  switch (paging.style) {
    case 'offset': {
      // A page can be short before the end of the list, so the offset advances by the requested size.
      const offset = position && 'offset' in position ? position.offset : 0;
      return hasNextPage(offset + limit, offset + count, count, limit, total) ? { offset: offset + limit } : undefined;
    }
    case 'page': {
      const { page, size } = position && 'page' in position ? position : { page: paging.firstPage, size: limit };
      const entriesBefore = (page - paging.firstPage) * size;
      return hasNextPage(entriesBefore + size, entriesBefore + count, count, size, total)
        ? { page: page + 1, size }
        : undefined;
    }
    case 'cursor': {
      const next = body[paging.next];
      const cursor = typeof next === 'string' || typeof next === 'number' ? String(next) : '';
      const hasMore: unknown = paging.hasMoreMember === undefined ? undefined : body[paging.hasMoreMember];
      if (hasMore === false || (cursor === '' && hasMore !== true)) return undefined;
      const repeats = position && 'cursor' in position && position.cursor === cursor;
      if (cursor === '' || repeats) throw createPagingError(operation);
      return { cursor };
    }
  }
}

/**
 * Whether another page follows. A total below the number of entries seen so far is wrong and is ignored. Without a total,
 * another page follows a full page.
 */
function hasNextPage(reached: number, seen: number, count: number, size: number, total: number | undefined): boolean {
  return total !== undefined && total >= seen ? reached < total : count >= size;
}

function parseTotal(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseNonNegativeInteger(value) : undefined;
}

export function createPagingError(operation: string): UpstreamProtocolError {
  return new UpstreamProtocolError(operation, 'paging', undefined, failureClassifications.contractViolation);
}

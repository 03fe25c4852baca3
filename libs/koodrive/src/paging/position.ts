import type { AnswerBody } from '../answer/envelope.js';
import { UpstreamProtocolError } from '../failure/errors.js';
import { verdicts } from '../failure/verdicts.js';
import type { Paging } from '../operation.js';

/** Where a page begins, in the upstream's own terms. */
export type Position =
  | { readonly offset: number }
  | { readonly cursor: string }
  /** A page's number means something only together with the size of a page. */
  | { readonly page: number; readonly size: number };

export interface RawPage {
  readonly items: readonly unknown[];
  /** Null at the end of the list. */
  readonly next: Position | null;
  readonly total: number | undefined;
}

/** The members of an operation's input that ask for a page; the first one where there is no position. */
export function pageInput(paging: Paging, position: Position | null, limit: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const asSent = (value: number): number | string => (paging.style === 'offset' && paging.text ? String(value) : value);
  if (paging.style === 'page' && position && 'page' in position) {
    fields[paging.size] = position.size;
    fields[paging.page] = position.page;
  } else {
    if (paging.size !== undefined) fields[paging.size] = asSent(limit);
    if (paging.style === 'offset')
      fields[paging.offset] = asSent(position && 'offset' in position ? position.offset : 0);
    if (paging.style === 'page') fields[paging.page] = paging.first;
    if (paging.style === 'cursor') {
      const cursor = position && 'cursor' in position ? position.cursor : paging.first;
      if (cursor !== undefined) fields[paging.cursor] = cursor;
    }
  }
  return paging.in === 'pageInfo' ? { pageInfo: fields } : fields;
}

/** Whether a position is one of this style: a cursor handed in again is checked, but its list may have changed its style. */
export function fits(paging: Paging, position: Position): boolean {
  return paging.style in position;
}

/** @throws UpstreamProtocolError where the answer holds no list, or names the page it came from as the next */
export function readPage(
  operation: string,
  paging: Paging,
  body: AnswerBody,
  position: Position | null,
  limit: number,
): RawPage {
  const list =
    body[paging.items] ?? (paging.style === 'cursor' && paging.alternative ? body[paging.alternative] : undefined);
  const items: unknown = list ?? [];
  if (!Array.isArray(items) || items.includes(null)) throw breach(operation);
  const total = paging.total === undefined ? undefined : wholeNumber(body[paging.total]);
  return { items, total, next: nextPosition(operation, paging, body, { position, limit, count: items.length, total }) };
}

interface Progress {
  readonly position: Position | null;
  readonly limit: number;
  readonly count: number;
  readonly total: number | undefined;
}

function nextPosition(operation: string, paging: Paging, body: AnswerBody, progress: Progress): Position | null {
  const { position, limit, count, total } = progress;
  switch (paging.style) {
    case 'offset': {
      // A page may be short before the end, so the offset goes on by what was asked for.
      const offset = position && 'offset' in position ? position.offset : 0;
      return goesOn(offset + limit, offset + count, count, limit, total) ? { offset: offset + limit } : null;
    }
    case 'page': {
      const { page, size } = position && 'page' in position ? position : { page: paging.first, size: limit };
      const before = (page - paging.first) * size;
      return goesOn(before + size, before + count, count, size, total) ? { page: page + 1, size } : null;
    }
    case 'cursor': {
      const next = body[paging.next];
      const cursor = typeof next === 'string' || typeof next === 'number' ? String(next) : '';
      const more: unknown = paging.more === undefined ? undefined : body[paging.more];
      if (more === false || (cursor === '' && more !== true)) return null;
      const repeats = position && 'cursor' in position && position.cursor === cursor;
      if (cursor === '' || repeats) throw breach(operation);
      return { cursor };
    }
  }
}

/** A total smaller than what was seen already is none; without one a full page is followed by another. */
function goesOn(reached: number, seen: number, count: number, size: number, total: number | undefined): boolean {
  return total !== undefined && total >= seen ? reached < total : count >= size;
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

export function breach(operation: string): UpstreamProtocolError {
  return new UpstreamProtocolError(operation, 'page', null, verdicts.foreign);
}

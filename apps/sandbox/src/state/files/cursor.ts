import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';

/** The end of a page: the sort key and the id of its last entry. */
export interface CursorPosition {
  readonly key: string | number;
  readonly id: string;
}

/**
 * Cursors in the form that the reference prints: `0|[9-1-0,11-0-1][JzIwMj...=,J0ZpQk0...=]`. The first brackets name the
 * sort fields, the second contain the values: quoted, then in base64. The characters `|`, `[`, `]`, `=` and `,` reveal a
 * client that does not percent-encode the cursor.
 */
function encodeCursor(sort: string, { key, id }: CursorPosition): string {
  const values = [typeof key === 'number' ? String(key) : `'${key}'`, `'${id}'`];
  return `0|[${sort}-0,11-0-1][${values.map((value) => Buffer.from(value).toString('base64')).join(',')}]`;
}

/** @throws OperationError invalidParameter (not a cursor, or a cursor of another sort order) */
function decodeCursor(sort: string, cursor: string): CursorPosition {
  const parts = /^0\|\[([^\]]*)-0,11-0-1\]\[([^,\]]+),([^,\]]+)\]$/.exec(cursor);
  if (parts?.[1] !== sort) throw new OperationError(errorCodes.invalidParameter, 'pageCursor');
  const [key = '', id = ''] = parts.slice(2).map((value) => Buffer.from(value, 'base64').toString('utf8'));
  return { key: key.startsWith("'") ? key.slice(1, -1) : Number(key), id: id.slice(1, -1) };
}

export interface CursorPage<T> {
  readonly items: T[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
}

/** Numbers of `sortDirection` in the contract. */
export const SortDirection = { ascending: 1, descending: 2 } as const;

/** The order of a list: by a key, then by id. */
export interface SortOrder<T> {
  /** Part of each cursor, so that a cursor of another order is rejected. */
  readonly name: string;
  readonly descending: boolean;
  readonly key: (item: T) => string | number;
  readonly id: (item: T) => string;
}

export function sortItems<T>(items: Iterable<T>, order: SortOrder<T>): T[] {
  return [...items].sort((a, b) => comparePositions(getPosition(a, order), getPosition(b, order), order.descending));
}

/**
 * The page after a cursor; an empty cursor means the first page.
 * @param items sorted by `order`
 * @param short return half of `size`, and an empty page at the end, as the contract allows
 * @throws OperationError invalidParameter (not a cursor, or a cursor of another sort order)
 */
export function paginate<T>(
  items: readonly T[],
  order: SortOrder<T>,
  cursor: string,
  size: number,
  short: boolean,
): CursorPage<T> {
  const start = cursor === '' ? 0 : findIndexAfter(items, order, decodeCursor(order.name, cursor));
  const end = Math.min(items.length, start + (short ? Math.ceil(size / 2) : size));
  const page = items.slice(start, end);
  const last = page.at(-1);
  const hasMore = last !== undefined && (end < items.length || short);
  return { items: page, nextCursor: hasMore ? encodeCursor(order.name, getPosition(last, order)) : undefined };
}

/** Index of the first item after a position. The item of that position may have been removed since. */
function findIndexAfter<T>(items: readonly T[], order: SortOrder<T>, position: CursorPosition): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle] as T;
    if (comparePositions(getPosition(item, order), position, order.descending) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const getPosition = <T>(item: T, order: SortOrder<T>): CursorPosition => ({ key: order.key(item), id: order.id(item) });

function comparePositions(a: CursorPosition, b: CursorPosition, descending: boolean): number {
  if (a.key === b.key) return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return a.key < b.key === descending ? 1 : -1;
}

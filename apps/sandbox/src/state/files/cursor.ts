import { Refusal } from '../../operation.js';

/** Where a page ended: the sort key and the id of its last entry. */
export interface Mark {
  readonly key: string | number;
  readonly id: string;
}

/**
 * Cursors in the form that the reference prints: `0|[9-1-0,11-0-1][JzIwMj...=,J0ZpQk0...=]`, in which the brackets
 * name the sort fields and hold base64 of the values in quotation marks. They hold `|`, `[`, `]`, `=` and `,` so that
 * a client that forgets to encode them is found out.
 */
export function writeCursor(sort: string, { key, id }: Mark): string {
  const values = [typeof key === 'number' ? String(key) : `'${key}'`, `'${id}'`];
  return `0|[${sort}-0,11-0-1][${values.map((value) => Buffer.from(value).toString('base64')).join(',')}]`;
}

/** Refuses with 13000102 what is no cursor, and a cursor of another order. */
export function readCursor(sort: string, cursor: string): Mark {
  const parts = /^0\|\[([^\]]*)-0,11-0-1\]\[([^,\]]+),([^,\]]+)\]$/.exec(cursor);
  if (parts?.[1] !== sort) throw new Refusal(13000102, 'pageCursor');
  const [key = '', id = ''] = parts.slice(2).map((value) => Buffer.from(value, 'base64').toString('utf8'));
  return { key: key.startsWith("'") ? key.slice(1, -1) : Number(key), id: id.slice(1, -1) };
}

export interface Page<T> {
  readonly items: T[];
  /** Absent at the end. */
  readonly nextCursor: string | undefined;
}

/** How a list is ordered: by a key, then by id; `name` tells orders apart in cursors. */
export interface Order<T> {
  readonly name: string;
  readonly descending: boolean;
  readonly key: (item: T) => string | number;
  readonly id: (item: T) => string;
}

export function inOrder<T>(items: Iterable<T>, order: Order<T>): T[] {
  return [...items].sort((a, b) => compare(markOf(a, order), markOf(b, order), order.descending));
}

/**
 * The page after a cursor, of items that are in order. `short` gives half of what was asked for, and an empty page
 * before the end, as the contract allows.
 */
export function pageOf<T>(items: readonly T[], order: Order<T>, cursor: string, size: number, short: boolean): Page<T> {
  const start = cursor === '' ? 0 : after(items, order, readCursor(order.name, cursor));
  const end = Math.min(items.length, start + (short ? Math.ceil(size / 2) : size));
  const page = items.slice(start, end);
  const last = page.at(-1);
  const more = last !== undefined && (end < items.length || short);
  return { items: page, nextCursor: more ? writeCursor(order.name, markOf(last, order)) : undefined };
}

/** Index of the first item beyond a mark, whether or not the item that left the mark is still there. */
function after<T>(items: readonly T[], order: Order<T>, mark: Mark): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle] as T;
    if (compare(markOf(item, order), mark, order.descending) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const markOf = <T>(item: T, order: Order<T>): Mark => ({ key: order.key(item), id: order.id(item) });

function compare(a: Mark, b: Mark, descending: boolean): number {
  if (a.key === b.key) return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return a.key < b.key === descending ? 1 : -1;
}

import { errorCodes } from '../contract/errors.js';
import { readNumber, readString } from '../json-input.js';
import { OperationError } from '../operation.js';
import { SpaceKind } from '../state/spaces/spaces.js';

/** The page size of a list when the caller sends none. */
export const defaultPageSize = 100;

/**
 * Reads a time in a format of Date.parse.
 * @returns milliseconds since 1970
 * @throws OperationError invalidParameter with the detail `name`
 */
export function readTime(value: unknown, name: string): number | undefined {
  const text = readString(value);
  if (text === undefined) return undefined;
  const timestampMs = Date.parse(text);
  if (Number.isNaN(timestampMs)) throw new OperationError(errorCodes.invalidParameter, name);
  return timestampMs;
}

/** @throws OperationError invalidParameter when the kind is unknown */
export function readSpaceKind(value: unknown): SpaceKind {
  const kind = Object.values(SpaceKind).find((candidate) => String(candidate) === String(value));
  if (kind === undefined) throw new OperationError(errorCodes.invalidParameter, 'type');
  return kind;
}

/** Returns the page of `offset` and `limit`. */
export function slicePage<T>(
  items: readonly T[],
  query: Readonly<Record<string, unknown>>,
  defaultLimit = defaultPageSize,
): T[] {
  const offset = readNumber(query.offset) ?? 0;
  return items.slice(offset, offset + (readNumber(query.limit) ?? defaultLimit));
}

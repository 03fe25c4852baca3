import { InvalidInputError } from '../failure/errors.js';
import type { OperationRow } from '../operation.js';
import { encodeQuery, percentEncode, type QueryPair } from './percent-encoding.js';
import { writeJson } from './write-json.js';

/** An operation's request before anybody vouched for it. */
export interface UpstreamRequest {
  readonly method: string;
  /** Encoded. */
  readonly path: string;
  /** Not encoded. */
  readonly query: readonly QueryPair[];
  /** Those of the operation; lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/**
 * What could leave its segment, however often the other side decodes: separators, an escape of an escape, control
 * characters, half a surrogate pair.
 */
// eslint-disable-next-line no-control-regex
const UNFIT_FOR_PATH = /[/\\%\u0000-\u001f\u007f]|\p{Surrogate}/u;
const HEADER_TEXT = /^[\x20-\x7e]*$/;

/**
 * Puts a flat input where the table says. What the table does not list is not sent.
 * @throws InvalidInputError
 */
export function buildRequest(
  operation: string,
  row: OperationRow,
  input: Readonly<Record<string, unknown>>,
): UpstreamRequest {
  const path = row.path.replace(/\{([^}]+)\}/g, (_, name: string) => pathSegment(operation, name, input[name]));
  const query = row.parameters.query.flatMap((name) => queryPairs(operation, name, input[name]));
  const headers: Record<string, string> = {};
  for (const name of row.parameters.header) {
    const value = input[name];
    if (value !== undefined && value !== null) headers[name.toLowerCase()] = headerText(operation, name, value);
  }
  return { method: row.method, path, query, headers, body: bodyOf(operation, row, input) };
}

/** What stands in the request line. */
export function requestTarget({ path, query }: UpstreamRequest): string {
  return query.length === 0 ? path : `${path}?${encodeQuery(query)}`;
}

function pathSegment(operation: string, name: string, value: unknown): string {
  const text = asText(operation, name, value);
  if (text === '' || text === '.' || text === '..' || UNFIT_FOR_PATH.test(text)) {
    throw new InvalidInputError(operation, name, 'cannot stand in a path');
  }
  return percentEncode(text);
}

function queryPairs(operation: string, name: string, value: unknown): QueryPair[] {
  if (value === undefined || value === null) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((entry) => {
    const text = asText(operation, name, entry);
    if (/\p{Surrogate}/u.test(text)) throw new InvalidInputError(operation, name, 'is not well-formed text');
    return [name, text];
  });
}

function headerText(operation: string, name: string, value: unknown): string {
  const text = asText(operation, name, value);
  if (!HEADER_TEXT.test(text)) throw new InvalidInputError(operation, name, 'cannot stand in a header');
  return text;
}

function bodyOf(operation: string, row: OperationRow, input: Readonly<Record<string, unknown>>): Buffer | undefined {
  if (!row.body) return undefined;
  const members = row.body.filter((name) => Object.hasOwn(input, name)).map((name) => [name, input[name]] as const);
  return Buffer.from(writeJson(operation, Object.fromEntries(members), row.longIntegers));
}

function asText(operation: string, name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  throw new InvalidInputError(operation, name, 'is neither text, number nor boolean');
}

import { InvalidInputError } from '../failure/errors.js';
import type { OperationRow } from '../operation.js';
import { encodeQuery, percentEncode, type QueryPair } from './percent-encoding.js';
import { stringifyWithInt64 } from './stringify-with-int64.js';

/** An operation's request without the headers that authenticate it. */
export interface UpstreamRequest {
  readonly method: string;
  /** Encoded. */
  readonly path: string;
  /** Not encoded. */
  readonly query: readonly QueryPair[];
  /** The header parameters of the operation, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/**
 * What could leave its path segment even when the upstream decodes it several times: separators, percent signs, control
 * characters, a lone surrogate.
 */
// eslint-disable-next-line no-control-regex
const unsafePathPattern = /[/\\%\u0000-\u001f\u007f]|\p{Surrogate}/u;
const headerValuePattern = /^[\x20-\x7e]*$/;

/**
 * Distributes a flat input to path, query, headers and body as the operation table says. A member that the table does not
 * list is not sent.
 * @throws InvalidInputError
 */
export function buildRequest(
  operation: string,
  row: OperationRow,
  input: Readonly<Record<string, unknown>>,
): UpstreamRequest {
  const path = row.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodePathSegment(operation, name, input[name]));
  const query = row.parameters.query.flatMap((name) => toQueryPairs(operation, name, input[name]));
  const headers: Record<string, string> = {};
  for (const name of row.parameters.header) {
    const value = input[name];
    if (value !== undefined && value !== null) headers[name.toLowerCase()] = toHeaderValue(operation, name, value);
  }
  return { method: row.method, path, query, headers, body: serializeBody(operation, row, input) };
}

/** Path and query for the request line. */
export function requestTarget({ path, query }: UpstreamRequest): string {
  return query.length === 0 ? path : `${path}?${encodeQuery(query)}`;
}

function encodePathSegment(operation: string, name: string, value: unknown): string {
  const text = stringifyParameter(operation, name, value);
  if (text === '' || text === '.' || text === '..' || unsafePathPattern.test(text)) {
    throw new InvalidInputError(operation, name, 'cannot be part of a path');
  }
  return percentEncode(text);
}

function toQueryPairs(operation: string, name: string, value: unknown): QueryPair[] {
  if (value === undefined || value === null) return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((entry) => {
    const text = stringifyParameter(operation, name, entry);
    if (/\p{Surrogate}/u.test(text)) throw new InvalidInputError(operation, name, 'is not well-formed text');
    return [name, text];
  });
}

function toHeaderValue(operation: string, name: string, value: unknown): string {
  const text = stringifyParameter(operation, name, value);
  if (!headerValuePattern.test(text)) throw new InvalidInputError(operation, name, 'cannot be part of a header');
  return text;
}

function serializeBody(
  operation: string,
  row: OperationRow,
  input: Readonly<Record<string, unknown>>,
): Buffer | undefined {
  if (!row.body) return undefined;
  const members = row.body.filter((name) => Object.hasOwn(input, name)).map((name) => [name, input[name]] as const);
  return Buffer.from(stringifyWithInt64(operation, Object.fromEntries(members), row.int64Paths));
}

function stringifyParameter(operation: string, name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  throw new InvalidInputError(operation, name, 'is not a string, number or boolean');
}

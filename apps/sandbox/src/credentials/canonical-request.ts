import { createHash } from 'node:crypto';
import { percentEncode } from '../percent-encode.js';

/** The raw parts of a request that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Path of the request line, without the query. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer | undefined;
}

/**
 * The canonical request of facts/auth.md, "App signature, exactly".
 * @param signedHeaders names in lower case and in order
 * @throws URIError when a percent escape is malformed
 */
export function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body ?? ''),
  ].join('\n');
}

/** Two lines: the name of the algorithm and the hash of the canonical request. */
export function stringToSign(canonical: string): string {
  return `HMAC-SHA256\n${sha256(canonical)}`;
}

function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(percentEncode(decodeURIComponent(segment)));
  }
  const joined = `/${segments.join('/')}`;
  return joined.endsWith('/') ? joined : `${joined}/`;
}

function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      const value = equals < 0 ? '' : pair.slice(equals + 1);
      return [percentEncode(decodeFormComponent(name)), percentEncode(decodeFormComponent(value))] as const;
    })
    .sort(([a, x], [b, y]) => compareCodeUnits(a, b) || compareCodeUnits(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decodeFormComponent(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

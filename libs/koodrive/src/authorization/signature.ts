import { createHash, createHmac } from 'node:crypto';
import { percentEncode, type QueryPair } from '../request/percent-encoding.js';

/*
 * KooDrive's app signature (facts/auth.md, "App signature, exactly"). Like API Gateway's, but not the same: another
 * algorithm name, two lines to sign instead of three, another header.
 */
const ALGORITHM = 'HMAC-SHA256';

export interface SignedRequest {
  readonly method: string;
  /** As in the request line, encoded, without the query. */
  readonly path: string;
  /** Not encoded. */
  readonly query: readonly QueryPair[];
  /** The headers to sign, whatever their case: host, X-Date and X-User-Id. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
}

export function canonicalRequest(request: SignedRequest): string {
  const headers = canonicalHeaders(request.headers);
  return [
    request.method.toUpperCase(),
    canonicalUri(request.path),
    canonicalQuery(request.query),
    headers.map(([name, value]) => `${name}:${value}\n`).join(''),
    headers.map(([name]) => name).join(';'),
    sha256(request.body ?? ''),
  ].join('\n');
}

/** Two lines, none with the date: that is signed as a header. */
export function stringToSign(canonical: string): string {
  return `${ALGORITHM}\n${sha256(canonical)}`;
}

/** The value of Authorization. */
export function authorizationHeader(appId: string, appSecret: string, request: SignedRequest): string {
  const names = canonicalHeaders(request.headers).map(([name]) => name);
  const signature = createHmac('sha256', appSecret)
    .update(stringToSign(canonicalRequest(request)))
    .digest('hex');
  return `${ALGORITHM} AppId=${appId},SignedHeaders=${names.join(';')},Signature=${signature}`;
}

/** `YYYYMMDDTHHMMSSZ`. @param now milliseconds since 1970; fractions of a second are cut, never rounded up */
export function signingDate(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Ends with a slash, which the request line need not. */
function canonicalUri(path: string): string {
  const encoded = path
    .split('/')
    .map((segment) => percentEncode(decodeURIComponent(segment)))
    .join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

function canonicalQuery(query: readonly QueryPair[]): string {
  return [...query]
    .sort(([a, x], [b, y]) => byCodePoint(a, b) || byCodePoint(x, y))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
}

function canonicalHeaders(headers: Readonly<Record<string, string>>): [name: string, value: string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .sort(([a], [b]) => byCodePoint(a, b));
}

/** UTF-8 keeps the order of code points; JavaScript's own comparison, by UTF-16 units, does not. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

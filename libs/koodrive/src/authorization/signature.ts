import { createHash, createHmac } from 'node:crypto';
import { encodeQuery, percentEncode, type QueryPair } from '../request/percent-encoding.js';

/*
 * KooDrive's app signature (facts/auth.md, "App signature, exactly"). It differs from API Gateway's signature: another
 * algorithm name, two lines to sign instead of three, another header.
 */
const signatureAlgorithm = 'HMAC-SHA256';

export interface SignableRequest {
  readonly method: string;
  /** As in the request line, encoded, without the query. */
  readonly path: string;
  /** Not encoded. */
  readonly query: readonly QueryPair[];
  /** The headers to sign, in any case: host, X-Date and X-User-Id. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export function buildCanonicalRequest(request: SignableRequest): string {
  const headers = canonicalizeHeaders(request.headers);
  return [
    request.method.toUpperCase(),
    canonicalizeUri(request.path),
    canonicalizeQuery(request.query),
    headers.map(([name, value]) => `${name}:${value}\n`).join(''),
    headers.map(([name]) => name).join(';'),
    sha256Hex(request.body ?? ''),
  ].join('\n');
}

/** Two lines. The date is not one of them, since it is signed as a header. */
export function buildStringToSign(canonical: string): string {
  return `${signatureAlgorithm}\n${sha256Hex(canonical)}`;
}

/** The value of Authorization. */
export function buildAuthorizationHeader(appId: string, appSecret: string, request: SignableRequest): string {
  const names = canonicalizeHeaders(request.headers).map(([name]) => name);
  const signature = createHmac('sha256', appSecret)
    .update(buildStringToSign(buildCanonicalRequest(request)))
    .digest('hex');
  return `${signatureAlgorithm} AppId=${appId},SignedHeaders=${names.join(';')},Signature=${signature}`;
}

/** `YYYYMMDDTHHMMSSZ`. @param now milliseconds since 1970; fractions of a second are truncated */
export function formatSigningDate(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** The canonical URI always ends with a slash, unlike the request line. */
function canonicalizeUri(path: string): string {
  const encoded = path
    .split('/')
    .map((segment) => percentEncode(decodeURIComponent(segment)))
    .join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

function canonicalizeQuery(query: readonly QueryPair[]): string {
  return encodeQuery(query.toSorted(([a, x], [b, y]) => compareByCodePoint(a, b) || compareByCodePoint(x, y)));
}

function canonicalizeHeaders(headers: Readonly<Record<string, string>>): [name: string, value: string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .sort(([a], [b]) => compareByCodePoint(a, b));
}

/** Compares UTF-8 bytes, which sort like code points. JavaScript compares UTF-16 units, which do not. */
function compareByCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

import { createHash } from 'node:crypto';

/** A request as it is signed: everything as it stood on the wire. */
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
 * The canonical request of facts/auth.md, "App signature, exactly". Throws URIError on a broken percent escape.
 * `signedHeaders` are the lower-case names, in their order.
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
    else if (segment !== '.') segments.push(encode(decodeURIComponent(segment)));
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
      return [encode(decodeForm(name)), encode(decodeForm(value))] as const;
    })
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All but A-Z a-z 0-9 - _ . ~ becomes %XX. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretListener } from '../options.js';

/** What an address is signed for. */
export interface PresignedRequest {
  readonly method: 'PUT' | 'GET';
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
  /** Signed with a PUT, so that exactly so many bytes must be sent. */
  readonly contentLength?: number;
}

export type Verdict = 'good' | 'malformed' | 'expired' | 'mismatch';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const REGION = 'sandbox';
/** How long an address lives, in seconds (facts/files.md). */
const LIFETIME = 3600;

/**
 * Signs addresses of the object store and checks them, as S3's query authentication does. The secret is made anew for
 * each sandbox: an address of another run is worth nothing.
 */
export class Presigner {
  private readonly secret = randomBytes(32).toString('hex');
  private readonly keyId = 'SANDBOXKEYID';
  private readonly host: string;

  constructor(
    private readonly origin: string,
    private readonly now: () => number,
    private readonly onSecret: SecretListener = () => undefined,
  ) {
    this.host = new URL(origin).host;
  }

  /** An address good for an hour of virtual time. */
  sign(request: PresignedRequest): string {
    const date = amzDate(this.now());
    const query: Record<string, string> = {
      ...request.query,
      'X-Amz-Algorithm': ALGORITHM,
      'X-Amz-Date': date,
      'X-Amz-SignedHeaders': signedHeaders(request.method),
      'X-Amz-Expires': String(LIFETIME),
      'X-Amz-Credential': `${this.keyId}/${scopeOf(date)}`,
    };
    const path = `/${request.key}`;
    const signature = this.signatureOf(request.method, path, query, this.host, request.contentLength);
    this.onSecret('signature', signature);
    return `${this.origin}${path}?${canonicalQuery(query)}&X-Amz-Signature=${signature}`;
  }

  /** Judges a request; `contentLength` is the header as it was sent. */
  verify(method: string, url: URL, host: string, contentLength: number | undefined): Verdict {
    const query = Object.fromEntries(url.searchParams);
    const { 'X-Amz-Signature': signature, 'X-Amz-Date': date, ...signed } = query;
    const age = date === undefined ? undefined : this.now() - parseAmzDate(date);
    if (!signature || !date || age === undefined || Number.isNaN(age)) return 'malformed';
    if (signed['X-Amz-Algorithm'] !== ALGORITHM || signed['X-Amz-Credential'] !== `${this.keyId}/${scopeOf(date)}`) {
      return 'malformed';
    }
    const expected = this.signatureOf(method, url.pathname, { ...signed, 'X-Amz-Date': date }, host, contentLength);
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, Buffer.from(expected))) return 'mismatch';
    return age >= Number(signed['X-Amz-Expires']) * 1000 ? 'expired' : 'good';
  }

  private signatureOf(
    method: string,
    path: string,
    query: Readonly<Record<string, string>>,
    host: string,
    contentLength: number | undefined,
  ): string {
    const date = query['X-Amz-Date'] ?? '';
    const headers = method === 'PUT' ? `content-length:${contentLength}\nhost:${host}\n` : `host:${host}\n`;
    const canonical = [method, path, canonicalQuery(query), headers, signedHeaders(method), 'UNSIGNED-PAYLOAD'].join(
      '\n',
    );
    const toSign = [ALGORITHM, date, scopeOf(date), createHash('sha256').update(canonical).digest('hex')].join('\n');
    const key = [date.slice(0, 8), REGION, 's3', 'aws4_request'].reduce<string | Buffer>(
      (secret, part) => createHmac('sha256', secret).update(part).digest(),
      `AWS4${this.secret}`,
    );
    return createHmac('sha256', key).update(toSign).digest('hex');
  }
}

const signedHeaders = (method: string): string => (method === 'PUT' ? 'content-length;host' : 'host');
const scopeOf = (date: string): string => `${date.slice(0, 8)}/${REGION}/s3/aws4_request`;

/** `yyyyMMdd'T'HHmmss'Z'`. */
function amzDate(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

function parseAmzDate(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  return parts ? Date.parse(`${parts.slice(1, 4).join('-')}T${parts.slice(4).join(':')}Z`) : NaN;
}

function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
}

/** RFC 3986: all but unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

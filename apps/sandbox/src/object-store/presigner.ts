import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretListener } from '../options.js';
import { percentEncode } from '../percent-encode.js';

export interface PresignRequest {
  readonly method: 'PUT' | 'GET';
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
  /** Only for PUT. It is part of the signature, so the request must have exactly this length. */
  readonly contentLength?: number;
}

export type PresignedUrlStatus = 'valid' | 'malformed' | 'expired' | 'mismatch';

const signingAlgorithm = 'AWS4-HMAC-SHA256';
const signingRegion = 'sandbox';
/** The lifetime of a URL (facts/files.md). */
const urlLifetimeSeconds = 3600;

/**
 * Signs and verifies URLs of the object store with the query authentication of S3. Each sandbox generates a new secret, so
 * a URL of another run is not valid.
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

  /** Returns a URL that is valid for an hour of virtual time. */
  sign(request: PresignRequest): string {
    const date = formatAmzDate(this.now());
    const query: Record<string, string> = {
      ...request.query,
      'X-Amz-Algorithm': signingAlgorithm,
      'X-Amz-Date': date,
      'X-Amz-SignedHeaders': signedHeaders(request.method),
      'X-Amz-Expires': String(urlLifetimeSeconds),
      'X-Amz-Credential': `${this.keyId}/${credentialScopeOf(date)}`,
    };
    const path = `/${request.key}`;
    const signature = this.signatureOf(request.method, path, query, this.host, request.contentLength);
    this.onSecret('signature', signature);
    return `${this.origin}${path}?${buildCanonicalQuery(query)}&X-Amz-Signature=${signature}`;
  }

  /** @param contentLength the Content-Length header of the request */
  verify(method: string, url: URL, host: string, contentLength: number | undefined): PresignedUrlStatus {
    const query = Object.fromEntries(url.searchParams);
    const { 'X-Amz-Signature': signature, 'X-Amz-Date': date, ...signed } = query;
    const ageMs = date === undefined ? undefined : this.now() - parseAmzDate(date);
    if (!signature || !date || ageMs === undefined || Number.isNaN(ageMs)) return 'malformed';
    if (
      signed['X-Amz-Algorithm'] !== signingAlgorithm ||
      signed['X-Amz-Credential'] !== `${this.keyId}/${credentialScopeOf(date)}`
    ) {
      return 'malformed';
    }
    const expected = this.signatureOf(method, url.pathname, { ...signed, 'X-Amz-Date': date }, host, contentLength);
    const signatureBytes = Buffer.from(signature);
    if (signatureBytes.length !== expected.length || !timingSafeEqual(signatureBytes, Buffer.from(expected)))
      return 'mismatch';
    return ageMs >= Number(signed['X-Amz-Expires']) * 1000 ? 'expired' : 'valid';
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
    const canonical = [
      method,
      path,
      buildCanonicalQuery(query),
      headers,
      signedHeaders(method),
      'UNSIGNED-PAYLOAD',
    ].join('\n');
    const toSign = [
      signingAlgorithm,
      date,
      credentialScopeOf(date),
      createHash('sha256').update(canonical).digest('hex'),
    ].join('\n');
    const key = [date.slice(0, 8), signingRegion, 's3', 'aws4_request'].reduce<string | Buffer>(
      (secret, part) => createHmac('sha256', secret).update(part).digest(),
      `AWS4${this.secret}`,
    );
    return createHmac('sha256', key).update(toSign).digest('hex');
  }
}

const signedHeaders = (method: string): string => (method === 'PUT' ? 'content-length;host' : 'host');
const credentialScopeOf = (date: string): string => `${date.slice(0, 8)}/${signingRegion}/s3/aws4_request`;

/** `yyyyMMdd'T'HHmmss'Z'`. */
function formatAmzDate(timestampMs: number): string {
  return new Date(timestampMs).toISOString().replace(/[-:]|\.\d+/g, '');
}

function parseAmzDate(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  return parts ? Date.parse(`${parts.slice(1, 4).join('-')}T${parts.slice(4).join(':')}Z`) : NaN;
}

function buildCanonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .sort()
    .join('&');
}

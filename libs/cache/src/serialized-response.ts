import { createHash } from 'node:crypto';

/** A response of the gateway's API in the form in which it is sent: as bytes, so that it is serialized only once. */
export interface SerializedResponse {
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string;
  /** A strong ETag with its quotes: two responses with the same ETag have the same bytes, or the same `identity`. */
  readonly etag: string;
  /** Further headers, with lower-case names, that belong to the response and not to one request. */
  readonly headers: Readonly<Record<string, string>>;
  /** False if the response is for this caller only, such as a response of which a part failed. */
  readonly cacheable: boolean;
}

export interface SerializedResponseInit {
  readonly status: number;
  readonly body: Buffer | string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default true. */
  readonly cacheable?: boolean;
  /** What the ETag identifies, where that is not the whole body. */
  readonly identity?: string;
}

/** Characters of the hash: 162 bits in base64url. */
const etagCharacters = 27;

/** Creates a response with its ETag, a hash of the content type and the body or its `identity`. */
export function createSerializedResponse({
  status,
  body,
  contentType,
  headers = {},
  cacheable = true,
  identity,
}: SerializedResponseInit): SerializedResponse {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const hash = createHash('sha256')
    .update(contentType)
    .update('\n')
    .update(identity ?? bytes)
    .digest('base64url');
  const etag = `"${hash.slice(0, etagCharacters)}"`;
  return { status, body: bytes, contentType, etag, headers, cacheable };
}

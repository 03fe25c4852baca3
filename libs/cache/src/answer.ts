import { createHash } from 'node:crypto';

/** An answer of the gateway's own API as it is sent: bytes, not an object that would be written out again each time. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string;
  /** Strong, with its quotes: two answers with the same ETag are the same bytes. */
  readonly etag: string;
  /** Further headers, in lower case, that belong to the answer and not to one request. */
  readonly headers: Readonly<Record<string, string>>;
  /** False where it is for this caller only, such as an answer of which a part failed. */
  readonly keep: boolean;
}

export interface AnswerParts {
  readonly status: number;
  readonly body: Buffer | string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** True when left out. */
  readonly keep?: boolean;
}

/** Makes the answer's bytes and its ETag, a hash of them. */
export function makeAnswer({ status, body, contentType, headers = {}, keep = true }: AnswerParts): Answer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const etag = `"${createHash('sha256').update(contentType).update('\n').update(bytes).digest('base64url').slice(0, 27)}"`;
  return { status, body: bytes, contentType, etag, headers, keep };
}

import {
  type ConnectionOptions,
  createStreamTransport,
  type StreamResponse,
  type StreamRequest,
  type StreamTransport,
} from '#resilience';
import type { Readable } from 'node:stream';
import { AllowedOrigins } from './allowed-origins.js';
import { parsePresignedUrl } from './presigned-urls.js';

/**
 * The URL does not belong to a configured origin. Nothing was sent. The message contains no part of the URL, since its query
 * is secret.
 */
export class OriginNotAllowedError extends Error {
  override readonly name = 'OriginNotAllowedError';
  constructor() {
    super('the URL does not belong to a configured object store');
  }
}

/** The object store rejected the request or did not respond. The message contains no part of the URL. */
export class ObjectStoreError extends Error {
  override readonly name = 'ObjectStoreError';
  constructor(
    /** Undefined when there was no response; then see `cause`. 403: the URL has expired, or the signed length differs. */
    readonly status: number | undefined,
    options?: ErrorOptions,
  ) {
    super(`the object store ${status === undefined ? 'did not respond' : `responded with ${status}`}`, options);
  }
}

export interface GetObjectOptions {
  /** As in the header Range, for example `bytes=0-1023`. */
  readonly range?: string;
  /** As in the header If-Range. */
  readonly ifRange?: string;
  readonly signal?: AbortSignal;
}

export type ObjectBody =
  | Uint8Array
  | { readonly stream: Readable; /** The exact length in bytes, since it is signed. */ readonly contentLength: number };

/**
 * Reads and writes pre-signed URLs. Sends only what the URL signs: no token, no trace id, no chunked encoding. Does not
 * follow redirects.
 */
export class ObjectStore {
  constructor(
    private readonly origins: AllowedOrigins,
    private readonly transport: StreamTransport,
  ) {}

  /**
   * The caller must read the body to its end or destroy it. Destroying it, or aborting the signal, ends the transfer.
   * @returns status 200, 206, or 416 with an empty body
   * @throws OriginNotAllowedError, ObjectStoreError
   */
  async get(url: string, { range, ifRange, signal }: GetObjectOptions = {}): Promise<StreamResponse> {
    const headers: Record<string, string> = {};
    if (range) headers['range'] = range;
    if (ifRange) headers['if-range'] = ifRange;
    const response = await this.open({ method: 'GET', url: this.parseAllowedUrl(url), headers, signal });
    if (response.status === 200 || response.status === 206) return response;
    discardBody(response.body);
    if (response.status === 416) return response;
    throw new ObjectStoreError(response.status);
  }

  /**
   * @throws OriginNotAllowedError
   * @throws ObjectStoreError; its status is undefined when the stream is shorter or longer than its length
   */
  async put(
    url: string,
    content: ObjectBody,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Pick<StreamResponse, 'status' | 'headers'>> {
    const [body, lengthBytes] =
      content instanceof Uint8Array ? [content, content.byteLength] : [content.stream, content.contentLength];
    const response = await this.open({
      method: 'PUT',
      url: this.parseAllowedUrl(url),
      headers: { 'content-length': String(lengthBytes) },
      body,
      signal,
    });
    discardBody(response.body);
    const { status, headers } = response;
    if (status < 200 || status > 299) throw new ObjectStoreError(status);
    return { status, headers };
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private parseAllowedUrl(text: string): URL {
    const url = parsePresignedUrl(text, this.origins);
    if (!url) throw new OriginNotAllowedError();
    return url;
  }

  private async open(request: StreamRequest): Promise<StreamResponse> {
    try {
      return await this.transport.open(request);
    } catch (cause) {
      throw new ObjectStoreError(undefined, { cause });
    }
  }
}

/**
 * @param options `origins`: scheme, host and port of each store; `https://*.example.com` allows all subdomains
 * @throws TypeError as `AllowedOrigins`
 */
export function createObjectStore(options: { readonly origins: readonly string[] } & ConnectionOptions): ObjectStore {
  const { origins, ...connection } = options;
  return new ObjectStore(new AllowedOrigins(origins), createStreamTransport(connection));
}

/** An unread body would block its connection. */
function discardBody(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

import {
  BulkheadFullError,
  type ConnectionOptions,
  createStreamTransport,
  findSystemCode,
  type StreamResponse,
  type StreamRequest,
  type StreamTransport,
} from '#resilience';
import { Readable } from 'node:stream';
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
  /** One strong entity tag, as in the header If-None-Match. Object stores document no If-Range. */
  readonly ifNoneMatch?: string;
  readonly signal?: AbortSignal;
}

export type ObjectBody =
  | Uint8Array
  | { readonly stream: Readable; /** The exact length in bytes, since it is signed. */ readonly contentLength: number };

/** The status of a response; without a response, the error code of the system, if it has one. */
export type ObjectStoreOutcome = { readonly status: number } | { readonly systemCode: string | undefined };

/**
 * Reads and writes pre-signed URLs. Sends only what the URL signs: no token, no trace id, no chunked encoding. Does not
 * follow redirects.
 */
export class ObjectStore {
  constructor(
    private readonly origins: AllowedOrigins,
    private readonly transport: StreamTransport,
    private readonly onRequest: (outcome: ObjectStoreOutcome) => void = () => undefined,
  ) {}

  /**
   * The caller must read the body to its end or destroy it. Destroying it, or aborting the signal, ends the transfer.
   * @returns status 200 or 206; 304 or 416 with an empty body
   * @throws OriginNotAllowedError, ObjectStoreError, BulkheadFullError
   */
  async get(url: string, { range, ifNoneMatch, signal }: GetObjectOptions = {}): Promise<StreamResponse> {
    const headers: Record<string, string> = {};
    if (range) headers['range'] = range;
    if (ifNoneMatch) headers['if-none-match'] = ifNoneMatch;
    const response = await this.open({ method: 'GET', url: this.parseAllowedUrl(url), headers, signal });
    if (response.status === 200 || response.status === 206) return response;
    discardBody(response.body);
    if (response.status === 304 || response.status === 416) return response;
    throw new ObjectStoreError(response.status);
  }

  /**
   * @throws OriginNotAllowedError, BulkheadFullError
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
      const response = await this.transport.open(request);
      this.onRequest({ status: response.status });
      return response;
    } catch (cause) {
      // Nothing was sent: that says nothing about the object store either.
      if (cause instanceof BulkheadFullError) throw cause;
      // A caller that disconnects, or whose upload breaks off, says nothing about the object store.
      const brokenUpload = request.body instanceof Readable && request.body.errored !== null;
      if (!request.signal?.aborted && !brokenUpload) this.onRequest({ systemCode: findSystemCode(cause) });
      throw new ObjectStoreError(undefined, { cause });
    }
  }
}

export interface ObjectStoreOptions extends ConnectionOptions {
  readonly origins: readonly string[];
  /** Called after each request. */
  readonly onRequest?: (outcome: ObjectStoreOutcome) => void;
}

/**
 * @param options `origins`: scheme, host and port of each store; `https://*.example.com` allows all subdomains
 * @throws TypeError as `AllowedOrigins`
 */
export function createObjectStore(options: ObjectStoreOptions): ObjectStore {
  const { origins, onRequest, ...connection } = options;
  return new ObjectStore(new AllowedOrigins(origins), createStreamTransport(connection), onRequest);
}

/** An unread body would block its connection. */
export function discardBody(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

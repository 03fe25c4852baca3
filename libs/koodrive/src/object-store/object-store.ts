import {
  type ConnectionOptions,
  createStreamTransport,
  type StreamAnswer,
  type StreamRequest,
  type StreamTransport,
} from '#resilience';
import type { Readable } from 'node:stream';
import { AllowedOrigins } from './allowed-origins.js';

/** An address that is not of a configured origin. Nothing was sent. Names no part of the address: its query is a secret. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
  constructor() {
    super('the address does not lead to a configured object store');
  }
}

/** The object store refused, or did not answer. Holds nothing of the address. */
export class ObjectStoreError extends Error {
  override readonly name = 'ObjectStoreError';
  constructor(
    /** Null where no answer came; `cause` then says why. 403: the address has lapsed, or the signed length is another. */
    readonly status: number | null,
    options?: ErrorOptions,
  ) {
    super(`the object store ${status === null ? 'did not answer' : `answered ${status}`}`, options);
  }
}

export interface GetOptions {
  /** As in the header Range, for example `bytes=0-1023`. */
  readonly range?: string | undefined;
  /** As in the header If-Range. */
  readonly ifRange?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export type StoredBytes =
  Uint8Array | { readonly stream: Readable; /** Exactly; it is signed. */ readonly length: number };

/**
 * Where pre-signed addresses lead. Sends what the address signs and nothing more: no token, no trace id, no chunks.
 * Redirects are not followed.
 */
export class ObjectStore {
  constructor(
    private readonly origins: AllowedOrigins,
    private readonly transport: StreamTransport,
  ) {}

  /**
   * The body must be read to its end or destroyed; destroying it, or the signal, ends the transfer.
   * @returns status 200, 206, or 416 with an empty body
   * @throws AddressRefusedError, ObjectStoreError
   */
  async get(url: string, { range, ifRange, signal }: GetOptions = {}): Promise<StreamAnswer> {
    const headers = { ...(range && { range }), ...(ifRange && { 'if-range': ifRange }) };
    const answer = await this.open({ method: 'GET', url: this.checked(url), headers, signal });
    if (answer.status === 200 || answer.status === 206) return answer;
    discard(answer.body);
    if (answer.status === 416) return answer;
    throw new ObjectStoreError(answer.status);
  }

  /** @throws AddressRefusedError, ObjectStoreError; a stream that ends early or late is an ObjectStoreError without a status */
  async put(
    url: string,
    bytes: StoredBytes,
    { signal }: { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<Pick<StreamAnswer, 'status' | 'headers'>> {
    const [body, length] = bytes instanceof Uint8Array ? [bytes, bytes.byteLength] : [bytes.stream, bytes.length];
    const headers = { 'content-length': String(length) };
    const {
      status,
      headers: answered,
      body: rest,
    } = await this.open({
      method: 'PUT',
      url: this.checked(url),
      headers,
      body,
      signal,
    });
    discard(rest);
    if (status < 200 || status > 299) throw new ObjectStoreError(status);
    return { status, headers: answered };
  }

  close(): Promise<void> {
    return this.transport.close();
  }

  private checked(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !this.origins.allows(url)) throw new AddressRefusedError();
    return url;
  }

  private async open(request: StreamRequest): Promise<StreamAnswer> {
    try {
      return await this.transport.open(request);
    } catch (cause) {
      throw new ObjectStoreError(null, { cause });
    }
  }
}

/** @param origins scheme, host and port of each store; `https://*.example.com` for all hosts below a name */
export function createObjectStore(options: { readonly origins: readonly string[] } & ConnectionOptions): ObjectStore {
  const { origins, ...connection } = options;
  return new ObjectStore(new AllowedOrigins(origins), createStreamTransport(connection));
}

/** An answer nobody reads would hold its connection. */
function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

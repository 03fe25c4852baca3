/** A request as it is sent. */
export interface WireRequest {
  readonly method: string;
  /** Encoded path and query, starting with a slash. */
  readonly path: string;
  /** Sent unchanged; `host` and `content-length` are added. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent with every method, including GET and DELETE. */
  readonly body?: Buffer;
  readonly signal: AbortSignal;
  /** Milliseconds until the response headers; default: that of the connection (ConnectionOptions). */
  readonly headersTimeoutMs?: number;
}

/** A response as it was received, with any status. Redirects are not followed. */
export interface WireResponse {
  readonly status: number;
  /** Names are in lower case. The values of a header that was sent more than once are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends requests to one origin. */
export interface Transport {
  /** @throws TransportError if no complete response was received */
  send(request: WireRequest): Promise<WireResponse>;
  close(): Promise<void>;
}

export type TransportFailure =
  /** The connection could not be opened, or broke before the response began. */
  | 'connection'
  /** The response broke off, is not HTTP, or does not have the announced length. */
  | 'broken-response'
  /** The response is longer than allowed. */
  | 'too-large'
  /** The server did not respond in time. */
  | 'timeout'
  /** The signal of the request aborted it. */
  | 'aborted';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    readonly failure: TransportFailure,
    /** False: certainly no byte of the request was sent. */
    readonly sent: boolean,
    options?: ErrorOptions,
  ) {
    super(`${failure}${sent ? '' : ', nothing was sent'}`, options);
  }
}

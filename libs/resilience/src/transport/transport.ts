/** A request as it goes on the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, encoded, from the first slash. */
  readonly path: string;
  /** Sent as they are; `host` and `content-length` are added. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent with every method, GET and DELETE too. */
  readonly body?: Buffer | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds within which the answer must begin; the connection's own when left out. */
  readonly beginWithinMs?: number | undefined;
}

/** An answer as it came, whatever its status; redirects are not followed. */
export interface WireAnswer {
  readonly status: number;
  /** Lower-case names; of a header sent twice the values are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Requests to one origin. */
export interface Transport {
  /** @throws TransportError where no whole answer came */
  send(request: WireRequest): Promise<WireAnswer>;
  close(): Promise<void>;
}

export type TransportFailure =
  /** The connection could not be made, or broke before an answer began. */
  | 'connection'
  /** The answer broke off, or is not HTTP, or is not as long as it says. */
  | 'broken-answer'
  /** The answer is longer than allowed. */
  | 'too-large'
  /** The other side kept silent for too long. */
  | 'timeout'
  /** The request's own signal aborted it. */
  | 'aborted';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    readonly failure: TransportFailure,
    /** False: certainly no byte of the request left. */
    readonly sent: boolean,
    options?: ErrorOptions,
  ) {
    super(`${failure}${sent ? '' : ', nothing was sent'}`, options);
  }
}

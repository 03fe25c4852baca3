import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { BulkheadFullError } from '../retry/errors.js';
import { type ConnectionOptions, defaultConnections, toUndiciOptions } from './connection-options.js';
import { flattenHeaders } from './flatten-headers.js';
import { OpenTransfers } from './open-transfers.js';
import { toTransportError } from './to-transport-error.js';
import { TransportError } from './transport.js';

export interface StreamRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  readonly url: URL;
  /** A stream needs `content-length`; without it, it is sent with chunked encoding. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Readable | Uint8Array;
  readonly signal?: AbortSignal;
}

export interface StreamResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Must be read to the end or destroyed, which ends the transfer. */
  readonly body: Readable;
}

/** Sends requests whose bodies are too large for memory. It calls any origin: the caller must check the origin. */
export interface StreamTransport {
  /** @throws TransportError; BulkheadFullError where all connections of the direction are in use: nothing was sent */
  open(request: StreamRequest): Promise<StreamResponse>;
  close(): Promise<void>;
}

/** An estimate, since it is not known when a transfer ends. */
const fullRetryAfterMs = 1_000;

/** @param options `connections`: to each origin for reads, and as many for writes, so that neither has to wait for the other */
export function createStreamTransport(options: ConnectionOptions = {}): StreamTransport {
  const reads = new TransferPool('object reads', options);
  const writes = new TransferPool('object writes', options);
  return {
    open: (request) => (request.method === 'PUT' ? writes : reads).open(request),
    close: async () => {
      await Promise.all([reads.close(), writes.close()]);
    },
  };
}

class TransferPool {
  private readonly agent: Agent;
  private readonly transfers: OpenTransfers;

  constructor(
    private readonly name: string,
    options: ConnectionOptions,
  ) {
    this.agent = new Agent(toUndiciOptions(options));
    this.transfers = new OpenTransfers(options.connections ?? defaultConnections);
  }

  async open({ method, url, headers, body, signal }: StreamRequest): Promise<StreamResponse> {
    const endTransfer = this.transfers.tryStart(url.origin);
    if (!endTransfer) throw new BulkheadFullError(this.name, fullRetryAfterMs);
    try {
      const response = await this.agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers: { ...headers },
        body,
        signal,
      });
      response.body.once('close', endTransfer);
      return { status: response.statusCode, headers: flattenHeaders(response.headers), body: response.body };
    } catch (error) {
      endTransfer();
      if (signal?.aborted) throw new TransportError('aborted', true, { cause: signal.reason });
      throw toTransportError(error as Error, 'sent');
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

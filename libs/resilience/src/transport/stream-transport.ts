import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { type ConnectionOptions, toUndiciOptions } from './connection-options.js';
import { flattenHeaders } from './flatten-headers.js';
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
  /** @throws TransportError */
  open(request: StreamRequest): Promise<StreamResponse>;
  close(): Promise<void>;
}

export function createStreamTransport(options: ConnectionOptions = {}): StreamTransport {
  const agent = new Agent(toUndiciOptions(options));
  return {
    open: async ({ method, url, headers, body, signal }) => {
      try {
        const response = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method,
          headers: { ...headers },
          body,
          signal,
        });
        return { status: response.statusCode, headers: flattenHeaders(response.headers), body: response.body };
      } catch (error) {
        if (signal?.aborted) throw new TransportError('aborted', true, { cause: signal.reason });
        throw toTransportError(error as Error, 'sent');
      }
    },
    close: () => agent.destroy(),
  };
}

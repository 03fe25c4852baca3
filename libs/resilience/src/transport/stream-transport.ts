import { Readable } from 'node:stream';
import { Agent } from 'undici';
import { type ConnectionOptions, undiciOptions } from './connection-options.js';
import { flatHeaders } from './flat-headers.js';
import { toTransportError } from './to-transport-error.js';
import { TransportError } from './transport.js';

export interface StreamRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  readonly url: URL;
  /** A stream needs `content-length` among these, or it goes out in chunks. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Readable | Uint8Array;
  readonly signal?: AbortSignal | undefined;
}

export interface StreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Must be read to its end or destroyed; destroying it ends the transfer. */
  readonly body: Readable;
}

/** Requests whose bodies are too large to hold, to any origin: whoever calls checks the origin. */
export interface StreamTransport {
  /** @throws TransportError */
  open(request: StreamRequest): Promise<StreamAnswer>;
  close(): Promise<void>;
}

export function createStreamTransport(options: ConnectionOptions = {}): StreamTransport {
  const agent = new Agent(undiciOptions(options));
  return {
    open: async ({ method, url, headers, body, signal }) => {
      try {
        const answer = await agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method,
          headers: { ...headers },
          body: body ?? null,
          signal: signal ?? null,
        });
        return { status: answer.statusCode, headers: flatHeaders(answer.headers), body: answer.body };
      } catch (error) {
        if (signal?.aborted) throw new TransportError('aborted', true, { cause: signal.reason });
        throw toTransportError(error as Error, 'sent');
      }
    },
    close: () => agent.destroy(),
  };
}

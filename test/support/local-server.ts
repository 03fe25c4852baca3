import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, body and all. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Names as they were written. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export type Behaviour = (response: ServerResponse, request: SeenRequest, count: number) => void;

/** An HTTP server on 127.0.0.1 that answers as a test tells it, and remembers what it saw. */
export class LocalServer {
  readonly seen: SeenRequest[] = [];
  readonly origin: string;

  private constructor(private readonly server: Server) {
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param behaviour called for each whole request, with how many there were, this one included */
  static async start(behaviour: Behaviour): Promise<LocalServer> {
    const listener: RequestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('error', () => undefined);
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers, rawHeaders } = request;
        const seen = { method, url, headers, rawHeaders, body: Buffer.concat(chunks) };
        local.seen.push(seen);
        behaviour(response, seen, local.seen.length);
      });
    };
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const local = new LocalServer(server);
    return local;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

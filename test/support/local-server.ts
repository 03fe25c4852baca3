import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A received request with its complete body. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Header names in their original case. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export type RequestHandler = (response: ServerResponse, request: ReceivedRequest, count: number) => void;

/** An HTTP server on 127.0.0.1 that responds as a test says, and records its requests. */
export class LocalServer {
  readonly receivedRequests: ReceivedRequest[] = [];
  readonly origin: string;

  private constructor(private readonly server: Server) {
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param handler called for each complete request, with the number of requests so far, including this one */
  static async start(handler: RequestHandler): Promise<LocalServer> {
    const listener: RequestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('error', () => undefined);
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers, rawHeaders } = request;
        const received = { method, url, headers, rawHeaders, body: Buffer.concat(chunks) };
        localServer.receivedRequests.push(received);
        handler(response, received, localServer.receivedRequests.length);
      });
    };
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const localServer = new LocalServer(server);
    return localServer;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** Responds with JSON. */
export function respondWithJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

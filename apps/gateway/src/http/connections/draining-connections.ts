import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Ends the connections of callers while the process stops, so that it ends with its last response. Fastify closes the
 * idle ones once. That leaves those whose response is sent later: they become idle, and a closing server would wait for
 * them for as long as an idle connection may stay open.
 */
export class DrainingConnections {
  /** Without a request yet: browsers and load balancers open some in advance. Node does not count them as idle. */
  private readonly unused = new Set<Socket>();
  private readonly responses = new Set<ServerResponse>();
  private draining = false;
  private closing = false;

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.unused.add(socket);
      socket.once('close', () => this.unused.delete(socket));
    });
    // Before the listener of Fastify, which may send the response at once.
    server.prependListener('request', ({ socket }: { readonly socket: Socket }, response: ServerResponse) => {
      this.unused.delete(socket);
      this.track(response);
    });
  }

  /** From now on, responses have `Connection: close`: callers connect to another instance. */
  start(): void {
    this.draining = true;
    for (const response of this.responses) response.shouldKeepAlive = false;
  }

  /** Ends each connection as soon as nothing is sent on it, until `closing` resolves. */
  async endDuring(closing: Promise<void>): Promise<void> {
    this.closing = true;
    for (const socket of this.unused) socket.destroy();
    await closing;
  }

  private track(response: ServerResponse): void {
    if (this.draining) response.shouldKeepAlive = false;
    this.responses.add(response);
    response.once('close', () => {
      this.responses.delete(response);
      // The head of the response may have been sent before `start`. Node counts the connection as idle a turn later.
      if (this.closing) setImmediate(() => this.server.closeIdleConnections());
    });
  }
}

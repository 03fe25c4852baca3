import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections without a request yet: browsers and load balancers open some in advance. Node counts them neither as idle
 * nor as busy, and a closing server would wait a minute for them.
 */
export class UnusedConnections {
  private readonly sockets = new Set<Socket>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.on('request', ({ socket }: { readonly socket: Socket }) => this.sockets.delete(socket));
  }

  /** Destroys them while the server closes. Their clients have sent nothing, and reconnect to another instance. */
  async destroyDuring(closing: Promise<void>): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await closing;
  }
}

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections on which no request has come yet: browsers and load balancers open some ahead of need. Node counts them
 * neither as idle nor as busy, and a server that closes would wait for them a whole minute.
 */
export class SilentConnections {
  private readonly sockets = new Set<Socket>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.on('request', ({ socket }: { readonly socket: Socket }) => this.sockets.delete(socket));
  }

  /** Ends them while a server closes; whoever opened one has sent nothing, and comes back to another instance. */
  async endDuring(closing: Promise<void>): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await closing;
  }
}

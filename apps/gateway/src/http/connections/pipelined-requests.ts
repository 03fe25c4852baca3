import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of a connection that may wait for the responses before them. No browser and no proxy that we know sends any. */
export const maxWaitingRequests = 16;

/**
 * Limits pipelining (RFC 9112, 9.3.2): Node reads and starts all requests of one packet at once, thousands of them, before
 * the first response is sent. A connection with more waiting requests is closed, and when a connection closes, the
 * requests that waited end too: Node reports the end of the first one only.
 */
export function limitPipelining(server: Server): void {
  const queues = new WeakMap<Socket, Set<ServerResponse>>();
  const handlers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isAdmitted(queues, request.socket, response)) for (const handle of handlers) handle(request, response);
  });
}

function isAdmitted(queues: WeakMap<Socket, Set<ServerResponse>>, socket: Socket, response: ServerResponse): boolean {
  // A response gets its socket when those before it are sent.
  if (response.socket !== null) return true;
  if (socket.destroyed) return false;
  const queue = queues.get(socket) ?? createQueue(queues, socket);
  if (queue.size >= maxWaitingRequests) {
    socket.destroy();
    return false;
  }
  queue.add(response);
  response.once('close', () => queue.delete(response));
  return true;
}

function createQueue(queues: WeakMap<Socket, Set<ServerResponse>>, socket: Socket): Set<ServerResponse> {
  const queue = new Set<ServerResponse>();
  queues.set(socket, queue);
  socket.once('close', () => {
    for (const response of queue) if (response.socket === null) endWithoutSocket(response);
  });
  return queue;
}

/** Does what Node does with the response that has the socket. */
function endWithoutSocket(response: ServerResponse): void {
  response.destroyed = true;
  response.emit('close');
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Long enough for a caller that is still sending to read the response: closing at once would destroy it on its way. */
const maxDiscardMs = 2_000;
const maxDiscardedBytes = 16 * 1024 * 1024;
const checkIntervalMs = 20;

/**
 * Closes connections whose response was sent before the body had arrived (401, 413, 429), unless the rest arrives soon.
 * Node would read and discard it without an end.
 */
export function limitUnreadBodies(server: Server): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (length === undefined && encoding === undefined) return;
    response.once('finish', () => {
      if (!request.complete) discardRest(request);
    });
  });
}

function discardRest(request: IncomingMessage): void {
  const { socket } = request;
  const maxReadBytes = socket.bytesRead + maxDiscardedBytes;
  let remainingChecks = maxDiscardMs / checkIntervalMs;
  // What a handler has left unread would stop the connection.
  request.resume();
  // Node discards the rest without events.
  const timer = setInterval(() => {
    remainingChecks -= 1;
    const isOver = request.complete || socket.destroyed;
    if (!isOver && remainingChecks > 0 && socket.bytesRead <= maxReadBytes) return;
    clearInterval(timer);
    if (!isOver) socket.destroy();
  }, checkIntervalMs);
}

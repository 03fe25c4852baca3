import type { Server, ServerOptions } from 'node:http';
import { limitPipelining } from './pipelined-requests.js';
import { limitUnreadBodies } from './unread-bodies.js';

const maxHeaderBytes = 16 * 1024;
const maxCheckIntervalMs = 5_000;
/** About 20 KB of memory each, before anything is sent. */
const maxConnections = 10_000;

/** Options of Node's server. @param timeoutMs the time in which the head of a request must arrive */
export const createServerOptions = (timeoutMs: number): ServerOptions => ({
  maxHeaderSize: maxHeaderBytes,
  headersTimeout: timeoutMs,
  connectionsCheckingInterval: Math.min(timeoutMs, maxCheckIntervalMs),
  // Node rejects a request without Host by itself, without a problem document. findBoundsProblem does it instead.
  requireHostHeader: false,
});

/** Bounds what connections and their requests may hold, before Fastify sees a request. */
export function boundConnections(server: Server): void {
  // Beyond the limit, connections are closed at once.
  server.maxConnections = maxConnections;
  limitPipelining(server);
  limitUnreadBodies(server);
  passOnUnusualRequests(server);
}

/** Passes on what Node would drop or reject by itself, so that it is rejected with a problem document. */
function passOnUnusualRequests(server: Server): void {
  // No limit for the number of header lines. Above its own limit, Node reads a request without the last lines.
  server.maxHeadersCount = 0;
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request, socket) => server.emit('clientError', new Error('CONNECT'), socket));
}

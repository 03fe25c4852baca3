import type { Server, ServerOptions } from 'node:http';

const maxHeaderBytes = 16 * 1024;
const maxCheckIntervalMs = 5_000;

/** Options of Node's server. @param timeoutMs the time in which the head of a request must arrive */
export const createServerOptions = (timeoutMs: number): ServerOptions => ({
  maxHeaderSize: maxHeaderBytes,
  headersTimeout: timeoutMs,
  connectionsCheckingInterval: Math.min(timeoutMs, maxCheckIntervalMs),
  // Node rejects a request without Host by itself, without a problem document. findBoundsProblem does it instead.
  requireHostHeader: false,
});

/** Passes on what Node would drop or reject by itself, so that findBoundsProblem rejects it with a problem document. */
export function passOnUnusualRequests(server: Server): void {
  // No limit for the number of header lines. Above its own limit, Node reads a request without the last lines.
  server.maxHeadersCount = 0;
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

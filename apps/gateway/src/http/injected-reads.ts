import type { FastifyRequest, LightMyRequestResponse } from 'fastify';
import { ProblemError } from '#problem';
import { unknownAddress } from './connections/client-address.js';
import { minRequestTimeoutSeconds } from './request-timeout.js';

/** Headers of a request that its injected reads carry too: the caller, its visitor, its origin, its language and its trace. */
const forwardedRequestHeaders = [
  'accept-language',
  'authorization',
  'cache-control',
  'cookie',
  'host',
  'origin',
  'sec-fetch-site',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-api-key',
  'x-csrf',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-on-behalf-of',
  'x-visitor',
] as const;

/**
 * Reads another URL of the gateway on behalf of the caller of `request`, as a request without a socket. It carries the
 * credential of `request` and is authenticated again: it is not trusted more than any other request, has the same rights
 * and counts against the same limits (docs/decisions/0009).
 *
 * @param headers replace those of `request`
 * @throws ProblemError upstream-timeout where the caller has disconnected or its X-Request-Timeout has almost passed
 * @throws Error where Fastify is closing
 */
export async function injectRead(
  request: FastifyRequest,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const { deadline, signal } = request.gateway;
  const remainingMs = deadline?.remainingMs();
  if (signal.aborted || (remainingMs !== undefined && remainingMs < minRequestTimeoutSeconds * 1000)) {
    throw new ProblemError('upstream-timeout');
  }
  return request.server.inject({
    method: 'GET',
    url: path,
    headers: { ...collectForwardedHeaders(request), ...formatTimeout(remainingMs), ...headers },
    // Fastify reads an empty string as this machine, which may be trusted.
    remoteAddress: request.raw.socket.remoteAddress ?? unknownAddress,
    signal,
  });
}

function collectForwardedHeaders({ headers }: FastifyRequest): Record<string, string | string[]> {
  const forwarded: Record<string, string | string[]> = {};
  for (const name of forwardedRequestHeaders) {
    const value = headers[name];
    if (value !== undefined) forwarded[name] = value;
  }
  return forwarded;
}

const formatTimeout = (remainingMs: number | undefined): Record<string, string> =>
  remainingMs === undefined ? {} : { 'x-request-timeout': (remainingMs / 1000).toFixed(3) };

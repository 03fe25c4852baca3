import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isLoopbackHost } from '../loopback.js';

/** The CORS rule of the bucket, for pages of this machine. A page needs the ETag of an upload. */
const allowedMethods = 'GET, HEAD, PUT';
const exposedHeaders = 'ETag';
const maxAgeSeconds = 600;

/**
 * CORS as a bucket of OBS has it once a rule is configured: a preflight needs no signature, and all responses, also
 * errors, name the origin of the page. It stands behind the rejection of foreign pages, and before faults.
 */
export function withCors(listener: RequestListener): RequestListener {
  return (request, response) => {
    const { origin } = request.headers;
    if (origin !== undefined && isLoopbackOrigin(origin)) {
      response.setHeader('vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers');
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', exposedHeaders);
      if (request.method === 'OPTIONS') return respondToPreflight(request, response);
    }
    return listener(request, response);
  };
}

function respondToPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  const requestedHeaders = headers['access-control-request-headers'];
  if (requestedHeaders !== undefined) response.setHeader('access-control-allow-headers', requestedHeaders);
  response
    .writeHead(200, { 'access-control-allow-methods': allowedMethods, 'access-control-max-age': String(maxAgeSeconds) })
    .end();
}

const isLoopbackOrigin = (origin: string): boolean => URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname);

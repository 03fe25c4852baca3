import type { FastifyReply, FastifyRequest } from 'fastify';

/** Request headers that pages of allowed origins may send. `X-CSRF` requires a preflight from other origins. */
const allowedHeaders = [
  'Accept-Language',
  'Authorization',
  'baggage',
  'Cache-Control',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Prefer',
  'Range',
  'traceparent',
  'tracestate',
  'X-API-Key',
  'X-CSRF',
  'X-On-Behalf-Of',
  'X-Request-Timeout',
  'X-Visitor',
].join(', ');

/** Response headers that scripts may read, beside those that browsers always expose. */
const exposedHeaders = [
  'Accept-Encoding',
  'Accept-Ranges',
  'Allow',
  'Cache-Status',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Range',
  'Date',
  'ETag',
  'Idempotent-Replayed',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Server-Timing',
  'traceparent',
  'WWW-Authenticate',
].join(', ');

/** Time for which a browser may cache the response to a preflight. */
const preflightMaxAgeSeconds = 600;

/**
 * Allows pages of the listed origins to call the gateway, by exact origin (S4). Set on every response, also on
 * problems, so that a page can read why its request was rejected.
 */
export function setCorsHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  allowedOrigins: ReadonlySet<string>,
): void {
  // Also without Origin: a cache must not reuse that response for a request with Origin.
  reply.header('vary', 'Origin');
  if (!isFromAllowedOrigin(request, allowedOrigins)) return;
  reply.headers({
    'access-control-allow-origin': request.headers.origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': exposedHeaders,
  });
}

export const isFromAllowedOrigin = ({ headers }: FastifyRequest, allowedOrigins: ReadonlySet<string>): boolean =>
  headers.origin !== undefined && allowedOrigins.has(headers.origin);

/** Allows a preflight. A preflight carries no credential, so this happens before authentication. */
export function respondToPreflight(reply: FastifyReply, methods: readonly string[]): FastifyReply {
  return reply
    .code(204)
    .headers({
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': String(preflightMaxAgeSeconds),
      'cache-control': 'no-store',
    })
    .send();
}

export const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;

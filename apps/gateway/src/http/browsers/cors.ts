import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError, sendProblem } from '#problem';

/** What pages of allowed origins may send; `X-CSRF` is what a page cannot send without asking first. */
const allowedHeaders = [
  'Accept-Language',
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Range',
  'X-CSRF',
  'X-On-Behalf-Of',
  'X-Request-Timeout',
].join(', ');

/** What their scripts may read, beside what browsers show anyway. */
const exposedHeaders = [
  'Allow',
  'Cache-Status',
  'Content-Disposition',
  'Content-Range',
  'ETag',
  'Idempotent-Replayed',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Server-Timing',
].join(', ');

/** Seconds a browser may remember the answer to a preflight. */
const preflightAge = 600;

/**
 * Lets the pages of listed origins call us, each by its exact name (S4). On every answer, problems too, so that a page
 * can read why it was refused.
 */
export function corsHeaders(request: FastifyRequest, reply: FastifyReply, allowed: ReadonlySet<string>): void {
  // Also where there is no Origin: what a cache keeps of that answer must not serve one who has one.
  reply.header('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !allowed.has(origin)) return;
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': exposedHeaders,
  });
}

/** Answers a browser that asks what a page may send: it asks without a credential, so before anybody is asked for one. */
export function answerPreflight(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  allowed: ReadonlySet<string>,
  methods: readonly string[],
): FastifyReply {
  if (headers.origin === undefined || !allowed.has(headers.origin)) {
    return sendProblem(reply, new ProblemError('cross-site-refused'));
  }
  return reply
    .code(204)
    .headers({
      vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': String(preflightAge),
      'cache-control': 'no-store',
    })
    .send();
}

export const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;

import type { FastifyReply } from 'fastify';
import { createProblemDocument } from './create-problem-document.js';
import { negotiateLanguage } from './negotiate-language.js';
import type { ProblemCode } from './problem-catalog.js';
import type { ProblemError } from './problem-error.js';

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the problem that this reply sends; undefined for any other response. For metrics. */
    problemCode?: ProblemCode;
  }
}

export const problemMediaType = 'application/problem+json';
const bearerChallenge = 'Bearer realm="koodrive-gateway"';
/** Value of WWW-Authenticate for a credential that was sent but is not valid (RFC 6750, 3.1). */
export const invalidTokenChallenge = `${bearerChallenge}, error="invalid_token"`;

/** Headers that a handler may have set for its own response, which the problem replaces. */
const staleResponseHeaders = [
  'content-length',
  'content-encoding',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
  'expires',
];

/**
 * Sends a problem response, from a hook, a handler or Fastify's error handlers. The trace id is the id of the request:
 * the gateway's `genReqId` sets it. If another response has already started, its connection is closed, so that the
 * caller sees that the response is incomplete.
 */
export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  logCause(reply, problem);
  if (reply.raw.headersSent) {
    if (!reply.raw.writableEnded) reply.raw.destroy();
    return reply;
  }
  reply.problemCode = problem.code;
  const { request } = reply;
  const language = negotiateLanguage(request.headers['accept-language']);
  const document = createProblemDocument(problem, {
    language,
    traceId: String(request.id),
    instance: stripQuery(request.raw.url ?? '/'),
  });
  for (const name of staleResponseHeaders) reply.removeHeader(name);
  // A Buffer and not a string: for a string Fastify adds a charset, which this media type does not have.
  return reply
    .code(problem.status)
    .headers(buildProblemHeaders(problem))
    .header('content-type', problemMediaType)
    .header('content-language', language)
    .header('vary', addAcceptLanguage(reply.getHeader('vary')))
    .send(Buffer.from(JSON.stringify(document)));
}

/** The headers that depend on the problem. */
function buildProblemHeaders(problem: ProblemError): Record<string, string> {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (problem.status === 401) headers['www-authenticate'] = buildChallenge(problem);
  const { retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(Math.max(1, Math.ceil(retryAfterSeconds)));
  return Object.assign(headers, problem.options.headers);
}

/** RFC 6750, 3.1: without a credential the challenge has no error code. */
function buildChallenge(problem: ProblemError): string {
  return problem.code === 'unauthenticated' ? bearerChallenge : invalidTokenChallenge;
}

function stripQuery(url: string): string {
  const queryStart = url.indexOf('?');
  return queryStart < 0 ? url : url.slice(0, queryStart);
}

function addAcceptLanguage(vary: number | string | string[] | undefined): string {
  const text = vary === undefined ? '' : String(vary);
  if (/\baccept-language\b/i.test(text)) return text;
  return text ? `${text}, Accept-Language` : 'Accept-Language';
}

function logCause(reply: FastifyReply, problem: ProblemError): void {
  const { cause } = problem;
  if (cause === undefined && problem.code !== 'internal') return;
  const line = { err: cause ?? problem, problem: problem.code };
  if (problem.code === 'internal') reply.log.error(line, 'request failed');
  else if (problem.status >= 500) reply.log.warn(line, 'request failed');
  else reply.log.debug(line, 'request rejected');
}

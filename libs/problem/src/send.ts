import type { FastifyReply } from 'fastify';
import { problemDocument } from './document.js';
import { preferredLanguage } from './language.js';
import type { ProblemError } from './problem-error.js';

export const problemMediaType = 'application/problem+json';

/** Headers that a handler may have set for the answer that did not come about. */
const headersOfTheAnswer = [
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
 * Answers with a problem, from a hook, a handler or Fastify's error handlers. The trace id is the request's id: the
 * gateway's `genReqId` gives each request its trace id. Where an answer is under way already, its connection is cut,
 * so that the caller sees that it is not whole.
 */
export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  logCause(reply, problem);
  if (reply.raw.headersSent) {
    if (!reply.raw.writableEnded) reply.raw.destroy();
    return reply;
  }
  const { request } = reply;
  const language = preferredLanguage(request.headers['accept-language']);
  const document = problemDocument(problem, {
    language,
    traceId: String(request.id),
    instance: pathOf(request.raw.url ?? '/'),
  });
  for (const name of headersOfTheAnswer) reply.removeHeader(name);
  // Bytes, not text: to text Fastify would add a charset, which this media type does not have.
  return reply
    .code(problem.status)
    .headers(problemHeaders(problem))
    .header('content-type', problemMediaType)
    .header('content-language', language)
    .header('vary', withAcceptLanguage(reply.getHeader('vary')))
    .send(Buffer.from(JSON.stringify(document)));
}

/** Headers that the problem itself asks for. */
export function problemHeaders(problem: ProblemError): Record<string, string> {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (problem.status === 401) headers['www-authenticate'] = challenge(problem);
  const { retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(Math.max(1, Math.ceil(retryAfterSeconds)));
  return Object.assign(headers, problem.options.headers);
}

/** RFC 6750, 3.1: no error code where no credential came. */
function challenge(problem: ProblemError): string {
  const realm = 'Bearer realm="koodrive-gateway"';
  return problem.code === 'unauthenticated' ? realm : `${realm}, error="invalid_token"`;
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function withAcceptLanguage(vary: number | string | string[] | undefined): string {
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
  else reply.log.debug(line, 'request refused');
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from '#cache';

/** What an answer depends on beside its address. */
const vary = 'Origin, Cookie, Authorization, X-API-Key, X-On-Behalf-Of, Accept-Language';

/** Sets status and headers of an answer whose bytes are ready. The body to send: none where the caller has it already. */
export function answerHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  cacheStatus?: string,
): Buffer | undefined {
  if (cacheStatus) {
    request.gateway.cacheStatus = cacheStatus;
    reply.header('cache-status', cacheStatus);
  }
  reply.code(answer.status).header('vary', vary).header('content-type', answer.contentType);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply.header('cache-control', 'no-store');
    return answer.body;
  }
  reply.header('cache-control', 'private, no-cache').header('etag', answer.etag);
  if (!matches(request.headers['if-none-match'], answer.etag)) return answer.body;
  reply.code(304).removeHeader('content-type');
  return undefined;
}

/** If-None-Match, compared weakly (RFC 9110, 13.1.2). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}

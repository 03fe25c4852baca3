import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SerializedResponse } from '#cache';
import { matchesWeakly } from './entity-tags.js';

/** The request headers that a response depends on. */
const varyHeader = 'Origin, Cookie, Authorization, X-API-Key, X-On-Behalf-Of, Accept-Language';

/**
 * Sets status and headers of a serialized response.
 * @param cacheStatus the value of Cache-Status (RFC 9211)
 * @returns the body; undefined for a 304, where If-None-Match shows that the caller has it
 */
export function applyResponseHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  response: SerializedResponse,
  cacheStatus?: string,
): Buffer | undefined {
  if (cacheStatus) {
    request.gateway.cacheStatus = cacheStatus;
    reply.header('cache-status', cacheStatus);
  }
  reply.code(response.status).header('vary', varyHeader).header('content-type', response.contentType);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    reply.header('cache-control', 'no-store');
    return response.body;
  }
  reply.header('cache-control', 'private, no-cache').header('etag', response.etag);
  const ifNoneMatch = request.headers['if-none-match'];
  if (ifNoneMatch === undefined || request.routeOptions.config.endpoint?.volatileMembers) return response.body;
  if (!matchesWeakly(ifNoneMatch, response.etag)) return response.body;
  reply.code(304).removeHeader('content-type');
  return undefined;
}

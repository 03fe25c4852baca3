import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '#problem';
import type { RequestContext } from '../request-context.js';

/**
 * All header lines of a response together, in bytes. The longest response that the limits of the input and of pre-signed
 * URLs allow needs 10 KiB. Node's clients accept 16 KiB, deploy/nginx.conf 32 KiB.
 */
export const maxResponseHeaderBytes = 12 * 1024;

/** Headers that stay for the problem: none of them is longer than this. */
const maxRetainedHeaderLength = 512;
const separatorsLength = ': \r\n'.length;

/**
 * Replaces a response whose header lines are too long for a proxy by a problem (S30). What the lines are made of is
 * limited where it comes from; this limit also holds for what is forgotten there. A cached response has no header whose
 * value comes from elsewhere (applyResponseHeaders): it is not measured, since that would cost as much as the rest.
 */
export function registerHeaderLimit(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (isCachedResponse(request, reply)) return done();
    const headers = reply.getHeaders();
    if (measureHeaderBytes(headers) <= maxResponseHeaderBytes) return done();
    for (const [name, value] of Object.entries(headers)) {
      if (measureHeaderBytes({ [name]: value }) > maxRetainedHeaderLength) reply.removeHeader(name);
    }
    if (payload instanceof Readable) payload.destroy();
    return done(createHeaderLimitProblem(request));
  });
}

/** Long values come from KooDrive. Without a call, the gateway itself is wrong. */
function createHeaderLimitProblem(request: FastifyRequest): ProblemError {
  const cause = new Error('the header lines are too long to send');
  const operation = (request.gateway as RequestContext | undefined)?.lastOperation;
  return operation === undefined
    ? new ProblemError('internal', { cause })
    : new ProblemError('upstream-protocol', { cause, upstream: { operation } });
}

/** A request that was rejected before the hook of the pipeline has no context. */
const isCachedResponse = (request: FastifyRequest, reply: FastifyReply): boolean =>
  (request.gateway as RequestContext | undefined)?.cacheStatus !== undefined && reply.statusCode < 400;

type HeaderValue = number | string | string[] | undefined;

/** Header values are Latin-1: one byte for each character. */
export function measureHeaderBytes(headers: Readonly<Record<string, HeaderValue>>): number {
  let bytes = 0;
  for (const name in headers) {
    const value = headers[name];
    if (Array.isArray(value)) for (const line of value) bytes += name.length + line.length + separatorsLength;
    else bytes += name.length + String(value).length + separatorsLength;
  }
  return bytes;
}

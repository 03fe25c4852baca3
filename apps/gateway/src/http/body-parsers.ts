import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '#problem';

/** Deeper input than any route takes: refused before validation walks it. */
const deepest = 16;

function depthOf(value: unknown, depth = 0): number {
  if (value === null || typeof value !== 'object') return depth;
  if (depth > deepest) return depth;
  let most = depth;
  for (const member of Object.values(value)) most = Math.max(most, depthOf(member, depth + 1));
  return most;
}

const streamed = (request: FastifyRequest): boolean => request.routeOptions.config.endpoint?.streamedBody === true;

/**
 * JSON for most routes; the bytes as they come for routes that say `streamedBody`, whatever their type. Fastify's own
 * JSON parser refuses `__proto__` and `constructor.prototype`; a body without a Content-Type is taken as JSON.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();

  fastify.addContentTypeParser('*', (request, payload, done) => {
    if (streamed(request)) done(null, payload);
    else done(new ProblemError('unsupported-media-type', { detail: 'Send application/json.' }), undefined);
  });

  fastify.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json\b/,
    async (request: FastifyRequest, payload: IncomingMessage) => {
      if (streamed(request)) return payload;
      const text = await readText(payload, request.routeOptions.bodyLimit);
      const body = await new Promise<unknown>((resolve, reject) => {
        void parseJson(request, text, (error, parsed) => {
          if (error) reject(new ProblemError('malformed-json', { cause: error }));
          else resolve(parsed);
        });
      });
      if (depthOf(body) > deepest)
        throw new ProblemError('invalid-input', { detail: `At most ${deepest} levels of nesting.` });
      return body;
    },
  );
}

async function readText(payload: AsyncIterable<Buffer>, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    length += chunk.length;
    if (length > limit) throw new ProblemError('too-large', { detail: `At most ${limit} bytes.` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

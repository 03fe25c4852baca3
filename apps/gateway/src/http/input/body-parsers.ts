import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalidInput, ProblemError } from '#problem';

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
 * JSON parser refuses `__proto__` and `constructor.prototype`; a body without a Content-Type is refused.
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
      if (depthOf(body) > deepest) {
        throw invalidInput('', { en: `at most ${deepest} levels of nesting`, zh: `最多嵌套 ${deepest} 层` });
      }
      return body;
    },
  );
}

/**
 * Stops to listen, but does not destroy the stream where it is too long: that would take the connection with it, before
 * the caller has read why. Node reads the rest and throws it away once the answer has left.
 */
function readText(payload: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) end(() => reject(new ProblemError('too-large', { detail: `At most ${limit} bytes.` })));
    };
    const end = (settle: () => void): void => {
      payload.off('data', take).off('end', whole).off('error', broken);
      payload.on('error', () => undefined);
      settle();
    };
    const whole = (): void => {
      const bytes = Buffer.concat(chunks);
      // Decoding would put other characters in the place of what is no UTF-8.
      if (isUtf8(bytes)) end(() => resolve(bytes.toString('utf8')));
      else end(() => reject(new ProblemError('malformed-json', { detail: 'The body is not UTF-8.' })));
    };
    const broken = (cause: Error): void => end(() => reject(new ProblemError('bad-request', { cause })));
    payload.on('data', take).on('end', whole).on('error', broken);
  });
}

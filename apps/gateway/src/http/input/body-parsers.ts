import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createInvalidInputProblem, ProblemError } from '#problem';

/** More than any route needs. Deeper input is rejected before the validation, which is recursive. */
const maxJsonDepth = 16;

/** Levels of nesting; stops to count above `maxJsonDepth`. */
function measureDepth(value: unknown, depth = 0): number {
  if (value === null || typeof value !== 'object') return depth;
  if (depth > maxJsonDepth) return depth;
  let maxDepth = depth;
  for (const member of Object.values(value)) maxDepth = Math.max(maxDepth, measureDepth(member, depth + 1));
  return maxDepth;
}

const isStreamedBody = (request: FastifyRequest): boolean =>
  request.routeOptions.config.endpoint?.streamedBody === true;

/**
 * Parses JSON for most routes. Routes with `streamedBody` receive the stream of bytes, whatever the media type.
 * Fastify's own JSON parser rejects `__proto__` and `constructor.prototype`. A body without Content-Type is rejected.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();

  fastify.addContentTypeParser('*', (request, payload, done) => {
    if (isStreamedBody(request)) done(null, payload);
    else done(new ProblemError('unsupported-media-type', { detail: 'Send application/json.' }), undefined);
  });

  fastify.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json\b/,
    async (request: FastifyRequest, payload: IncomingMessage) => {
      if (isStreamedBody(request)) return payload;
      const text = await readBodyText(payload, request.routeOptions.bodyLimit);
      const body = await new Promise<unknown>((resolve, reject) => {
        void parseJson(request, text, (error, parsed) => {
          if (error) reject(new ProblemError('malformed-json', { cause: error }));
          else resolve(parsed);
        });
      });
      if (measureDepth(body) > maxJsonDepth) {
        throw createInvalidInputProblem('', {
          en: `at most ${maxJsonDepth} levels of nesting`,
          zh: `最多嵌套 ${maxJsonDepth} 层`,
        });
      }
      return body;
    },
  );
}

/**
 * Reads the body as text. Where the body is too long, it stops to read but does not destroy the stream: that would
 * close the connection before the caller has read the response. Node reads and discards the rest after the response is
 * sent.
 *
 * @throws ProblemError too-large above `limitBytes`, malformed-json where the body is not UTF-8, bad-request where the
 * connection breaks
 */
function readBodyText(payload: IncomingMessage, limitBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let lengthBytes = 0;
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk);
      lengthBytes += chunk.length;
      if (lengthBytes > limitBytes)
        finish(() => reject(new ProblemError('too-large', { detail: `At most ${limitBytes} bytes.` })));
    };
    const finish = (settlePromise: () => void): void => {
      payload.off('data', onData).off('end', onEnd).off('error', onError);
      payload.on('error', () => undefined);
      settlePromise();
    };
    const onEnd = (): void => {
      const bytes = Buffer.concat(chunks);
      // Decoding would silently replace bytes that are not UTF-8.
      if (isUtf8(bytes)) finish(() => resolve(bytes.toString('utf8')));
      else finish(() => reject(new ProblemError('malformed-json', { detail: 'The body is not UTF-8.' })));
    };
    const onError = (cause: Error): void => finish(() => reject(new ProblemError('bad-request', { cause })));
    payload.on('data', onData).on('end', onEnd).on('error', onError);
  });
}

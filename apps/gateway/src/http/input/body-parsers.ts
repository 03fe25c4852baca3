import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '#problem';
import { undeclared } from './json-bounds.js';
import { type JsonScan, scanJson } from './json-scanner.js';
import { readBody } from './read-body.js';
import { RejectedBody } from './rejected-body.js';

const isStreamedBody = (request: FastifyRequest): boolean =>
  request.routeOptions.config.endpoint?.streamedBody === true;

export interface BodyParserOptions {
  /** The time in which a body must arrive. */
  readonly timeoutMs: number;
  readonly onScan: (scan: JsonScan) => void;
}

/**
 * Parses JSON for most routes. Routes with `streamedBody` receive the stream of bytes, whatever the media type.
 * Fastify's own JSON parser rejects `__proto__` and `constructor.prototype`. A body without Content-Type is rejected.
 */
export function registerBodyParsers(fastify: FastifyInstance, { timeoutMs, onScan }: BodyParserOptions): void {
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
      const { bodyLimit: maxBytes, config } = request.routeOptions;
      const bytes = await readBody(payload, { maxBytes, timeoutMs });
      // Decoding would silently replace bytes that are not UTF-8.
      if (!isUtf8(bytes)) throw new ProblemError('malformed-json', { detail: 'The body is not UTF-8.' });
      const scan = scanJson(bytes, config.inputBounds?.body ?? undeclared);
      onScan(scan);
      if (scan.malformed) throw new ProblemError('malformed-json');
      if (scan.violation) return new RejectedBody(createBoundsProblem(scan.violation));
      return new Promise<unknown>((resolve, reject) => {
        void parseJson(request, bytes.toString('utf8'), (error, parsed) => {
          if (error) reject(new ProblemError('malformed-json', { cause: error }));
          else resolve(parsed);
        });
      });
    },
  );
}

const createBoundsProblem = (violation: NonNullable<JsonScan['violation']>): ProblemError =>
  new ProblemError('invalid-input', {
    errors: [violation],
    detail: {
      en: 'The body exceeds a bound that "errors" names. It was not read further.',
      zh: '请求体超过 "errors" 中列出的上限，其余部分未读取。',
    },
  });

import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '#problem';
import { isUpload, registerBodyHeaders, uploadMediaType } from './body-headers.js';
import { undeclared } from './json-bounds.js';
import { type JsonScan, scanJson } from './json-scanner.js';
import { createMalformedJsonProblem, findEncodingProblem } from './malformed-json.js';
import { readBody } from './read-body.js';
import { RejectedBody } from './rejected-body.js';

export interface BodyParserOptions {
  /** The time in which a body must arrive. */
  readonly timeoutMs: number;
  readonly onScan: (scan: JsonScan) => void;
}

const prototypeDetail = {
  en: 'The body holds a member "__proto__" or "constructor.prototype".',
  zh: '请求体包含成员 "__proto__" 或 "constructor.prototype"。',
};

/**
 * Parses JSON for most routes. Routes with `streamedBody` receive the stream of bytes. Fastify's own JSON parser rejects
 * `__proto__` and `constructor.prototype`. A body without Content-Type is rejected.
 */
export function registerBodyParsers(fastify: FastifyInstance, { timeoutMs, onScan }: BodyParserOptions): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  registerBodyHeaders(fastify);

  fastify.addContentTypeParser(['*', uploadMediaType], (request, payload, done) => {
    if (isUpload(request)) done(null, payload);
    else done(createMediaTypeProblem(), undefined);
  });

  fastify.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json\b/,
    async (request: FastifyRequest, payload: IncomingMessage) => {
      const { bodyLimit: maxBytes, config } = request.routeOptions;
      const bytes = await readBody(payload, { maxBytes, timeoutMs });
      // A chunked body shows only at its end that it is empty.
      if (bytes.length === 0) return undefined;
      const encodingProblem = findEncodingProblem(bytes);
      if (encodingProblem) throw encodingProblem;
      const scan = scanJson(bytes, config.inputBounds?.body ?? undeclared);
      onScan(scan);
      if (scan.malformed) throw createMalformedJsonProblem(bytes, scan.bytes);
      if (scan.violation) return new RejectedBody(createBoundsProblem(scan.violation));
      return new Promise<unknown>((resolve, reject) => {
        void parseJson(request, bytes.toString('utf8'), (cause, parsed) => {
          if (cause) reject(new ProblemError('malformed-json', { cause, detail: prototypeDetail }));
          else resolve(parsed);
        });
      });
    },
  );
}

export const createMediaTypeProblem = (): ProblemError =>
  new ProblemError('unsupported-media-type', {
    detail: { en: 'Send application/json.', zh: '请发送 application/json。' },
  });

const createBoundsProblem = (violation: NonNullable<JsonScan['violation']>): ProblemError =>
  new ProblemError('invalid-input', {
    errors: [violation],
    detail: {
      en: 'The body exceeds a bound that "errors" names. It was not read further.',
      zh: '请求体超过 "errors" 中列出的上限，其余部分未读取。',
    },
  });

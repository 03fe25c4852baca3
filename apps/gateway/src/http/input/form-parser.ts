import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createMediaTypeProblem } from './body-parsers.js';
import { readBody } from './read-body.js';

/** The only forms that the gateway takes hold one signed token. */
const maxFormBytes = 16 * 1024;

/**
 * Parses forms for routes with `formFields`. The body then holds these fields, each that the form has exactly once; other
 * fields are ignored. Must be called after `registerBodyParsers`, which removes all parsers.
 */
export function registerFormParser(fastify: FastifyInstance, timeoutMs: number): void {
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    async (request: FastifyRequest, payload: IncomingMessage) => {
      const { formFields } = request.routeOptions.config.endpoint ?? {};
      if (!formFields) throw createMediaTypeProblem();
      const form = new URLSearchParams((await readBody(payload, { maxBytes: maxFormBytes, timeoutMs })).toString());
      return Object.fromEntries(
        formFields.flatMap((name) => {
          const values = form.getAll(name);
          return values.length === 1 ? [[name, values[0]]] : [];
        }),
      );
    },
  );
}

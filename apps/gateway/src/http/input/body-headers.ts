import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '#problem';

/** Given to the body of every upload, so that it reaches its parser whatever Content-Type the caller has sent. */
export const uploadMediaType = 'application/octet-stream';

export const isUpload = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.config.endpoint?.streamedBody === true;

/**
 * Checks the headers that describe a body. The body of an upload is the file, whatever it is called. Elsewhere a
 * Content-Type without a body is ignored, because many HTTP clients always send one.
 */
export function registerBodyHeaders(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (isUpload(request)) request.headers['content-type'] = uploadMediaType;
    else if (hasNoBody(request)) delete request.headers['content-type'];
    done(findBodyHeaderProblem(request), payload);
  });
}

/** The problem of a body that is not what its bytes are: stored as they are, they would be another file. */
function findBodyHeaderProblem(request: FastifyRequest): ProblemError | undefined {
  const { method, headers } = request;
  if (method === 'PUT' && headers['content-range'] !== undefined) return createPartialPutProblem();
  const isEncoded = !/^(?:\s*identity\s*,?)*\s*$/i.test(headers['content-encoding'] ?? '');
  return isEncoded && (isUpload(request) || !hasNoBody(request)) ? createEncodedBodyProblem() : undefined;
}

const hasNoBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';

/** RFC 9110, 14.5 */
const createPartialPutProblem = (): ProblemError =>
  new ProblemError('bad-request', {
    detail: {
      en: 'Content-Range: a PUT takes the complete content, not a part of it.',
      zh: 'Content-Range：PUT 只接受完整内容，不接受其中一部分。',
    },
  });

/** RFC 9110, 15.5.16 */
const createEncodedBodyProblem = (): ProblemError =>
  new ProblemError('unsupported-media-type', {
    detail: {
      en: 'Content-Encoding: send the body without an encoding.',
      zh: 'Content-Encoding：请发送未编码的请求体。',
    },
    headers: { 'accept-encoding': 'identity' },
  });

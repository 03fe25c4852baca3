import { HttpException } from '@nestjs/common';
import type { ProblemCode } from './catalogue.js';
import { ProblemError } from './problem-error.js';

/** Makes a problem of an error it knows, else undefined. */
export type Translator = (error: unknown) => ProblemError | undefined;

/** Fastify's own refusals by their code (node_modules/fastify/lib/errors.js). */
const fastifyCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_NOT_FOUND: 'route-not-found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_BAD_URL: 'bad-request',
  FST_ERR_INVALID_URL: 'bad-request',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'unsupported-media-type',
  FST_ERR_HANDLER_TIMEOUT: 'upstream-timeout',
};

/** What the framework itself throws, by status: our own code throws ProblemError and nothing else. */
const statusCodes: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'route-not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  411: 'length-required',
  413: 'too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  416: 'range-not-satisfiable',
  429: 'too-many-requests',
  431: 'header-too-large',
  503: 'overloaded',
};

/** The problem that an error is. What nobody knows is `internal`, with the error as its cause and no word of it shown. */
export function toProblem(error: unknown, translators: readonly Translator[] = []): ProblemError {
  if (error instanceof ProblemError) return error;
  for (const translate of translators) {
    const problem = translate(error);
    if (problem) return problem;
  }
  return fromFramework(error) ?? new ProblemError('internal', { cause: error });
}

function fromFramework(error: unknown): ProblemError | undefined {
  // Nest wraps Fastify's errors, whose codes say more than their statuses.
  if (error instanceof HttpException) return fromFramework(error.cause) ?? byStatus(error.getStatus(), error);
  if (!(error instanceof Error)) return undefined;
  // The JSON parser's refusal, also of `__proto__`, is a SyntaxError with a status.
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  if (error instanceof SyntaxError && statusCode === 400) return new ProblemError('malformed-json', { cause: error });
  if (typeof code !== 'string' || !code.startsWith('FST_ERR_')) return undefined;
  const known = fastifyCodes[code];
  return known && new ProblemError(known, { cause: error });
}

function byStatus(status: number, cause: unknown): ProblemError | undefined {
  const code = statusCodes[status];
  return code && new ProblemError(code, { cause });
}

import { HttpException } from '@nestjs/common';
import { type OwnProblemCode, ProblemError } from './problem-error.js';

/** Converts an error that it knows to a problem; returns undefined for all others. */
export type ErrorTranslator = (error: unknown) => ProblemError | undefined;

/** Problems by the code of Fastify's own errors (node_modules/fastify/lib/errors.js). */
const problemCodesByFastifyError: Readonly<Record<string, OwnProblemCode>> = {
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

/** Problems by the status of Nest's own HttpExceptions. Our own code throws no HttpException. */
const problemCodesByStatus: Readonly<Record<number, OwnProblemCode>> = {
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

/**
 * Converts an error to a problem: a ProblemError stays as it is, then the translators are tried in order, then the
 * errors of Nest and Fastify. Any other error becomes `internal` with the error as its cause, and without its text.
 */
export function toProblemError(error: unknown, translators: readonly ErrorTranslator[] = []): ProblemError {
  if (error instanceof ProblemError) return error;
  for (const translate of translators) {
    const problem = translate(error);
    if (problem) return problem;
  }
  return translateFrameworkError(error) ?? new ProblemError('internal', { cause: error });
}

function translateFrameworkError(error: unknown): ProblemError | undefined {
  // Nest wraps Fastify's errors. Their codes are more precise than their statuses.
  if (error instanceof HttpException)
    return translateFrameworkError(error.cause) ?? translateStatus(error.getStatus(), error);
  if (!(error instanceof Error)) return undefined;
  // Fastify's JSON parser throws a SyntaxError with a status, also for `__proto__`.
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  if (error instanceof SyntaxError && statusCode === 400) return new ProblemError('malformed-json', { cause: error });
  if (typeof code !== 'string' || !code.startsWith('FST_ERR_')) return undefined;
  const problemCode = problemCodesByFastifyError[code];
  return problemCode && new ProblemError(problemCode, { cause: error });
}

function translateStatus(status: number, cause: unknown): ProblemError | undefined {
  const code = problemCodesByStatus[status];
  return code && new ProblemError(code, { cause });
}

import { types } from 'node:util';
import { truncate } from './truncate.js';

/** The members of an error that are logged. */
export interface SerializedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: SerializedError;
}

const maxTextLength = 4000;
const maxCauseDepth = 4;

/**
 * Picks the members of an error by name. Errors of HTTP libraries have the failed request with its credentials as
 * properties, which a generic serializer would write.
 */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!isError(error)) return { type: typeof error, message: truncate(describeThrownValue(error), maxTextLength) };
  const { code } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: truncate(error.message, maxTextLength),
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : undefined,
    stack: error.stack === undefined ? undefined : truncate(error.stack, maxTextLength),
    cause: error.cause !== undefined && depth < maxCauseDepth ? serializeError(error.cause, depth + 1) : undefined,
  };
}

/** `isNativeError` also recognizes errors of another realm, as in Jest. */
function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

function describeThrownValue(value: unknown): string {
  return typeof value === 'string' ? value : 'the thrown value is not an Error';
}

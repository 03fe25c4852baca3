import { types } from 'node:util';

/** What the log keeps of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const longestText = 4000;
const deepestCause = 4;

/**
 * Picks by name, since errors of HTTP libraries carry the request that failed, with its credentials, as properties that
 * a generic serialiser would write out.
 */
export function safeError(error: unknown, depth = 0): LoggedError {
  if (!isError(error)) return { type: typeof error, message: shortened(describe(error)) };
  const { code } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: shortened(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    ...(error.stack !== undefined && { stack: shortened(error.stack) }),
    ...(error.cause !== undefined && depth < deepestCause && { cause: safeError(error.cause, depth + 1) }),
  };
}

/** Errors of Node itself too where tests run in a realm of their own. */
function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

function describe(value: unknown): string {
  return typeof value === 'string' ? value : 'something that is no Error was thrown';
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

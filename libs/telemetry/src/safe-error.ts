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
  if (!(error instanceof Error)) return { type: typeof error, message: shortened(describe(error)) };
  const { code } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: shortened(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    ...(error.stack !== undefined && { stack: shortened(error.stack) }),
    ...(error.cause !== undefined && depth < deepestCause && { cause: safeError(error.cause, depth + 1) }),
  };
}

function describe(value: unknown): string {
  return typeof value === 'string' ? value : 'something that is no Error was thrown';
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

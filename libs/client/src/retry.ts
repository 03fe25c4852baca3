type SendRequest = (request: Request) => Promise<Response>;
/** Waits for some milliseconds. Rejects with the signal's reason when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

interface RetryOptions {
  /** Max repetitions after the first attempt. */
  readonly maxRetries: number;
  readonly sleep: Sleep;
}

const initialBackoffMs = 250;
const maxBackoffMs = 30_000;
export const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    const finish = (): void => {
      signal.removeEventListener('abort', abort);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });

/**
 * Repeats calls that may succeed later: calls whose problem is `retryable`, after its `Retry-After`, and calls without a
 * response. An unsafe call is repeated only with an Idempotency-Key, so that the gateway executes it once.
 */
export function withRetries(send: SendRequest, options: RetryOptions): SendRequest {
  return async (request) => {
    const isRepeatable = safeMethods.has(request.method) || request.headers.has('idempotency-key');
    for (let attempt = 0; ; attempt += 1) {
      const isLast = !isRepeatable || attempt >= options.maxRetries;
      // A body can be read only once, so each attempt but the last sends a clone.
      const result = await trySend(send, isLast ? request : request.clone());
      if (isLast || request.signal.aborted || !(await shouldRetry(result))) {
        if ('error' in result) throw result.error;
        return result.response;
      }
      await options.sleep(computeBackoffMs(result, attempt), request.signal);
    }
  };
}

type AttemptResult = { readonly response: Response } | { readonly error: unknown };

async function trySend(send: SendRequest, request: Request): Promise<AttemptResult> {
  try {
    return { response: await send(request) };
  } catch (error) {
    return { error };
  }
}

async function shouldRetry(result: AttemptResult): Promise<boolean> {
  if ('error' in result) return true;
  const { response } = result;
  if (response.status < 400) return false;
  const problem = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { retryable?: unknown } | undefined;
  return problem?.retryable === true;
}

/** Retry-After if present. Otherwise 250 ms, doubled each time, with jitter so that callers do not retry together. */
function computeBackoffMs(result: AttemptResult, attempt: number): number {
  const retryAfterSeconds = 'response' in result ? Number(result.response.headers.get('retry-after') ?? NaN) : NaN;
  const backoffMs = Number.isFinite(retryAfterSeconds)
    ? retryAfterSeconds * 1000
    : initialBackoffMs * 2 ** attempt * (0.5 + Math.random());
  return Math.min(maxBackoffMs, backoffMs);
}

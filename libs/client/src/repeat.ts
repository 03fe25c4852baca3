type Send = (request: Request) => Promise<Response>;
/** Waits; rejects with the signal's reason when that aborts. Milliseconds. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

const firstPauseMs = 250;
const longestPauseMs = 30_000;
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export const systemPause: Pause = (ms, signal) =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(end, ms);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/**
 * Repeats calls that may succeed later: those that the gateway says so of (`retryable`), after its `Retry-After`, and those
 * that came to no answer. What is not safe is repeated only under an Idempotency-Key, by which it is done once all the same.
 *
 * @param retries how often after the first time
 */
export function repeating(send: Send, { retries, pause }: { readonly retries: number; readonly pause: Pause }): Send {
  return async (request) => {
    const repeatable = safeMethods.has(request.method) || request.headers.has('idempotency-key');
    for (let attempt = 0; ; attempt += 1) {
      const last = !repeatable || attempt >= retries;
      // The body can be read once: each try but the last has a copy.
      const outcome = await tried(send, last ? request : request.clone());
      if (last || request.signal.aborted || !(await mayFollow(outcome))) {
        if ('error' in outcome) throw outcome.error;
        return outcome.response;
      }
      await pause(pauseAfter(outcome, attempt), request.signal);
    }
  };
}

type Outcome = { readonly response: Response } | { readonly error: unknown };

async function tried(send: Send, request: Request): Promise<Outcome> {
  try {
    return { response: await send(request) };
  } catch (error) {
    return { error };
  }
}

async function mayFollow(outcome: Outcome): Promise<boolean> {
  if ('error' in outcome) return true;
  const { response } = outcome;
  if (response.status < 400) return false;
  const problem = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { retryable?: unknown } | undefined;
  return problem?.retryable === true;
}

/** Retry-After where it says; else 250 ms and twice as long each time, spread so that callers do not come in step. */
function pauseAfter(outcome: Outcome, attempt: number): number {
  const said = 'response' in outcome ? Number(outcome.response.headers.get('retry-after') ?? NaN) : NaN;
  const wanted = Number.isFinite(said) ? said * 1000 : firstPauseMs * 2 ** attempt * (0.5 + Math.random());
  return Math.min(longestPauseMs, wanted);
}

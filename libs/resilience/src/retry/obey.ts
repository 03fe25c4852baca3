/** Time for the work to say itself how far it came when it was aborted. Milliseconds. */
const GRACE = 20;

/**
 * The work's own end; but when the signal aborts and the work has not ended a moment later, the reason of the abort,
 * as AbandonedError, so that a call ends in time even if a part of it does not listen.
 */
export function obey<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      timer = setTimeout(() => reject(new AbandonedError({ cause: signal.reason })), GRACE);
    };
    const settled = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(
      (value) => (settled(), resolve(value)),
      (error: unknown) => (settled(), reject(error as Error)),
    );
  });
}

/** The work went on after its signal aborted, and nobody waits for it any more. How far it came is not known. */
export class AbandonedError extends Error {
  override readonly name = 'AbandonedError';
  constructor(options: ErrorOptions) {
    super('the call did not listen to its signal', options);
  }
}

/** Milliseconds in which aborted work may still report its own error, which says how far it came. */
const abortGraceMs = 20;

/**
 * Settles as `work` does. If the signal aborts and the work does not settle within 20 ms, it rejects with AbandonedError,
 * so that a call ends in time even if a part of it ignores the signal.
 * @throws AbandonedError whose `cause` is the reason of the signal
 */
export function raceWithSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      timer = setTimeout(() => reject(new AbandonedError({ cause: signal.reason })), abortGraceMs);
    };
    const cleanUp = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(
      (value) => (cleanUp(), resolve(value)),
      (error: unknown) => (cleanUp(), reject(error as Error)),
    );
  });
}

/** The work continued after its signal aborted, and no caller waits for it any more. Its progress is not known. */
export class AbandonedError extends Error {
  override readonly name = 'AbandonedError';
  constructor(options: ErrorOptions) {
    super('the call did not respond to its abort signal', options);
  }
}

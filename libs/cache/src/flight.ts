/** One piece of work for which several callers wait. It ends when it is done, or when every caller has left. */
export class Flight<T> {
  private readonly controller = new AbortController();
  private readonly result: Promise<T>;
  private waiters = 0;
  private settled = false;
  /** Its result must not be cached, and no further caller may join it. */
  outdated = false;
  /** The work has not started yet: a caller who joins now gets a result that is requested after the join. */
  waitingToStart = false;

  /**
   * @param tags the cache tags of the response
   * @param epoch the epoch of the lease in which the flight began; -1 if there was no valid lease
   */
  constructor(
    readonly tags: readonly string[],
    readonly epoch: number,
    work: (flight: Flight<T>) => Promise<T>,
  ) {
    this.result = Promise.resolve().then(() => work(this));
    this.result.finally(() => (this.settled = true)).catch(() => undefined);
  }

  /** Aborts when no caller waits any more. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Waits for the result.
   * @param signal ends the wait of this caller only
   * @throws the error of the work; the reason of the signal
   */
  join(signal?: AbortSignal): Promise<T> {
    this.waiters += 1;
    if (!signal) return this.result;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        this.removeWaiter();
      };
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      this.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  private removeWaiter(): void {
    this.waiters -= 1;
    if (this.waiters > 0 || this.settled) return;
    this.outdated = true;
    this.controller.abort(new Error('no caller waits for the response any more'));
  }
}

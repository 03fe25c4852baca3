/** One piece of work that several callers wait for. It ends when it is done, or when every one of them has left. */
export class Flight<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #waiters = 0;
  #settled = false;
  /** What it brings is no longer to be kept, nor to be joined. */
  outdated = false;
  /** It has not set out yet: whoever joins now gets what is asked for after that. */
  gathering = false;

  /**
   * @param tags what the answer tells about
   * @param term the lease's term in which it began; -1 where there was no lease
   */
  constructor(
    readonly tags: readonly string[],
    readonly term: number,
    work: (flight: Flight<T>) => Promise<T>,
  ) {
    this.#result = Promise.resolve().then(() => work(this));
    this.#result.finally(() => (this.#settled = true)).catch(() => undefined);
  }

  /** Aborts when nobody waits any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** @param signal ends this caller's waiting */
  join(signal?: AbortSignal): Promise<T> {
    this.#waiters += 1;
    if (!signal) return this.#result;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        this.#left();
      };
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      this.#result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #left(): void {
    this.#waiters -= 1;
    if (this.#waiters > 0 || this.#settled) return;
    this.outdated = true;
    this.#controller.abort(new Error('nobody waits for the answer any more'));
  }
}

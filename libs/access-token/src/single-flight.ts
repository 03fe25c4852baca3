/** Work of the same name that is asked for while it goes on is done once, and its outcome shared. Nothing is kept. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Promise<T>>();

  /**
   * @param signal ends this caller's waiting, never the work, since others may wait for it
   * @throws what the work throws, to all who wait for it
   */
  run(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    let flight = this.#flights.get(name);
    if (!flight) {
      flight = work().finally(() => this.#flights.delete(name));
      // Where every waiter has left, nobody hears a failure.
      flight.catch(() => undefined);
      this.#flights.set(name, flight);
    }
    return signal ? abortable(flight, signal) : flight;
  }

  has(name: string): boolean {
    return this.#flights.has(name);
  }
}

function abortable<T>(flight: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    flight.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/**
 * Runs work with the same name once at a time: calls that come while it runs share its result. The result is not cached.
 * libs/cache has its own `Flight`, which stops when all its callers have left; this work always runs to its end.
 */
export class SingleFlight<T> {
  private readonly flights = new Map<string, Promise<T>>();

  /**
   * @param signal ends the waiting of this caller but never the work, since other callers may wait for it
   * @throws what the work throws, to all callers that wait for it
   */
  run(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    let flight = this.flights.get(name);
    if (!flight) {
      flight = work().finally(() => this.flights.delete(name));
      // When all callers have left, a failure must not become an unhandled rejection.
      flight.catch(() => undefined);
      this.flights.set(name, flight);
    }
    return signal ? raceWithAbort(flight, signal) : flight;
  }

  has(name: string): boolean {
    return this.flights.has(name);
  }
}

function raceWithAbort<T>(flight: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    flight.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** The control API of a sandbox that runs as a process. */
export class SandboxControl {
  constructor(private readonly url: string) {}

  /** @returns the id of the fault */
  async addFault(fault: object): Promise<number> {
    const { id } = await this.request<{ id: number }>('POST', 'faults', fault);
    return id;
  }

  async clearFaults(): Promise<void> {
    await this.request('DELETE', 'faults');
  }

  /** How many calls a fault has affected so far, including calls that it still delays. */
  async getFaultHits(id: number): Promise<number> {
    const { faults } = await this.request<{ faults: { id: number; struck: number }[] }>('GET', 'faults');
    return faults.find((fault) => fault.id === id)?.struck ?? 0;
  }

  async advanceClock(ms: number): Promise<void> {
    await this.request('POST', 'clock', { advanceMs: ms });
  }

  /** The number of the last call that the sandbox received. */
  async getLastCallNumber(): Promise<number> {
    return (await this.request<{ last: number }>('GET', 'ledger?limit=1')).last;
  }

  /** The hashes of the tokens that calls of an operation used, after the call with that number. */
  async getTokenHashesSince(callNumber: number, operation: string): Promise<ReadonlySet<string>> {
    const { entries } = await this.request<{ entries: { operation?: string; tokenHash?: string }[] }>(
      'GET',
      `ledger?limit=10000&after=${callNumber}`,
    );
    return new Set(
      entries.flatMap((entry) => (entry.operation === operation && entry.tokenHash ? [entry.tokenHash] : [])),
    );
  }

  private async request<T>(method: string, path: string, body?: object): Promise<T> {
    const init: RequestInit = { method, signal: AbortSignal.timeout(10_000) };
    if (body) {
      init.body = JSON.stringify(body);
      init.headers = { 'content-type': 'application/json' };
    }
    const response = await fetch(`${this.url}/_sandbox/${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: the sandbox responded ${response.status}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}

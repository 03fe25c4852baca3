import type { SandboxCounters } from '../../apps/sandbox/src/control/counters.js';

/** What a sandbox says about itself. */
export interface SandboxIndex {
  readonly addresses: { readonly url: string; readonly objectStoreUrl: string; readonly appTokenUrl: string };
  readonly users: readonly { readonly userId: string; readonly name: string }[];
}

/** The control API of a sandbox that runs as a process. */
export class SandboxControl {
  /** @param token the control token of the sandbox */
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  getIndex(): Promise<SandboxIndex> {
    return this.request('GET', '');
  }

  getCounters(): Promise<SandboxCounters> {
    return this.request('GET', '/counters');
  }

  /** @returns the id of the fault */
  async addFault(fault: object): Promise<number> {
    const { id } = await this.request<{ id: number }>('POST', '/faults', fault);
    return id;
  }

  async clearFaults(): Promise<void> {
    await this.request('DELETE', '/faults');
  }

  /** How many calls a fault has affected so far, including calls that it still delays. */
  async getFaultHits(id: number): Promise<number> {
    const { faults } = await this.request<{ faults: { id: number; struck: number }[] }>('GET', '/faults');
    return faults.find((fault) => fault.id === id)?.struck ?? 0;
  }

  async advanceClock(ms: number): Promise<void> {
    await this.request('POST', '/clock', { advanceMs: ms });
  }

  /** The number of the last call that the sandbox received. */
  async getLastCallNumber(): Promise<number> {
    return (await this.request<{ last: number }>('GET', '/ledger?limit=1')).last;
  }

  /** The hashes of the tokens that calls of an operation used, after the call with that number. */
  async getTokenHashesSince(callNumber: number, operation: string): Promise<ReadonlySet<string>> {
    const { entries } = await this.request<{ entries: { operation?: string; tokenHash?: string }[] }>(
      'GET',
      `/ledger?limit=10000&after=${callNumber}`,
    );
    return new Set(
      entries.flatMap((entry) => (entry.operation === operation && entry.tokenHash ? [entry.tokenHash] : [])),
    );
  }

  private async request<T>(method: string, path: string, body?: object): Promise<T> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (body) headers['content-type'] = 'application/json';
    const response = await fetch(`${this.url}/_sandbox${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`${method} ${path}: the sandbox responded ${response.status}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}

/** The control API of a sandbox that is a process of its own. */
export class SandboxControl {
  constructor(private readonly url: string) {}

  /** @returns the fault's id */
  async addFault(fault: object): Promise<number> {
    const { id } = await this.ask<{ id: number }>('POST', 'faults', fault);
    return id;
  }

  async clearFaults(): Promise<void> {
    await this.ask('DELETE', 'faults');
  }

  /** How many calls a fault has struck so far; those that it still delays are counted. */
  async struck(id: number): Promise<number> {
    const { faults } = await this.ask<{ faults: { id: number; struck: number }[] }>('GET', 'faults');
    return faults.find((fault) => fault.id === id)?.struck ?? 0;
  }

  async advanceClock(ms: number): Promise<void> {
    await this.ask('POST', 'clock', { advanceMs: ms });
  }

  /** The number of the last call that was seen. */
  async lastCall(): Promise<number> {
    return (await this.ask<{ last: number }>('GET', 'ledger?limit=1')).last;
  }

  /** Hashes of the tokens that calls of an operation came with, since the call of that number. */
  async tokensSince(last: number, operation: string): Promise<ReadonlySet<string>> {
    const { entries } = await this.ask<{ entries: { operation?: string; tokenHash?: string }[] }>(
      'GET',
      `ledger?limit=10000&after=${last}`,
    );
    return new Set(
      entries.flatMap((entry) => (entry.operation === operation && entry.tokenHash ? [entry.tokenHash] : [])),
    );
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.url}/_sandbox/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: the sandbox answered ${answer.status}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }
}

import { expect } from '@jest/globals';
import { until } from './deadline.js';
import { type Fleet, type FleetOptions, type Reply, startFleet } from './fleet.js';
import { SandboxControl } from './sandbox-control.js';
import { WaitTable } from './wait-table.js';

/** The operation behind the calls: one that takes an app token only. */
const operation = 'getSpaceV2';
const callers = 100;

export interface RowOptions {
  /** Which instances are asked; all. */
  readonly among?: readonly number[];
  readonly note?: string;
  /** What is asked for, in turn; individual spaces. */
  readonly kinds?: readonly string[];
  /** Mints that must be; else they are only counted. */
  readonly mints?: number;
  /** Milliseconds that the longest wait may take; what is broken waits for half a minute, or fails. */
  readonly longest?: number;
}

export interface RowResult {
  readonly mints: number;
  /** Milliseconds. */
  readonly shortest: number;
  readonly longest: number;
}

/** Eight gateways that need one app token, and what they do about it. */
export class MintScenario {
  readonly everyone: readonly number[];
  readonly table = new WaitTable('mints');
  readonly sandbox: SandboxControl;
  #calls = 0;

  private constructor(readonly fleet: Fleet) {
    this.everyone = fleet.gateways.map((_, instance) => instance);
    this.sandbox = new SandboxControl(fleet.sandbox.url);
  }

  static async start(options: Partial<FleetOptions> = {}): Promise<MintScenario> {
    return new MintScenario(await startFleet({ instances: 8, ...options }));
  }

  async close(): Promise<void> {
    this.table.print();
    await this.fleet.close();
  }

  /**
   * One caller, at an address that nobody has asked for: no kept answer and no shared flight hides a call.
   * @param kind individual spaces are read with the app token, those of groups with the app's signature
   */
  ask(instance: number, kind = 'individual'): Promise<Reply> {
    return this.fleet.get(instance, `/v1/spaces?kind=${kind}&q=${++this.#calls}`);
  }

  /** One row: 100 callers of each instance at once, none of whom may see an error. */
  async row(
    scenario: string,
    { among = this.everyone, note = '', kinds = ['individual'], mints, longest = 15_000 }: RowOptions = {},
  ): Promise<RowResult> {
    const before = await this.#minted();
    const asked = among.flatMap((instance) =>
      Array.from({ length: callers }, (_, n) => this.ask(instance, kinds[n % kinds.length])),
    );
    const replies = await Promise.all(asked);
    const made = (await this.#minted()) - before;
    const waits = replies.map(({ ms }) => ms);
    const refused = replies.filter(({ status }) => status !== 200);
    this.table.add({ scenario, waits, errors: refused.length, made, note });
    expect(refused.map(({ status, body }) => `${status} ${String(body.code)}`)).toEqual([]);
    if (mints !== undefined) expect(made).toBe(mints);
    expect(Math.max(...waits)).toBeLessThan(longest);
    return { mints: made, shortest: Math.min(...waits), longest: Math.max(...waits) };
  }

  /** The next mints take so long, or so many of them. @returns the fault's id, which tells how many were begun */
  mintsTake(delayMs: number, times?: number): Promise<number> {
    return this.sandbox.addFault({ match: { part: 'token' }, effect: { delayMs }, ...(times && { times }) });
  }

  /** The next call with an app token finds it revoked; so do all that come with the same one later. */
  revoke(): Promise<number> {
    return this.sandbox.addFault({ match: { operation }, effect: { tokenExpired: true }, times: 1 });
  }

  /** Waits until so many mints were begun, or calls struck, by a fault. */
  async struck(fault: number, times = 1): Promise<void> {
    await until(`${times} calls that the fault struck`, async () => (await this.sandbox.struck(fault)) >= times);
  }

  /** Milliseconds until all instances call with the same token. */
  async oneTokenForAll(): Promise<number> {
    const start = performance.now();
    const same = async (): Promise<boolean> => {
      const last = await this.sandbox.lastCall();
      const replies = await Promise.all(this.everyone.map((instance) => this.ask(instance)));
      expect(replies.filter(({ status }) => status !== 200)).toEqual([]);
      return (await this.sandbox.tokensSince(last, operation)).size === 1;
    };
    await until('one token for all', same, { within: 5_000, every: 100 });
    return performance.now() - start;
  }

  async #minted(): Promise<number> {
    return (await this.fleet.counters()).appTokensMinted;
  }
}

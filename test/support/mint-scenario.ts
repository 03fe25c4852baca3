import { expect } from '@jest/globals';
import { waitUntil } from './wait-until.js';
import { type Fleet, type FleetOptions, type TimedResponse, startFleet } from './fleet.js';
import type { SandboxControl } from './sandbox-control.js';
import { LatencyTable } from './latency-table.js';

/** The upstream operation of the calls. It accepts an app token only. */
const appTokenOperation = 'getSpaceV2';
const callersPerInstance = 100;
/** The longest allowed wait of a caller beyond the duration of the mint itself. */
export const maxOverheadMs = 12_000;
const defaultMaxWaitMs = 15_000;

export interface MintMeasurementOptions {
  /** The instances that are called; by default all. */
  readonly instances?: readonly number[];
  readonly note?: string;
  /** The kinds of spaces that are read, in turn; by default individual spaces. */
  readonly spaceKinds?: readonly string[];
  /** The expected number of mints; if left out, they are only counted. */
  readonly expectedMintCount?: number;
  /** The longest allowed wait. A broken implementation waits for half a minute, or fails. */
  readonly maxWaitMs?: number;
}

export interface MintMeasurement {
  readonly mintCount: number;
  readonly minWaitMs: number;
  readonly maxWaitMs: number;
}

/** Eight gateways that need one app token. Measures how many tokens they mint and how long callers wait. */
export class MintScenario {
  readonly allInstances: readonly number[];
  readonly table = new LatencyTable('mints');
  readonly sandbox: SandboxControl;
  private requestCount = 0;

  private constructor(readonly fleet: Fleet) {
    this.allInstances = fleet.gateways.map((_, instance) => instance);
    this.sandbox = fleet.sandbox.control;
  }

  static async start(options: Partial<FleetOptions> = {}): Promise<MintScenario> {
    return new MintScenario(await startFleet({ instances: 8, ...options }));
  }

  async close(): Promise<void> {
    this.table.print();
    await this.fleet.close();
  }

  /**
   * One call, with a URL that was not called before: no cached response and no shared flight hides it.
   * @param kind individual spaces are read with the app token, group spaces with the app's signature
   */
  sendRequest(instance: number, kind = 'individual'): Promise<TimedResponse> {
    return this.fleet.get(instance, `/v1/spaces?kind=${kind}&q=${++this.requestCount}`);
  }

  /** Adds a row: 100 concurrent callers of each instance. No caller may get an error. */
  async measure(
    scenario: string,
    {
      instances = this.allInstances,
      note = '',
      spaceKinds = ['individual'],
      expectedMintCount,
      maxWaitMs = defaultMaxWaitMs,
    }: MintMeasurementOptions = {},
  ): Promise<MintMeasurement> {
    const before = await this.countMints();
    const requests = instances.flatMap((instance) =>
      Array.from({ length: callersPerInstance }, (_, n) =>
        this.sendRequest(instance, spaceKinds[n % spaceKinds.length]),
      ),
    );
    const responses = await Promise.all(requests);
    const createdTokenCount = (await this.countMints()) - before;
    const latenciesMs = responses.map(({ durationMs }) => durationMs);
    const errors = responses.filter(({ status }) => status !== 200);
    this.table.add({ scenario, latenciesMs, errorCount: errors.length, createdTokenCount, note });
    expect(errors.map(({ status, body }) => `${status} ${String(body.code)}`)).toEqual([]);
    if (expectedMintCount !== undefined) expect(createdTokenCount).toBe(expectedMintCount);
    expect(Math.max(...latenciesMs)).toBeLessThan(maxWaitMs);
    return { mintCount: createdTokenCount, minWaitMs: Math.min(...latenciesMs), maxWaitMs: Math.max(...latenciesMs) };
  }

  /**
   * Delays the next mints.
   * @param times how many mints; by default all
   * @returns the id of the fault, which counts the started mints
   */
  delayMints(delayMs: number, times?: number): Promise<number> {
    return this.sandbox.addFault({ match: { part: 'token' }, effect: { delayMs }, times });
  }

  /** Revokes the app token of the next call: that call and all later calls with the same token are rejected. */
  revokeToken(): Promise<number> {
    return this.sandbox.addFault({ match: { operation: appTokenOperation }, effect: { tokenExpired: true }, times: 1 });
  }

  /** Waits until a fault has affected `times` mints or calls. */
  async waitForFaultHits(fault: number, times = 1): Promise<void> {
    await waitUntil(
      `${times} calls that the fault affected`,
      async () => (await this.sandbox.getFaultHits(fault)) >= times,
    );
  }

  /** @returns the milliseconds until all instances use the same token */
  async waitForSharedToken(): Promise<number> {
    const start = performance.now();
    const usesOneToken = async (): Promise<boolean> => {
      const last = await this.sandbox.getLastCallNumber();
      const responses = await Promise.all(this.allInstances.map((instance) => this.sendRequest(instance)));
      expect(responses.filter(({ status }) => status !== 200)).toEqual([]);
      return (await this.sandbox.getTokenHashesSince(last, appTokenOperation)).size === 1;
    };
    await waitUntil('one token for all instances', usesOneToken, { timeoutMs: 5_000, intervalMs: 100 });
    return performance.now() - start;
  }

  private async countMints(): Promise<number> {
    return (await this.fleet.counters()).appTokensMinted;
  }
}

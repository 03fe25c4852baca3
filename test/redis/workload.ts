import { setTimeout as sleep } from 'node:timers/promises';
import type { DriveFile, ListResponse } from '../support/gateway-api.js';
import { SeededRandom } from '../support/requests/seeded-random.js';
import { BrowserSessions } from './browser-sessions.js';
import { Calls } from './calls.js';
import { KeyedWrites } from './keyed-writes.js';
import type { RedisSystem } from './system.js';
import { VersionedFolders } from './versioned-folders.js';

/** A step starts so often, whether or not the ones before have ended. */
const stepIntervalMs = 90;
/**
 * What each step does, in turn; with the calls of each about 25 calls a second. A failover loses the writes of one second at
 * most: without the promises, each kind of them is then lost more than once.
 */
const steps = [
  'read',
  'write',
  'keyed',
  'session',
  'read',
  'keyed',
  'writes',
  'recheck',
  'read',
  'keyed',
  'write',
  'session',
  'read',
  'keyed',
] as const;

export interface LedgerResult {
  readonly doubled: number;
  readonly missing: number;
  readonly revived: number;
  /** The codes that keys get for ever, though everything works again. */
  readonly stuck: readonly string[];
  readonly staleReads: VersionedFolders['staleReads'];
  /** The doubled and missing writes with their responses. */
  readonly violations: readonly string[];
}

/** Callers of both gateways, and what they were told, which is compared with KooDrive at the end. */
export class Workload {
  private readonly running = new Set<Promise<void>>();
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();

  private constructor(
    readonly calls: Calls,
    private readonly folders: VersionedFolders,
    private readonly keyedWrites: KeyedWrites,
    private readonly sessions: BrowserSessions,
    private readonly random: SeededRandom,
  ) {}

  static async create(system: RedisSystem, seed: number): Promise<Workload> {
    const calls = new Calls(system);
    const spaces = await calls.send('read', 0, 'GET', '/v1/spaces?limit=1');
    const spacePath = `/v1/spaces/${(spaces.body as ListResponse<DriveFile>).items[0]?.id ?? ''}`;
    const folders = await VersionedFolders.create(calls, spacePath);
    const keyedWrites = await KeyedWrites.create(calls, spacePath);
    const sessions = await BrowserSessions.create(calls, system);
    return new Workload(calls, folders, keyedWrites, sessions, new SeededRandom(seed));
  }

  start(): void {
    this.loop = this.run();
  }

  /** Ends the calls, repeats what was promised to last, and compares. */
  async finish(): Promise<LedgerResult> {
    this.stopped = true;
    await this.loop;
    await Promise.all(this.running);
    const stuck = await this.keyedWrites.repeatAll();
    await this.sessions.recheckAll();
    for (const instance of [0, 1]) await this.folders.read(instance, 'list');
    const { doubled, missing, violations } = await this.keyedWrites.check();
    return {
      doubled,
      missing: missing + (await this.folders.countMissing()),
      revived: this.sessions.revivedCount,
      stuck,
      staleReads: this.folders.staleReads,
      violations,
    };
  }

  private async run(): Promise<void> {
    for (let index = 0; !this.stopped; index += 1) {
      const step = this.runStep(steps[index % steps.length] ?? 'read', index);
      this.running.add(step);
      void step.finally(() => this.running.delete(step));
      await sleep(stepIntervalMs);
    }
  }

  private runStep(step: (typeof steps)[number], index: number): Promise<void> {
    const instance = this.random.chance(0.5) ? 1 : 0;
    const folder = Math.floor(this.random.nextFloat() * 1_000);
    switch (step) {
      case 'read':
        return this.folders.read(instance, this.random.chance(0.5) ? 'list' : folder);
      case 'write':
        return this.folders.writeAndRead(instance, folder, 1);
      case 'writes':
        return this.folders.writeAndRead(instance, folder, 2);
      case 'keyed':
        return this.keyedWrites.write(instance, index % 4 === 0);
      case 'recheck':
        return this.sessions.recheck(instance, folder);
      case 'session':
        return this.sessions.run(instance);
    }
  }
}

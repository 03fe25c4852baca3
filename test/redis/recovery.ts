import { setTimeout as sleep } from 'node:timers/promises';
import { fetchResult } from './calls.js';
import type { RedisSystem } from './system.js';

const pollIntervalMs = 150;

/** Watches what operators see: /ready, and whether each gateway serves from its cache. */
export class RecoveryMonitor {
  /** Changes of /ready at both gateways together. */
  flapCount = 0;
  /** On the clock of performance.now(). */
  lastTroubleAtMs = -Infinity;
  lastTrouble = '';
  private stopped = false;
  private readonly loops: readonly Promise<void>[];

  constructor(private readonly system: RedisSystem) {
    this.loops = system.gateways.map(({ url }, index) => this.watch(url, `gateway ${index}`));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.loops);
  }

  private async watch(url: string, name: string): Promise<void> {
    let wasReady = true;
    while (!this.stopped) {
      const trouble = await findReadinessTrouble(url);
      const isReady = trouble === undefined;
      if (isReady !== wasReady) this.flapCount += 1;
      wasReady = isReady;
      const lastTrouble =
        trouble ?? ((await this.servesFromCache(url)) ? undefined : 'nothing is served from the cache');
      if (lastTrouble !== undefined) {
        this.lastTroubleAtMs = performance.now();
        this.lastTrouble = `${name}: ${lastTrouble}`;
      }
      await sleep(pollIntervalMs);
    }
  }

  /** A response that no call changes: the second read of it must be a hit. */
  private async servesFromCache(url: string): Promise<boolean> {
    const headers = { authorization: `Bearer ${this.system.key}` };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const result = await fetchResult(`${url}/v1/me`, { headers });
      if (/; hit/.test(result.headers.get('cache-status') ?? '')) return true;
    }
    return false;
  }
}

interface Readiness {
  readonly status?: string;
  readonly dependencies?: readonly { readonly name: string; readonly state: string; readonly reason?: string }[];
}

async function findReadinessTrouble(url: string): Promise<string | undefined> {
  const { status, body } = await fetchResult(`${url}/ready`, {});
  const { status: state, dependencies = [] } = (body ?? {}) as Readiness;
  if (state === 'ok') return undefined;
  const down = dependencies.filter((dependency) => dependency.state === 'down');
  return `/ready ${status} ${state ?? ''} ${down.map(({ name, reason }) => `${name}: ${reason ?? ''}`).join(', ')}`.trim();
}

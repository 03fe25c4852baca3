import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SerializedResponse, createSerializedResponse } from './serialized-response.js';
import type { ResponseCache } from './response-cache.js';
import { closeAfterEach, createCacheInstance, startTestRedis } from '../../../test/support/cache-instances.js';
import { buildCacheKey } from '../../../test/support/counting-upstream.js';

closeAfterEach();

const instanceCount = 3;
const thingCount = 3;

interface Step {
  readonly instance: number;
  readonly thing: number;
  readonly action: 'read' | 'write' | 'bypass';
  /** Turns of the event loop that each step of the upstream takes. */
  readonly ticks: number;
}

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  instance: fc.nat({ max: instanceCount - 1 }),
  thing: fc.nat({ max: thingCount - 1 }),
  action: fc.constantFrom('read', 'read', 'read', 'read', 'write', 'bypass'),
  ticks: fc.nat({ max: 6 }),
});

async function waitTicks(ticks: number): Promise<void> {
  for (let i = 0; i < ticks; i++) await new Promise(setImmediate);
}

/** A resource of the upstream whose value only grows, and the lowest value that a read may return from now on. */
class Thing {
  value = 0;
  minValue = 0;
  readonly tags: readonly string[];

  constructor(private readonly number: number) {
    this.tags = [`thing:${number}`];
  }

  async write(cache: ResponseCache, ticks: number): Promise<void> {
    const written = ++this.value;
    await waitTicks(ticks);
    await cache.invalidate(this.tags);
    this.minValue = Math.max(this.minValue, written);
  }

  async read(cache: ResponseCache, ticks: number, bypass: boolean): Promise<void> {
    const { minValue } = this;
    const load = async (): Promise<SerializedResponse> => {
      await waitTicks(ticks);
      const body = String(this.value);
      await waitTicks(ticks);
      return createSerializedResponse({ status: 200, body, contentType: 'text/plain' });
    };
    const policy = { maxAgeSeconds: 60, staleWhileRevalidateSeconds: 60, tags: this.tags };
    const { response } = await cache.read(buildCacheKey(`/v1/things/${this.number}`), policy, load, { bypass });
    expect(Number(response.body.toString())).toBeGreaterThanOrEqual(minValue);
  }
}

describe('read your writes with several instances', () => {
  it('holds for random interleavings of reads, writes and delays', async () => {
    const server = await startTestRedis();
    const caches = await Promise.all(Array.from({ length: instanceCount }, () => createCacheInstance(server)));
    const things = Array.from({ length: thingCount }, (_, number) => new Thing(number));
    const run = async (steps: readonly Step[]): Promise<void> => {
      for (const { instance, thing, action, ticks } of steps) {
        const [cache, target] = [caches[instance], things[thing]];
        if (!cache || !target) throw new RangeError('no such instance or thing');
        await (action === 'write' ? target.write(cache, ticks) : target.read(cache, ticks, action === 'bypass'));
      }
    };
    const workers = fc.array(fc.array(stepArbitrary, { minLength: 5, maxLength: 30 }), { minLength: 2, maxLength: 8 });
    const property = fc.asyncProperty(workers, async (stepLists) => {
      await Promise.all(stepLists.map(run));
    });
    await fc.assert(property, { seed: 20_300_101, numRuns: 80, endOnFailure: true });
  }, 60_000);
});

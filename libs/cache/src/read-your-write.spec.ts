import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, makeAnswer } from './answer.js';
import type { AnswerCache } from './answer-cache.js';
import { closeAfterEach, openInstance, openRedis } from '../../../test/support/cache-instances.js';
import { keyOf } from '../../../test/support/one-text.js';

closeAfterEach();

const INSTANCES = 3;
const THINGS = 3;

interface Step {
  readonly instance: number;
  readonly thing: number;
  readonly act: 'read' | 'write' | 'bypass';
  /** Turns of the event loop that the upstream takes. */
  readonly hops: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  instance: fc.nat({ max: INSTANCES - 1 }),
  thing: fc.nat({ max: THINGS - 1 }),
  act: fc.constantFrom('read', 'read', 'read', 'read', 'write', 'bypass'),
  hops: fc.nat({ max: 6 }),
});

async function hop(times: number): Promise<void> {
  for (let i = 0; i < times; i++) await new Promise(setImmediate);
}

/** A thing upstream whose value only grows, and the value that every read from now on must at least give. */
class Thing {
  value = 0;
  atLeast = 0;
  readonly tags: readonly string[];

  constructor(private readonly number: number) {
    this.tags = [`thing:${number}`];
  }

  async write(cache: AnswerCache, hops: number): Promise<void> {
    const written = ++this.value;
    await hop(hops);
    await cache.purge(this.tags);
    this.atLeast = Math.max(this.atLeast, written);
  }

  async read(cache: AnswerCache, hops: number, bypass: boolean): Promise<void> {
    const { atLeast } = this;
    const produce = async (): Promise<Answer> => {
      await hop(hops);
      const body = String(this.value);
      await hop(hops);
      return makeAnswer({ status: 200, body, contentType: 'text/plain' });
    };
    const policy = { fresh: 60, stale: 60, tags: this.tags };
    const { answer } = await cache.read(keyOf(`/v1/things/${this.number}`), policy, produce, { bypass });
    expect(Number(answer.body.toString())).toBeGreaterThanOrEqual(atLeast);
  }
}

describe('read your write, from any instance', () => {
  it('holds however reads, writes and their delays fall together', async () => {
    const server = await openRedis();
    const caches = await Promise.all(Array.from({ length: INSTANCES }, () => openInstance(server)));
    const things = Array.from({ length: THINGS }, (_, number) => new Thing(number));
    const run = async (steps: readonly Step[]): Promise<void> => {
      for (const { instance, thing, act, hops } of steps) {
        const [cache, target] = [caches[instance], things[thing]];
        if (!cache || !target) throw new RangeError('no such instance or thing');
        await (act === 'write' ? target.write(cache, hops) : target.read(cache, hops, act === 'bypass'));
      }
    };
    const workers = fc.array(fc.array(step, { minLength: 5, maxLength: 30 }), { minLength: 2, maxLength: 8 });
    const property = fc.asyncProperty(workers, async (all) => {
      await Promise.all(all.map(run));
    });
    await fc.assert(property, { seed: 20_300_101, numRuns: 80, endOnFailure: true });
  }, 60_000);
});

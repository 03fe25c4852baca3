import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '#store';
import { until } from '../../../test/support/deadline.js';
import type { RedisServer } from '../../../test/support/redis.js';
import type { AnswerCache } from './answer-cache.js';
import type { CachePolicy } from './policy.js';
import { closeAfterEach, openInstance, openRedis, raw, timed } from '../../../test/support/cache-instances.js';
import { keyOf, OneText } from '../../../test/support/one-text.js';

const policy: CachePolicy = { fresh: 60, tags: ['thing:1'] };
const COMMAND_TIMEOUT = 250;
const key = keyOf('/v1/things/1');
let server: RedisServer;
let upstream: OneText;

closeAfterEach();
beforeEach(async () => {
  server = await openRedis();
  upstream = new OneText();
});

async function read(cache: AnswerCache, how = policy, bypass = false): Promise<string> {
  return (await cache.read(key, how, upstream.produce, { bypass })).answer.body.toString();
}

/** The answer is in the store: another instance finds it there. */
async function stored(cache: AnswerCache): Promise<void> {
  await until('the answer in the store', async () => {
    const served = await cache.read(key, policy, () => Promise.reject(new Error('not there yet'))).catch(() => null);
    return served !== null;
  });
}

describe('with Redis away', () => {
  it.each(['killed', 'frozen'] as const)('(%s) reads go on, and cost one command timeout at most', async (how) => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    await read(a);
    await stored(b);
    if (how === 'killed') await server.kill();
    else server.freeze();
    const times: number[] = [];
    const end = performance.now() + 1_500;
    await until(
      'a while of reading',
      async () => {
        times.push(await timed(() => Promise.all([a, b].map((cache) => read(cache)))));
        return performance.now() > end;
      },
      { every: 5 },
    );
    expect(Math.max(...times)).toBeLessThan(2 * COMMAND_TIMEOUT);
    expect(times.filter((time) => time > COMMAND_TIMEOUT / 2).length).toBeLessThanOrEqual(1);
    expect(a.stats().believed || b.stats().believed).toBe(false);
  });

  it.each(['killed', 'frozen'] as const)(
    '(%s) a purge is quick, and nobody answers older after it',
    async (how) => {
      const [a, b] = [await openInstance(server), await openInstance(server)];
      await read(a);
      await stored(b);
      if (how === 'killed') await server.kill();
      else server.freeze();
      for (let round = 0; round < 8; round++) {
        upstream.text = `round ${round}`;
        expect(await timed(() => a.purge(['thing:1']))).toBeLessThan(2 * COMMAND_TIMEOUT);
        expect([await read(b), await read(a)]).toEqual([`round ${round}`, `round ${round}`]);
      }
      if (how === 'killed') await openRedis(server.port);
      else server.thaw();
      await until(
        'both to be back',
        async () => {
          expect([await read(b), await read(a)]).toEqual(['round 7', 'round 7']);
          return a.stats().believed && b.stats().believed;
        },
        { within: 8_000 },
      );
      expect([await read(b), await read(a)]).toEqual(['round 7', 'round 7']);
    },
    20_000,
  );

  it('callers who come together still share one call, and no call that had set out before them', async () => {
    const a = await openInstance(server);
    await server.kill();
    await until('it to notice', () => !a.stats().believed);
    upstream.calls = 0;
    const open = upstream.hold();
    const early = Promise.all(Array.from({ length: 50 }, () => read(a)));
    await until('the call', () => upstream.calls === 1);
    upstream.text = 'second';
    const late = Promise.all(Array.from({ length: 50 }, () => read(a)));
    await until('the other call', () => upstream.calls === 2);
    open();
    expect(new Set(await early)).toEqual(new Set(['first']));
    expect(new Set(await late)).toEqual(new Set(['second']));
    expect(upstream.calls).toBe(2);
  });

  it('what Redis brings back from an older snapshot is not believed', async () => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    await read(a);
    await stored(b);
    const snapshot = await raw(server, async (redis) => {
      const names = await redis.keys('cache:[ev]*');
      return Promise.all(names.map(async (name) => [name, await redis.dumpBuffer(name)] as const));
    });
    upstream.text = 'second';
    await a.purge(['thing:1']);
    await server.kill();
    await openRedis(server.port);
    await raw(server, (redis) =>
      Promise.all(snapshot.map(([name, bytes]) => redis.restore(name, 60_000, bytes ?? ''))),
    );
    await until(
      'both to be back',
      async () => {
        expect([await read(b), await read(a)]).toEqual(['second', 'second']);
        return a.stats().believed && b.stats().believed;
      },
      { within: 8_000 },
    );
    expect([await read(b), await read(a)]).toEqual(['second', 'second']);
  }, 20_000);

  it('an instance that is back believes nothing for a while, since another may not be back yet', async () => {
    let cutOff = false;
    const a = await openInstance(server, {}, (store) => ({
      delete: (...given) => (cutOff ? Promise.reject(new StoreUnavailableError('cut off')) : store.delete(...given)),
      publish: (...given) => (cutOff ? Promise.reject(new StoreUnavailableError('cut off')) : store.publish(...given)),
    }));
    const b = await openInstance(server);
    await server.kill();
    await until('both to notice', () => !a.stats().believed && !b.stats().believed);
    cutOff = true;
    await openRedis(server.port);
    const end = performance.now() + 1_200;
    for (let round = 0; performance.now() < end; round++) {
      await read(b);
      upstream.text = `round ${round}`;
      await a.purge(['thing:1']);
      expect(await read(b)).toBe(upstream.text);
    }
  });
});

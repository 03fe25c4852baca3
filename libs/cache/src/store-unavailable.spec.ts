import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '#store';
import { waitUntil } from '../../../test/support/wait-until.js';
import type { RedisServer } from '../../../test/support/redis.js';
import type { ResponseCache } from './response-cache.js';
import type { CachePolicy } from './cache-policy.js';
import {
  closeAfterEach,
  createCacheInstance,
  startTestRedis,
  withRedisClient,
  measureDurationMs,
} from '../../../test/support/cache-instances.js';
import { buildCacheKey, CountingUpstream } from '../../../test/support/counting-upstream.js';

const policy: CachePolicy = { maxAgeSeconds: 60, tags: ['thing:1'] };
const commandTimeoutMs = 250;
const key = buildCacheKey('/v1/things/1');
let server: RedisServer;
let upstream: CountingUpstream;

closeAfterEach();
beforeEach(async () => {
  server = await startTestRedis();
  upstream = new CountingUpstream();
});

async function read(cache: ResponseCache, readPolicy = policy, bypass = false): Promise<string> {
  return (await cache.read(key, readPolicy, upstream.loadResponse, { bypass })).response.body.toString();
}

/** Waits until the response is in the store, where another instance finds it. */
async function waitUntilStored(cache: ResponseCache): Promise<void> {
  await waitUntil('the response in the store', async () => {
    const served = await cache
      .read(key, policy, () => Promise.reject(new Error('not stored yet')))
      .catch(() => undefined);
    return served !== undefined;
  });
}

describe('ResponseCache while Redis is unavailable', () => {
  it.each(['killed', 'frozen'] as const)(
    '(%s) serves reads, with a delay of at most one command timeout',
    async (fault) => {
      const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
      await read(a);
      await waitUntilStored(b);
      if (fault === 'killed') await server.kill();
      else server.freeze();
      const durationsMs: number[] = [];
      const end = performance.now() + 1_500;
      await waitUntil(
        'the reads of one and a half seconds',
        async () => {
          durationsMs.push(await measureDurationMs(() => Promise.all([a, b].map((cache) => read(cache)))));
          return performance.now() > end;
        },
        { intervalMs: 5 },
      );
      expect(Math.max(...durationsMs)).toBeLessThan(2 * commandTimeoutMs);
      expect(durationsMs.filter((durationMs) => durationMs > commandTimeoutMs / 2).length).toBeLessThanOrEqual(1);
      expect(a.stats().trusted || b.stats().trusted).toBe(false);
    },
  );

  it.each(['killed', 'frozen'] as const)(
    '(%s) invalidates quickly, and no instance serves an older response afterwards',
    async (fault) => {
      const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
      await read(a);
      await waitUntilStored(b);
      if (fault === 'killed') await server.kill();
      else server.freeze();
      for (let round = 0; round < 8; round++) {
        upstream.text = `round ${round}`;
        expect(await measureDurationMs(() => a.invalidate(['thing:1']))).toBeLessThan(2 * commandTimeoutMs);
        expect([await read(b), await read(a)]).toEqual([`round ${round}`, `round ${round}`]);
      }
      if (fault === 'killed') await startTestRedis(server.port);
      else server.thaw();
      await waitUntil(
        'both instances to trust their memory again',
        async () => {
          expect([await read(b), await read(a)]).toEqual(['round 7', 'round 7']);
          return a.stats().trusted && b.stats().trusted;
        },
        { timeoutMs: 8_000 },
      );
      expect([await read(b), await read(a)]).toEqual(['round 7', 'round 7']);
    },
    20_000,
  );

  it('lets concurrent callers share one request, but not a request that started before them', async () => {
    const a = await createCacheInstance(server);
    await server.kill();
    await waitUntil('the instance to detect the outage', () => !a.stats().trusted);
    upstream.callCount = 0;
    const release = upstream.holdResponses();
    const early = Promise.all(Array.from({ length: 50 }, () => read(a)));
    await waitUntil('the request', () => upstream.callCount === 1);
    upstream.text = 'second';
    const late = Promise.all(Array.from({ length: 50 }, () => read(a)));
    await waitUntil('the second request', () => upstream.callCount === 2);
    release();
    expect(new Set(await early)).toEqual(new Set(['first']));
    expect(new Set(await late)).toEqual(new Set(['second']));
    expect(upstream.callCount).toBe(2);
  });

  it('does not trust responses that Redis restores from an older snapshot', async () => {
    const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
    await read(a);
    await waitUntilStored(b);
    const snapshot = await withRedisClient(server, async (redis) => {
      const names = await redis.keys('cache:[ev]*');
      return Promise.all(names.map(async (name) => [name, await redis.dumpBuffer(name)] as const));
    });
    upstream.text = 'second';
    await a.invalidate(['thing:1']);
    await server.kill();
    await startTestRedis(server.port);
    await withRedisClient(server, (redis) =>
      Promise.all(snapshot.map(([name, bytes]) => redis.restore(name, 60_000, bytes ?? ''))),
    );
    await waitUntil(
      'both instances to trust their memory again',
      async () => {
        expect([await read(b), await read(a)]).toEqual(['second', 'second']);
        return a.stats().trusted && b.stats().trusted;
      },
      { timeoutMs: 8_000 },
    );
    expect([await read(b), await read(a)]).toEqual(['second', 'second']);
  }, 20_000);

  it('trusts no cached response for a while after the recovery, since another instance may still be disconnected', async () => {
    let disconnected = false;
    const a = await createCacheInstance(server, {}, (store) => ({
      delete: (...parameters) =>
        disconnected ? Promise.reject(new StoreUnavailableError('disconnected')) : store.delete(...parameters),
      publish: (...parameters) =>
        disconnected ? Promise.reject(new StoreUnavailableError('disconnected')) : store.publish(...parameters),
    }));
    const b = await createCacheInstance(server);
    await server.kill();
    await waitUntil('both instances to detect the outage', () => !a.stats().trusted && !b.stats().trusted);
    disconnected = true;
    await startTestRedis(server.port);
    const end = performance.now() + 1_200;
    for (let round = 0; performance.now() < end; round++) {
      await read(b);
      upstream.text = `round ${round}`;
      await a.invalidate(['thing:1']);
      expect(await read(b)).toBe(upstream.text);
    }
  });
});

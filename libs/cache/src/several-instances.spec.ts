import { beforeEach, describe, expect, it } from '@jest/globals';
import { UpstreamUnavailableError } from '#koodrive';
import { ManualClock } from '#store';
import { waitUntil } from '../../../test/support/wait-until.js';
import type { RedisServer } from '../../../test/support/redis.js';
import type { ResponseCache } from './response-cache.js';
import type { CachePolicy } from './cache-policy.js';
import {
  waitUntilTrusted,
  closeAfterEach,
  createCacheInstance,
  startTestRedis,
  withRedisClient,
  measureDurationMs,
} from '../../../test/support/cache-instances.js';
import { buildCacheKey, CountingUpstream } from '../../../test/support/counting-upstream.js';

const policy: CachePolicy = { maxAgeSeconds: 60, tags: ['thing:1'] };
const stalePolicy: CachePolicy = {
  maxAgeSeconds: 10,
  staleWhileRevalidateSeconds: 20,
  staleIfErrorSeconds: 600,
  tags: ['thing:1'],
};
const secondMs = 1_000;
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

describe('several cache instances', () => {
  it('share the response that one of them loaded, and its age', async () => {
    const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
    await read(a);
    await waitUntilStored(b);
    expect(upstream.callCount).toBe(1);
    expect(b.peek(key)?.cacheStatus).toMatch(/; hit; ttl=(59|60)$/);
    expect(b.peek(key)?.response).toEqual(a.peek(key)?.response);
  });

  it('receive an invalidation before it resolves', async () => {
    const all = [
      await createCacheInstance(server),
      await createCacheInstance(server),
      await createCacheInstance(server),
    ];
    for (let round = 0; round < 30; round++) {
      await Promise.all(all.map((cache) => read(cache)));
      upstream.text = `round ${round}`;
      await all[round % 3]?.invalidate(['thing:1']);
      for (const cache of all) expect(cache.peek(key)).toBeUndefined();
      expect(await Promise.all(all.map((cache) => read(cache)))).toEqual(all.map(() => `round ${round}`));
    }
  });

  it('cache no response that was loading while another instance invalidated it', async () => {
    const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
    const release = upstream.holdResponses();
    const early = read(a);
    await waitUntil('the request', () => upstream.callCount === 1);
    upstream.text = 'second';
    await b.invalidate(['thing:1']);
    const late = read(a);
    release();
    expect(await early).toBe('first');
    expect(await late).toBe('second');
    expect(await read(b)).toBe('second');
    expect(await read(a)).toBe('second');
  });

  it('do not replace a response with one that was requested earlier', async () => {
    const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
    const release = upstream.holdResponses();
    const early = read(a);
    await waitUntil('the request', () => upstream.callCount === 1);
    const newer = new CountingUpstream();
    newer.text = 'second';
    await a.read(key, policy, newer.loadResponse, { bypass: true });
    await waitUntilStored(b);
    release();
    expect(await early).toBe('first');
    const fresh = await createCacheInstance(server);
    expect(await read(fresh)).toBe('second');
  });

  it('refresh a stale response only once', async () => {
    const clock = new ManualClock(Date.now());
    const all = await Promise.all(Array.from({ length: 8 }, () => createCacheInstance(server, { clock })));
    await waitUntil('all instances to have the response', async () => {
      await Promise.all(all.map((cache) => read(cache, stalePolicy)));
      return all.every((cache) => cache.peek(key));
    });
    const callsBefore = upstream.callCount;
    clock.advance(11 * secondMs);
    upstream.text = 'second';
    const release = upstream.holdResponses();
    for (let round = 0; round < 5; round++) {
      const texts = await Promise.all(all.map((cache) => read(cache, stalePolicy)));
      expect(new Set(texts)).toEqual(new Set(['first']));
    }
    release();
    await waitUntil('all instances to have the new response', async () => {
      return (await Promise.all(all.map((cache) => read(cache, stalePolicy)))).every((text) => text === 'second');
    });
    expect(upstream.callCount).toBe(callsBefore + 1);
  });

  it('serve a stale response during an outage of the upstream, but not an invalidated one', async () => {
    const clock = new ManualClock(Date.now());
    const [a, b] = [await createCacheInstance(server, { clock }), await createCacheInstance(server, { clock })];
    await read(a, stalePolicy);
    await waitUntil('the other instance to have the response', async () => (await read(b, stalePolicy)) && b.peek(key));
    clock.advance(300 * secondMs);
    upstream.failure = new UpstreamUnavailableError('op', { transient: true } as never, 503);
    expect(await read(b, stalePolicy)).toBe('first');
    await a.invalidate(['thing:1']);
    await expect(read(b, stalePolicy)).rejects.toBe(upstream.failure);
  });

  it('store encrypted responses if they have a cipher, and read them with the same cipher', async () => {
    upstream.text = 'canary text';
    const cipher = {
      encrypt: (name: string, bytes: Buffer) => Buffer.from(name + bytes.toString('base64')),
      decrypt: (name: string, encrypted: Buffer) => Buffer.from(encrypted.toString().slice(name.length), 'base64'),
    };
    const [a, b] = [await createCacheInstance(server, { cipher }), await createCacheInstance(server, { cipher })];
    await read(a);
    await waitUntilStored(b);
    expect(await read(b)).toBe('canary text');
    const storedValues = await withRedisClient(server, async (redis) =>
      (await redis.mgetBuffer(...(await redis.keys('*')))).map(String).join(),
    );
    expect(storedValues).not.toContain('canary');
    const keys = await withRedisClient(server, (redis) => redis.keys('*'));
    expect(keys.join()).not.toContain('mei');
  });
});

describe('a cache instance with a fault', () => {
  it('delays an invalidation by at most about half a second if it is dead', async () => {
    const a = await createCacheInstance(server);
    const deadInstance = { leaseId: 'dead', slotKey: 'cache:instance:40' };
    await withRedisClient(server, (redis) => redis.set(deadInstance.slotKey, deadInstance.leaseId, 'PX', 1_500));
    expect(await measureDurationMs(() => a.invalidate(['thing:1']))).toBeLessThan(1_200);
    expect(await withRedisClient(server, (redis) => redis.get(deadInstance.slotKey))).toBeNull();
    expect(await measureDurationMs(() => a.invalidate(['thing:1']))).toBeLessThan(300);
  });

  it('trusts no cached response after an invalidation if it renews its lease but receives no messages', async () => {
    const a = await createCacheInstance(server);
    let dropsMessages = false;
    const b = await createCacheInstance(server, {}, (store) => ({
      subscribe: (channel, onMessage, ...rest) =>
        store.subscribe(channel, (text) => void (dropsMessages || onMessage(text)), ...rest),
    }));
    for (let round = 0; round < 5; round++) {
      dropsMessages = false;
      await waitUntilTrusted(b);
      await read(a);
      await waitUntil('the other instance to have the response', async () => (await read(b)) && b.peek(key));
      dropsMessages = true;
      await a.invalidate(['thing:1']);
      expect(b.peek(key)).toBeUndefined();
    }
  });

  it('trusts no cached response after it lost its slot, until it has another one', async () => {
    const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
    await read(a);
    await waitUntilStored(b);
    await withRedisClient(server, async (redis) => redis.del(...(await redis.keys('cache:instance:*'))));
    await waitUntil('the instance to detect the loss', () => !b.stats().trusted || b.stats().entries === 0);
    await waitUntilTrusted(a, b);
    expect(b.peek(key)).toBeUndefined();
    expect(await read(b)).toBe('first');
    expect(upstream.callCount).toBe(1);
  });

  it('trusts no response that was cached before its connection for messages broke', async () => {
    const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
    await read(a);
    await waitUntilStored(b);
    await withRedisClient(server, (redis) => redis.client('KILL', 'TYPE', 'PUBSUB'));
    await waitUntil('both instances to detect the disconnection', () => !a.stats().trusted && !b.stats().trusted, {
      intervalMs: 1,
    });
    upstream.text = 'second';
    await b.invalidate(['thing:1']);
    expect(await read(a)).toBe('second');
    await waitUntilTrusted(a, b);
    expect(await read(a)).toBe('second');
  });

  it('does not delay invalidations after it was closed', async () => {
    const [a, b] = [await createCacheInstance(server), await createCacheInstance(server)];
    await b.close();
    expect(await measureDurationMs(() => a.invalidate(['thing:1']))).toBeLessThan(300);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  closeAfterEach,
  createCacheInstance,
  measureDurationMs,
  startTestRedis,
  startTestRelay,
  waitUntilTrusted,
  withRedisClient,
} from '../../../test/support/cache-instances.js';
import { buildCacheKey, CountingUpstream } from '../../../test/support/counting-upstream.js';
import type { RedisServer } from '../../../test/support/redis.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import type { CachePolicy } from './cache-policy.js';
import type { ResponseCache } from './response-cache.js';

const key = buildCacheKey('/v1/things/1');
const policy: CachePolicy = { maxAgeSeconds: 60, staleWhileRevalidateSeconds: 60, tags: ['thing:1'] };
let server: RedisServer;
let upstream: CountingUpstream;

closeAfterEach();
beforeEach(async () => {
  server = await startTestRedis();
  upstream = new CountingUpstream();
});

async function read(cache: ResponseCache): Promise<string> {
  return (await cache.read(key, policy, upstream.loadResponse)).response.body.toString();
}

async function readUntilInMemory(cache: ResponseCache): Promise<void> {
  await waitUntil('the response in memory', async () => (await read(cache)) && cache.peek(key));
}

const readSlots = (): Promise<string> =>
  withRedisClient(server, async (redis) => {
    const names = await redis.keys('cache:instance:*');
    return names.length === 0 ? '' : (await redis.mget(...names)).join();
  });

describe('an instance that receives no messages, but renews its lease', () => {
  it('serves no older response after a write that comes while another one waits for it', async () => {
    const relay = await startTestRelay(server);
    const [a, c] = [await createCacheInstance(server), await createCacheInstance(server)];
    const deaf = await createCacheInstance(relay);
    const writeTwice = async (): Promise<boolean> => {
      relay.clear();
      await waitUntilTrusted(deaf);
      await readUntilInMemory(deaf);
      relay.intercept({ command: 'MESSAGE', key: /cache:/, times: Infinity }, 'drop');
      const first = a.invalidate(['thing:2']);
      await waitUntil('the slot to be taken away', async () => (await readSlots()).includes('removed '), {
        intervalMs: 1,
      });
      const trustsItsMemory = deaf.peek(key) !== undefined;
      await Promise.all([a, c].map((cache) => cache.invalidate(['thing:1'])));
      expect(deaf.peek(key)).toBeUndefined();
      await first;
      return trustsItsMemory;
    };
    await waitUntil('a second write before the instance knows that it has lost its slot', writeTwice);
  }, 20_000);

  it('delays no write any more once it knows that it has lost its lease', async () => {
    const relay = await startTestRelay(server);
    const a = await createCacheInstance(server);
    await createCacheInstance(relay);
    relay.intercept({ command: 'MESSAGE', times: Infinity }, 'drop');
    expect(await measureDurationMs(() => a.invalidate(['thing:1']))).toBeGreaterThan(300);
    await waitUntil('the mark to expire', async () => !(await readSlots()).includes('removed '));
    expect(await measureDurationMs(() => a.invalidate(['thing:1']))).toBeLessThan(150);
  });
});

describe('while an instance is missing', () => {
  it('the others use no response that is older than 2 seconds', async () => {
    const relay = await startTestRelay(server);
    const cutOff = await createCacheInstance(relay);
    const missing: number[] = [];
    const b = await createCacheInstance(server, { onMissingInstances: (count) => missing.push(count) });
    await readUntilInMemory(b);
    relay.cut();
    upstream.text = 'second';
    await cutOff.invalidate(['thing:1']);
    const start = performance.now();
    await waitUntil('the new response', async () => (await read(b)) === 'second');
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(missing).toEqual([1]);

    const callsBefore = upstream.callCount;
    await Promise.all(Array.from({ length: 10 }, () => read(b)));
    expect(upstream.callCount).toBe(callsBefore);
    upstream.text = 'third';
    await waitUntil('the newest response', async () => (await read(b)) === 'third');

    const c = await createCacheInstance(server);
    upstream.text = 'fourth';
    await waitUntil(
      'an instance that has just started to see the newest response',
      async () => (await read(c)) === 'fourth',
    );
  }, 20_000);

  it('what it wrote meanwhile is invalidated before the others use older responses again', async () => {
    const relay = await startTestRelay(server);
    const cutOff = await createCacheInstance(relay);
    const missing: number[] = [];
    const b = await createCacheInstance(server, { onMissingInstances: (count) => missing.push(count) });
    await readUntilInMemory(b);
    relay.cut();
    await waitUntil('the instance to be missed', () => missing.length === 1);
    await read(b);
    upstream.text = 'second';
    await cutOff.invalidate(['thing:1']);
    relay.clear();
    await waitUntil('the instance to be back', () => missing.length === 2, { timeoutMs: 10_000 });
    expect(missing).toEqual([1, 0]);
    expect(await read(b)).toBe('second');
    await waitUntil('the record to be removed', () =>
      withRedisClient(server, async (redis) => (await redis.exists('cache:missing')) === 0),
    );
    await waitUntilTrusted(cutOff);
  }, 20_000);

  it('no instance is missed that was closed, with a lease or without one', async () => {
    const [deafRelay, relay] = [await startTestRelay(server), await startTestRelay(server)];
    const [a, withoutLease] = [await createCacheInstance(server), await createCacheInstance(deafRelay)];
    await createCacheInstance(relay);
    let missing = 0;
    let looks = 0;
    const b = await createCacheInstance(server, { onMissingInstances: (count) => (missing = count) }, (inner) => ({
      getMany: (keys) => ((looks += 1), inner.getMany(keys)),
    }));
    deafRelay.intercept({ command: 'MESSAGE', times: Infinity }, 'drop');
    await b.invalidate(['thing:1']);
    await waitUntil('the deaf instance to lose its lease', () => !withoutLease.stats().trusted);
    await Promise.all([a, withoutLease].map((cache) => cache.close()));
    relay.cut();
    await waitUntil('the slot of the instance that is cut off to expire', async () => {
      const leases = (await readSlots()).split(',').filter((value) => !value.includes(' '));
      return leases.length === 1;
    });
    const looksBefore = looks;
    await waitUntil('two further looks at the table', () => looks >= looksBefore + 2);
    await waitUntil('an instance to be missed', () => missing > 0);
    expect(missing).toBe(1);
  }, 20_000);
});

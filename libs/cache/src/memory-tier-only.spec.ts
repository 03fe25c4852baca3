import { beforeEach, describe, expect, it } from '@jest/globals';
import { UpstreamUnavailableError } from '#koodrive';
import { ManualClock } from '#store';
import {
  closeAfterEach,
  createCacheInstance,
  startTestRedis,
  withRedisClient,
} from '../../../test/support/cache-instances.js';
import { buildCacheKey, CountingUpstream } from '../../../test/support/counting-upstream.js';
import type { RedisServer } from '../../../test/support/redis.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import type { CachePolicy } from './cache-policy.js';
import type { ResponseCache } from './response-cache.js';

const policy: CachePolicy = {
  maxAgeSeconds: 10,
  staleWhileRevalidateSeconds: 20,
  staleIfErrorSeconds: 600,
  tags: ['thing:1'],
};
const key = buildCacheKey('/v1/things/1');
const mayUseSharedTier = (): boolean => false;
let server: RedisServer;
let upstream: CountingUpstream;

closeAfterEach();
beforeEach(async () => {
  server = await startTestRedis();
  upstream = new CountingUpstream();
});

const read = async (cache: ResponseCache): Promise<string> =>
  (await cache.read(key, policy, upstream.loadResponse)).response.body.toString();

describe('S31: several cache instances that may not store responses in Redis', () => {
  it('cache in their memory, and leave nothing in Redis but their leases', async () => {
    const instances = [
      await createCacheInstance(server, { mayUseSharedTier }),
      await createCacheInstance(server, { mayUseSharedTier }),
    ];
    for (const cache of [...instances, ...instances]) expect(await read(cache)).toBe('first');
    expect(upstream.callCount).toBe(2);
    const names = await withRedisClient(server, (redis) => redis.keys('*'));
    expect(names.filter((name) => !name.startsWith('cache:instance:'))).toEqual([]);
  });

  it('invalidate each other before the invalidation resolves', async () => {
    const [a, b] = [
      await createCacheInstance(server, { mayUseSharedTier }),
      await createCacheInstance(server, { mayUseSharedTier }),
    ];
    for (let round = 0; round < 20; round += 1) {
      upstream.text = `round ${round}`;
      await a.invalidate(['thing:1']);
      expect([await read(b), await read(a)]).toEqual([upstream.text, upstream.text]);
    }
  });

  it('never read what Redis holds from before an invalidation, when they may store there again', async () => {
    let allowed = true;
    const a = await createCacheInstance(server, { mayUseSharedTier: () => allowed });
    await read(a);
    await waitUntil('the response in Redis', () =>
      withRedisClient(server, async (redis) => (await redis.keys('cache:entry:*')).length === 1),
    );
    allowed = false;
    upstream.text = 'second';
    await a.invalidate(['thing:1']);
    allowed = true;
    const b = await createCacheInstance(server);
    expect([await read(b), await read(a)]).toEqual(['second', 'second']);
  });

  it('serve a stale response while they refresh it, and while the upstream is unavailable', async () => {
    const clock = new ManualClock();
    const cache = await createCacheInstance(server, { mayUseSharedTier, clock });
    await read(cache);
    upstream.text = 'second';
    clock.advance(11_000);
    expect(await read(cache)).toBe('first');
    await waitUntil('the refreshed response', async () => (await read(cache)) === 'second');
    expect(upstream.callCount).toBe(2);
    clock.advance(100_000);
    upstream.failure = new UpstreamUnavailableError(
      'getFile',
      { outcome: 'unknown', transient: true, outage: true },
      undefined,
    );
    expect(await read(cache)).toBe('second');
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { closeAfterEach, createCacheInstance } from '../../../test/support/cache-instances.js';
import { buildCacheKey, CountingUpstream } from '../../../test/support/counting-upstream.js';
import type { RedisNode } from '../../../test/support/redis/node.js';
import { type SentinelDeployment, startSentinelDeployment } from '../../../test/support/redis/sentinel.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import type { CacheKey } from './cache-key.js';
import type { CachePolicy } from './cache-policy.js';
import type { ResponseCache } from './response-cache.js';

const user = 'gateway';
/** So many that few are written twice meanwhile: a later write would hide that an earlier one was lost. */
const thingCount = 1_000;

interface Thing {
  readonly key: CacheKey;
  readonly policy: CachePolicy;
  /** Its text is the version of the thing. */
  readonly upstream: CountingUpstream;
  acknowledgedVersion: number;
}

let redis: SentinelDeployment;
let things: readonly Thing[];
let staleReads: string[];
beforeEach(async () => {
  redis = await startSentinelDeployment([user]);
  staleReads = [];
  things = Array.from({ length: thingCount }, (_, index) => {
    const upstream = new CountingUpstream();
    upstream.text = '0';
    const policy = { maxAgeSeconds: 60, staleWhileRevalidateSeconds: 60, tags: [`thing:${index}`] };
    return { key: buildCacheKey(`/v1/things/${index}`), policy, upstream, acknowledgedVersion: 0 };
  });
});
afterEach(() => redis.close());
closeAfterEach();

const pickThing = (round: number): Thing => things[round % thingCount] ?? ({} as never);

async function write(cache: ResponseCache, thing: Thing): Promise<void> {
  const version = Number(thing.upstream.text) + 1;
  thing.upstream.text = String(version);
  await cache.invalidate(thing.policy.tags);
  thing.acknowledgedVersion = version;
}

/** @returns whether the response came from the cache */
async function read(cache: ResponseCache, thing: Thing): Promise<boolean> {
  const { acknowledgedVersion, key, policy, upstream } = thing;
  const { response, cacheStatus } = await cache.read(key, policy, upstream.loadResponse);
  const version = Number(response.body.toString());
  if (version < acknowledgedVersion)
    staleReads.push(`${policy.tags.join()}: ${version} after ${acknowledgedVersion} (${cacheStatus})`);
  return /; hit/.test(cacheStatus);
}

/** A write through one instance in turn, reads of that thing through both, and of one that was written earlier. */
async function runRound(caches: readonly ResponseCache[], round: number): Promise<void> {
  const writer = caches[round % caches.length];
  if (writer) await write(writer, pickThing(round));
  for (const thing of [pickThing(round), pickThing(round * 7)]) {
    for (const cache of caches) await read(cache, thing);
  }
}

async function countHits(caches: readonly ResponseCache[]): Promise<number> {
  let hits = 0;
  for (const thing of things) for (const cache of caches) if (await read(cache, thing)) hits += 1;
  return hits;
}

async function isUsed(node: RedisNode): Promise<boolean> {
  return String(await node.call('CLIENT', 'LIST')).includes(`user=${user} `);
}

describe('two cache instances during a planned failover by Sentinel', () => {
  it('serve no response that is older than an acknowledged write, and cache again afterwards', async () => {
    const server = { url: redis.url(user), prefix: 'koodrive:' };
    const caches = [await createCacheInstance(server), await createCacheInstance(server)];
    const allHits = things.length * caches.length;
    await countHits(caches);
    expect(await countHits(caches)).toBe(allHits);

    const former = await redis.findPrimary();
    let round = 0;
    let ended = false;
    const failover = redis.failOver().finally(() => (ended = true));
    // Until the instances have left it, the former primary is told what the new one does not get.
    while (!ended || (await isUsed(former))) await runRound(caches, round++);
    await failover;
    await waitUntil('both instances to cache again', async () => {
      await runRound(caches, round++);
      await countHits(caches);
      return (await countHits(caches)) === allHits;
    });
    expect(staleReads).toEqual([]);
  }, 60_000);
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { KooDriveError, UpstreamUnavailableError } from '#koodrive';
import { ManualClock, MemoryStore } from '#store';
import { waitUntil } from '../../../test/support/wait-until.js';
import { ResponseCache, type CacheReadOptions } from './response-cache.js';
import type { CachePolicy } from './cache-policy.js';
import {
  jonasPrincipal,
  buildCacheKey,
  meiPrincipal,
  CountingUpstream,
} from '../../../test/support/counting-upstream.js';

const secondMs = 1_000;
const policy: CachePolicy = { maxAgeSeconds: 10, tags: ['thing:1'] };
const stalePolicy: CachePolicy = {
  maxAgeSeconds: 10,
  staleWhileRevalidateSeconds: 20,
  staleIfErrorSeconds: 600,
  tags: ['thing:1'],
};
const key = buildCacheKey('/v1/things/1');

let clock: ManualClock;
let cache: ResponseCache;
let upstream: CountingUpstream;

const read = async (readPolicy: CachePolicy = policy, options?: CacheReadOptions): Promise<[string, string]> => {
  const { response, cacheStatus } = await cache.read(key, readPolicy, upstream.loadResponse, options);
  return [response.body.toString(), cacheStatus.replace('koodrive-gateway; ', '')];
};
const outage = (): Error => new UpstreamUnavailableError('op', { transient: true } as never, 503);
const rejection = (): Error => new KooDriveError('op', '13000301', 400, { transient: false } as never);

beforeEach(() => {
  clock = new ManualClock();
  cache = new ResponseCache({ store: new MemoryStore({ clock }), clock });
  upstream = new CountingUpstream();
});

describe('a cached response', () => {
  it('is requested once, and then served as the same bytes until it is stale', async () => {
    expect(await read()).toEqual(['first', 'fwd=uri-miss; stored']);
    clock.advance(4 * secondMs);
    expect(await read()).toEqual(['first', 'hit; ttl=6']);
    clock.advance(6 * secondMs);
    upstream.text = 'second';
    expect(await read()).toEqual(['second', 'fwd=stale; stored']);
    expect(upstream.callCount).toBe(2);
  });

  it('has an ETag that changes only with its bytes and its content type', async () => {
    const etag = (await cache.read(key, policy, upstream.loadResponse)).response.etag;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const reloadEtag = async (): Promise<string> => {
      return (await cache.read(key, policy, upstream.loadResponse, { bypass: true })).response.etag;
    };
    expect(await reloadEtag()).toBe(etag);
    upstream.text = 'second';
    expect(await reloadEtag()).not.toBe(etag);
  });

  it('is returned by peek only while it is fresh', async () => {
    expect(cache.peek(key)).toBeUndefined();
    await read();
    expect(cache.peek(key)).toMatchObject({ cacheStatus: 'koodrive-gateway; hit; ttl=10', response: { status: 200 } });
    clock.advance(10 * secondMs);
    expect(cache.peek(key)).toBeUndefined();
  });

  it('has an age that counts from the request, not from the arrival of the response', async () => {
    const release = upstream.holdResponses();
    const reading = read();
    await waitUntil('the request', () => upstream.callCount === 1);
    clock.advance(7 * secondMs);
    release();
    await reading;
    expect(await read()).toEqual(['first', 'hit; ttl=3']);
  });

  it('is served to its principal only', async () => {
    await read();
    upstream.text = 'for jonas';
    const served = await cache.read(buildCacheKey('/v1/things/1', jonasPrincipal), policy, upstream.loadResponse);
    expect(served.response.body.toString()).toBe('for jonas');
    expect((await read())[0]).toBe('first');
  });

  it('is served to every principal if the policy says so', async () => {
    const sharedPolicy: CachePolicy = { ...policy, sharedAcrossPrincipals: true };
    await cache.read(buildCacheKey('/v1/things/1', meiPrincipal, sharedPolicy), sharedPolicy, upstream.loadResponse);
    await cache.read(buildCacheKey('/v1/things/1', jonasPrincipal, sharedPolicy), sharedPolicy, upstream.loadResponse);
    expect(upstream.callCount).toBe(1);
  });

  it('is not cached if its status is not 200', async () => {
    upstream.status = 202;
    expect(await read()).toEqual(['first', 'fwd=uri-miss']);
    await read();
    expect(upstream.callCount).toBe(2);
  });

  it('is replaced if the request bypasses the cache', async () => {
    await read();
    upstream.text = 'second';
    expect(await read(policy, { bypass: true })).toEqual(['second', 'fwd=request; stored']);
    expect((await read())[0]).toBe('second');
  });
});

describe('a response that was requested earlier', () => {
  it('does not replace a response that was requested later', async () => {
    const release = upstream.holdResponses();
    const early = read();
    await waitUntil('the request', () => upstream.callCount === 1);
    upstream.text = 'second';
    const late = read(policy, { bypass: true });
    await waitUntil('the second request', () => upstream.callCount === 2);
    release();
    expect([(await early)[0], (await late)[0]]).toEqual(['first', 'second']);
    expect((await early)[1]).toBe('fwd=uri-miss');
    expect((await read())[0]).toBe('second');
  });
});

describe('concurrent callers', () => {
  it('share one request, which Cache-Status reports', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => read()));
    expect(upstream.callCount).toBe(1);
    expect(all.filter(([, status]) => status === 'fwd=uri-miss; stored; collapsed')).toHaveLength(99);
  });

  it('share its failure, which no later caller gets', async () => {
    upstream.failure = outage();
    const outcomes = await Promise.allSettled([read(), read(), read()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(upstream.callCount).toBe(1);
    upstream.failure = undefined;
    expect((await read())[0]).toBe('first');
  });

  it('may leave one by one while the request continues for the others', async () => {
    const release = upstream.holdResponses();
    const controller = new AbortController();
    const aborted = read(policy, { signal: controller.signal });
    const waiting = read();
    await waitUntil('the request', () => upstream.callCount === 1);
    controller.abort(new Error('caller left'));
    await expect(aborted).rejects.toThrow('caller left');
    expect(upstream.signals[0]?.aborted).toBe(false);
    release();
    expect((await waiting)[0]).toBe('first');
  });

  it('abort the request when the last one leaves, and later callers do not join it', async () => {
    const release = upstream.holdResponses();
    const controller = new AbortController();
    const aborted = read(policy, { signal: controller.signal });
    await waitUntil('the request', () => upstream.callCount === 1);
    controller.abort(new Error('caller left'));
    await expect(aborted).rejects.toThrow('caller left');
    expect(upstream.signals[0]?.aborted).toBe(true);
    release();
    expect((await read())[0]).toBe('first');
    expect(upstream.callCount).toBe(2);
  });
});

describe('an invalidation', () => {
  it('removes the responses with its tags, and no others', async () => {
    const other = buildCacheKey('/v1/things/2');
    await read();
    await cache.read(other, { ...policy, tags: ['thing:2'] }, upstream.loadResponse);
    await cache.invalidate(['thing:1', 'thing:3']);
    expect(cache.peek(key)).toBeUndefined();
    expect(cache.peek(other)).toBeDefined();
  });

  it('during a load prevents that its response is cached and that later callers join it', async () => {
    const release = upstream.holdResponses();
    const early = read();
    await waitUntil('the request', () => upstream.callCount === 1);
    upstream.text = 'second';
    await cache.invalidate(['thing:1']);
    const late = read();
    release();
    expect((await early)[0]).toBe('first');
    expect((await late)[0]).toBe('second');
    expect((await read())[0]).toBe('second');
  });

  it('removes stale responses too', async () => {
    await read(stalePolicy);
    clock.advance(11 * secondMs);
    await cache.invalidate(['thing:1']);
    upstream.failure = outage();
    await expect(read(stalePolicy)).rejects.toBe(upstream.failure);
  });

  it('during a failing load prevents that a stale response is served on the error', async () => {
    await read(stalePolicy);
    clock.advance(40 * secondMs);
    upstream.failure = outage();
    const release = upstream.holdResponses();
    const reading = read(stalePolicy);
    await waitUntil('the request', () => upstream.callCount === 2);
    await cache.invalidate(['thing:1']);
    release();
    await expect(reading).rejects.toBe(upstream.failure);
  });
});

describe('a stale response', () => {
  it('is served while one request refreshes it', async () => {
    await read(stalePolicy);
    clock.advance(11 * secondMs);
    upstream.text = 'second';
    const release = upstream.holdResponses();
    const all = await Promise.all(Array.from({ length: 20 }, () => read(stalePolicy)));
    expect(new Set(all.map(([text]) => text))).toEqual(new Set(['first']));
    expect(all[0]?.[1]).toBe('hit; ttl=-1');
    release();
    await waitUntil('the new response', async () => (await read(stalePolicy))[0] === 'second');
    expect(upstream.callCount).toBe(2);
  });

  it('is not served after the stale-while-revalidate time', async () => {
    await read(stalePolicy);
    clock.advance(30 * secondMs);
    upstream.text = 'second';
    expect(await read(stalePolicy)).toEqual(['second', 'fwd=stale; stored']);
  });

  it('stays cached if the refresh fails, and is deleted if the upstream rejects it', async () => {
    await read(stalePolicy);
    clock.advance(11 * secondMs);
    upstream.failure = outage();
    await read(stalePolicy);
    await waitUntil('the refresh', () => upstream.callCount === 2);
    expect((await read(stalePolicy))[0]).toBe('first');
    await waitUntil('the next refresh', () => upstream.callCount === 3);
    upstream.failure = rejection();
    await read(stalePolicy);
    await waitUntil(
      'the deletion of the response',
      async () => (await read(stalePolicy).catch(() => undefined)) === undefined,
    );
  });

  it('is served during an outage of the upstream within the stale-if-error time', async () => {
    await read(stalePolicy);
    upstream.failure = outage();
    clock.advance(600 * secondMs);
    expect(await read(stalePolicy)).toEqual(['first', 'hit; ttl=-590; detail=stale-on-error']);
    clock.advance(11 * secondMs);
    await expect(read(stalePolicy)).rejects.toBe(upstream.failure);
  });

  it('is not served if the upstream rejects the request', async () => {
    await read(stalePolicy);
    upstream.failure = rejection();
    clock.advance(60 * secondMs);
    await expect(read(stalePolicy)).rejects.toBe(upstream.failure);
  });

  it('is not served during an outage if the policy has no stale-if-error time', async () => {
    await read();
    upstream.failure = outage();
    clock.advance(60 * secondMs);
    await expect(read()).rejects.toBe(upstream.failure);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { KooDriveError, UpstreamUnavailableError } from '#koodrive';
import { ManualClock, MemoryStore } from '#store';
import { until } from '../../../test/support/deadline.js';
import { AnswerCache, type ReadOptions } from './answer-cache.js';
import type { CachePolicy } from './policy.js';
import { jonas, keyOf, mei, OneText } from '../../../test/support/one-text.js';

const SECOND = 1_000;
const policy: CachePolicy = { fresh: 10, tags: ['thing:1'] };
const lenient: CachePolicy = { fresh: 10, stale: 20, staleOnError: 600, tags: ['thing:1'] };
const key = keyOf('/v1/things/1');

let clock: ManualClock;
let cache: AnswerCache;
let upstream: OneText;

const read = async (how: CachePolicy = policy, options?: ReadOptions): Promise<[string, string]> => {
  const { answer, cacheStatus } = await cache.read(key, how, upstream.produce, options);
  return [answer.body.toString(), cacheStatus.replace('koodrive-gateway; ', '')];
};
const outage = (): Error => new UpstreamUnavailableError('op', { transient: true } as never, 503);
const refusal = (): Error => new KooDriveError('op', '13000301', 400, null, { transient: false } as never);

beforeEach(() => {
  clock = new ManualClock();
  cache = new AnswerCache({ store: new MemoryStore({ clock }), clock });
  upstream = new OneText();
});

describe('an answer', () => {
  it('is asked for once, and then served as the same bytes until its time is over', async () => {
    expect(await read()).toEqual(['first', 'fwd=uri-miss; stored']);
    clock.advance(4 * SECOND);
    expect(await read()).toEqual(['first', 'hit; ttl=6']);
    clock.advance(6 * SECOND);
    upstream.text = 'second';
    expect(await read()).toEqual(['second', 'fwd=stale; stored']);
    expect(upstream.calls).toBe(2);
  });

  it('has an ETag that changes with its bytes and its type alone', async () => {
    const before = (await cache.read(key, policy, upstream.produce)).answer.etag;
    expect(before).toMatch(/^"[\w-]{27}"$/);
    const again = async (): Promise<string> => {
      return (await cache.read(key, policy, upstream.produce, { bypass: true })).answer.etag;
    };
    expect(await again()).toBe(before);
    upstream.text = 'second';
    expect(await again()).not.toBe(before);
  });

  it('is seen at once by peek while it is fresh, and not after', async () => {
    expect(cache.peek(key)).toBeUndefined();
    await read();
    expect(cache.peek(key)).toMatchObject({ cacheStatus: 'koodrive-gateway; hit; ttl=10', answer: { status: 200 } });
    clock.advance(10 * SECOND);
    expect(cache.peek(key)).toBeUndefined();
  });

  it('counts its age from when it was asked for, not from when it came', async () => {
    const open = upstream.hold();
    const reading = read();
    await until('the call', () => upstream.calls === 1);
    clock.advance(7 * SECOND);
    open();
    await reading;
    expect(await read()).toEqual(['first', 'hit; ttl=3']);
  });

  it("is its principal's own", async () => {
    await read();
    upstream.text = 'for jonas';
    const theirs = await cache.read(keyOf('/v1/things/1', jonas), policy, upstream.produce);
    expect(theirs.answer.body.toString()).toBe('for jonas');
    expect((await read())[0]).toBe('first');
  });

  it("is everyone's where the policy says so", async () => {
    const shared = { ...policy, shared: true };
    await cache.read(keyOf('/v1/things/1', mei, shared), shared, upstream.produce);
    await cache.read(keyOf('/v1/things/1', jonas, shared), shared, upstream.produce);
    expect(upstream.calls).toBe(1);
  });

  it('is not kept where it is another than 200', async () => {
    upstream.status = 202;
    expect(await read()).toEqual(['first', 'fwd=uri-miss']);
    await read();
    expect(upstream.calls).toBe(2);
  });

  it('is asked for anew where the request says so, and that one is kept', async () => {
    await read();
    upstream.text = 'second';
    expect(await read(policy, { bypass: true })).toEqual(['second', 'fwd=request; stored']);
    expect((await read())[0]).toBe('second');
  });
});

describe('an answer that was asked for earlier', () => {
  it('does not take the place of one that was asked for later', async () => {
    const open = upstream.hold();
    const early = read();
    await until('the call', () => upstream.calls === 1);
    upstream.text = 'second';
    const late = read(policy, { bypass: true });
    await until('the other call', () => upstream.calls === 2);
    open();
    expect([(await early)[0], (await late)[0]]).toEqual(['first', 'second']);
    expect((await early)[1]).toBe('fwd=uri-miss');
    expect((await read())[0]).toBe('second');
  });
});

describe('callers who come together', () => {
  it('share one call, and are told so', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => read()));
    expect(upstream.calls).toBe(1);
    expect(all.filter(([, status]) => status === 'fwd=uri-miss; stored; collapsed')).toHaveLength(99);
  });

  it('share its failure, which nobody gets after them', async () => {
    upstream.failure = outage();
    const outcomes = await Promise.allSettled([read(), read(), read()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(upstream.calls).toBe(1);
    upstream.failure = null;
    expect((await read())[0]).toBe('first');
  });

  it('may leave one by one: the call goes on for those who stay', async () => {
    const open = upstream.hold();
    const leaving = new AbortController();
    const left = read(policy, { signal: leaving.signal });
    const stays = read();
    await until('the call', () => upstream.calls === 1);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(upstream.aborted[0]?.aborted).toBe(false);
    open();
    expect((await stays)[0]).toBe('first');
  });

  it('end the call when the last one leaves, and nobody joins it then', async () => {
    const open = upstream.hold();
    const leaving = new AbortController();
    const left = read(policy, { signal: leaving.signal });
    await until('the call', () => upstream.calls === 1);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(upstream.aborted[0]?.aborted).toBe(true);
    open();
    expect((await read())[0]).toBe('first');
    expect(upstream.calls).toBe(2);
  });
});

describe('a purge', () => {
  it('ends the answers under its tags, and no others', async () => {
    const other = keyOf('/v1/things/2');
    await read();
    await cache.read(other, { ...policy, tags: ['thing:2'] }, upstream.produce);
    await cache.purge(['thing:1', 'thing:3']);
    expect(cache.peek(key)).toBeUndefined();
    expect(cache.peek(other)).toBeDefined();
  });

  it('during a fill leaves nothing of it behind, and nobody who comes later joins it', async () => {
    const open = upstream.hold();
    const early = read();
    await until('the call', () => upstream.calls === 1);
    upstream.text = 'second';
    await cache.purge(['thing:1']);
    const late = read();
    open();
    expect((await early)[0]).toBe('first');
    expect((await late)[0]).toBe('second');
    expect((await read())[0]).toBe('second');
  });

  it('leaves nothing to serve stale either', async () => {
    await read(lenient);
    clock.advance(11 * SECOND);
    await cache.purge(['thing:1']);
    upstream.failure = outage();
    await expect(read(lenient)).rejects.toBe(upstream.failure);
  });

  it('while the upstream is asked in vain leaves nothing to serve on the error', async () => {
    await read(lenient);
    clock.advance(40 * SECOND);
    upstream.failure = outage();
    const open = upstream.hold();
    const reading = read(lenient);
    await until('the call', () => upstream.calls === 2);
    await cache.purge(['thing:1']);
    open();
    await expect(reading).rejects.toBe(upstream.failure);
  });
});

describe('a stale answer', () => {
  it('is served while it is fetched anew, once', async () => {
    await read(lenient);
    clock.advance(11 * SECOND);
    upstream.text = 'second';
    const open = upstream.hold();
    const all = await Promise.all(Array.from({ length: 20 }, () => read(lenient)));
    expect(new Set(all.map(([text]) => text))).toEqual(new Set(['first']));
    expect(all[0]?.[1]).toBe('hit; ttl=-1');
    open();
    await until('the new one', async () => (await read(lenient))[0] === 'second');
    expect(upstream.calls).toBe(2);
  });

  it('is not served beyond the time for it', async () => {
    await read(lenient);
    clock.advance(30 * SECOND);
    upstream.text = 'second';
    expect(await read(lenient)).toEqual(['second', 'fwd=stale; stored']);
  });

  it('stays where the fetching fails, and goes where the upstream refuses', async () => {
    await read(lenient);
    clock.advance(11 * SECOND);
    upstream.failure = outage();
    await read(lenient);
    await until('the refresh', () => upstream.calls === 2);
    expect((await read(lenient))[0]).toBe('first');
    await until('the next refresh', () => upstream.calls === 3);
    upstream.failure = refusal();
    await read(lenient);
    await until('the answer to go', async () => (await read(lenient).catch(() => null)) === null);
  });

  it('is served on an outage of the upstream for as long as the policy says', async () => {
    await read(lenient);
    upstream.failure = outage();
    clock.advance(600 * SECOND);
    expect(await read(lenient)).toEqual(['first', 'hit; ttl=-590; detail=stale-on-error']);
    clock.advance(11 * SECOND);
    await expect(read(lenient)).rejects.toBe(upstream.failure);
  });

  it('is not served where the upstream refused', async () => {
    await read(lenient);
    upstream.failure = refusal();
    clock.advance(60 * SECOND);
    await expect(read(lenient)).rejects.toBe(upstream.failure);
  });

  it('is not served on an outage where the policy says nothing of it', async () => {
    await read();
    upstream.failure = outage();
    clock.advance(60 * SECOND);
    await expect(read()).rejects.toBe(upstream.failure);
  });
});

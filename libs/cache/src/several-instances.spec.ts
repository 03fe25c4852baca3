import { beforeEach, describe, expect, it } from '@jest/globals';
import { UpstreamUnavailableError } from '#koodrive';
import { ManualClock } from '#store';
import { until } from '../../../test/support/deadline.js';
import type { RedisServer } from '../../../test/support/redis.js';
import type { AnswerCache } from './answer-cache.js';
import type { CachePolicy } from './policy.js';
import {
  believed,
  closeAfterEach,
  openInstance,
  openRedis,
  raw,
  timed,
} from '../../../test/support/cache-instances.js';
import { keyOf, OneText } from '../../../test/support/one-text.js';

const policy: CachePolicy = { fresh: 60, tags: ['thing:1'] };
const lenient: CachePolicy = { fresh: 10, stale: 20, staleOnError: 600, tags: ['thing:1'] };
const SECOND = 1_000;
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

describe('several instances', () => {
  it('share what one of them was told, with its age', async () => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    await read(a);
    await stored(b);
    expect(upstream.calls).toBe(1);
    expect(b.peek(key)?.cacheStatus).toMatch(/; hit; ttl=(59|60)$/);
    expect(b.peek(key)?.answer).toEqual(a.peek(key)?.answer);
  });

  it('hear of a purge before it returns', async () => {
    const all = [await openInstance(server), await openInstance(server), await openInstance(server)];
    for (let round = 0; round < 30; round++) {
      await Promise.all(all.map((cache) => read(cache)));
      upstream.text = `round ${round}`;
      await all[round % 3]?.purge(['thing:1']);
      for (const cache of all) expect(cache.peek(key)).toBeUndefined();
      expect(await Promise.all(all.map((cache) => read(cache)))).toEqual(all.map(() => `round ${round}`));
    }
  });

  it('keep nothing of a fill during which another purged', async () => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    const open = upstream.hold();
    const early = read(a);
    await until('the call', () => upstream.calls === 1);
    upstream.text = 'second';
    await b.purge(['thing:1']);
    const late = read(a);
    open();
    expect(await early).toBe('first');
    expect(await late).toBe('second');
    expect(await read(b)).toBe('second');
    expect(await read(a)).toBe('second');
  });

  it('are not given by one what it asked for earlier in place of what it asked for later', async () => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    const open = upstream.hold();
    const early = read(a);
    await until('the call', () => upstream.calls === 1);
    const newer = new OneText();
    newer.text = 'second';
    await a.read(key, policy, newer.produce, { bypass: true });
    await stored(b);
    open();
    expect(await early).toBe('first');
    const fresh = await openInstance(server);
    expect(await read(fresh)).toBe('second');
  });

  it('refresh a stale answer once between them', async () => {
    const clock = new ManualClock(Date.now());
    const all = await Promise.all(Array.from({ length: 8 }, () => openInstance(server, { clock })));
    await until('all to have it', async () => {
      await Promise.all(all.map((cache) => read(cache, lenient)));
      return all.every((cache) => cache.peek(key));
    });
    const before = upstream.calls;
    clock.advance(11 * SECOND);
    upstream.text = 'second';
    const open = upstream.hold();
    for (let round = 0; round < 5; round++) {
      const texts = await Promise.all(all.map((cache) => read(cache, lenient)));
      expect(new Set(texts)).toEqual(new Set(['first']));
    }
    open();
    await until('all to have the new one', async () => {
      return (await Promise.all(all.map((cache) => read(cache, lenient)))).every((text) => text === 'second');
    });
    expect(upstream.calls).toBe(before + 1);
  });

  it('serve a stale answer on an outage of the upstream, but not what was purged', async () => {
    const clock = new ManualClock(Date.now());
    const [a, b] = [await openInstance(server, { clock }), await openInstance(server, { clock })];
    await read(a, lenient);
    await until('the other to have it', async () => (await read(b, lenient)) && b.peek(key));
    clock.advance(300 * SECOND);
    upstream.failure = new UpstreamUnavailableError('op', { transient: true } as never, 503);
    expect(await read(b, lenient)).toBe('first');
    await a.purge(['thing:1']);
    await expect(read(b, lenient)).rejects.toBe(upstream.failure);
  });

  it('show nothing in the store where a seal is given, and read it with the same seal alone', async () => {
    upstream.text = 'canary text';
    const seal = {
      seal: (name: string, bytes: Buffer) => Buffer.from(name + bytes.toString('base64')),
      open: (name: string, sealed: Buffer) => Buffer.from(sealed.toString().slice(name.length), 'base64'),
    };
    const [a, b] = [await openInstance(server, { seal }), await openInstance(server, { seal })];
    await read(a);
    await stored(b);
    expect(await read(b)).toBe('canary text');
    const all = await raw(server, async (redis) =>
      (await redis.mgetBuffer(...(await redis.keys('*')))).map(String).join(),
    );
    expect(all).not.toContain('canary');
    const keys = await raw(server, (redis) => redis.keys('*'));
    expect(keys.join()).not.toContain('mei');
  });
});

describe('an instance that is not well', () => {
  it('and is dead delays a purge by no more than about half a second', async () => {
    const a = await openInstance(server);
    const died = { id: 'died', slot: 'cache:instance:40' };
    await raw(server, (redis) => redis.set(died.slot, died.id, 'PX', 1_500));
    expect(await timed(() => a.purge(['thing:1']))).toBeLessThan(1_200);
    expect(await raw(server, (redis) => redis.get(died.slot))).toBeNull();
    expect(await timed(() => a.purge(['thing:1']))).toBeLessThan(300);
  });

  it('and is deaf, though it renews its lease, believes nothing any more when a purge returns', async () => {
    const a = await openInstance(server);
    let deaf = false;
    const b = await openInstance(server, {}, (store) => ({
      subscribe: (channel, hear, ...rest) => store.subscribe(channel, (text) => void (deaf || hear(text)), ...rest),
    }));
    for (let round = 0; round < 5; round++) {
      deaf = false;
      await believed(b);
      await read(a);
      await until('the other to have it', async () => (await read(b)) && b.peek(key));
      deaf = true;
      await a.purge(['thing:1']);
      expect(b.peek(key)).toBeUndefined();
    }
  });

  it('and has lost its slot believes nothing until it has another', async () => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    await read(a);
    await stored(b);
    await raw(server, async (redis) => redis.del(...(await redis.keys('cache:instance:*'))));
    await until('it to notice', () => !b.stats().believed || b.stats().entries === 0);
    await believed(a, b);
    expect(b.peek(key)).toBeUndefined();
    expect(await read(b)).toBe('first');
    expect(upstream.calls).toBe(1);
  });

  it('and whose line broke believes nothing that was kept before', async () => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    await read(a);
    await stored(b);
    await raw(server, (redis) => redis.client('KILL', 'TYPE', 'PUBSUB'));
    await until('both to notice', () => !a.stats().believed && !b.stats().believed, { every: 1 });
    upstream.text = 'second';
    await b.purge(['thing:1']);
    expect(await read(a)).toBe('second');
    await believed(a, b);
    expect(await read(a)).toBe('second');
  });

  it('leaves in order, so that nobody waits for it', async () => {
    const [a, b] = [await openInstance(server), await openInstance(server)];
    await b.close();
    expect(await timed(() => a.purge(['thing:1']))).toBeLessThan(300);
  });
});

import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { ManualClock } from '#store';
import { until } from '../../../test/support/deadline.js';
import { CountingMinter, RecordingRefresher } from '../../../test/support/token-doubles.js';
import {
  instance,
  instances,
  letLocksLapse,
  openRedis,
  raw,
  redis,
  redisForEach,
  refused,
  tokenOf,
} from '../../../test/support/token-instances.js';
import type { AccessTokens } from './access-tokens.js';
import { CredentialSourceError } from './errors.js';

const mei = { kind: 'session', sessionId: 'canary-gateway-session', userId: '42' } as const;
const FIRST = { token: 'Bearer canary-first', upstreamSessionId: 'canary-refresh-value' };

redisForEach();

function callers(all: readonly AccessTokens[], each = 50): Promise<string[]> {
  return Promise.all(all.flatMap((tokens) => Array.from({ length: each }, () => tokenOf(tokens))));
}

describe('an app token for several instances', () => {
  it('is minted once at a cold start, though the mint takes longer than the life of the lock', async () => {
    const minter = new CountingMinter();
    const all = await instances(4, { minter, lockLife: 400 });
    const open = minter.hold();
    const asked = callers(all);
    const start = performance.now();
    await until('several lives of the lock to go by', () => performance.now() > start + 1_200);
    const opening = performance.now();
    open();
    expect(new Set(await asked)).toEqual(new Set(['canary-app-1']));
    expect(performance.now() - opening).toBeLessThan(1_000);
    expect(minter.mints).toBe(1);
  });

  it('is minted once more when all are refused at once', async () => {
    const minter = new CountingMinter();
    const all = await instances(4, { minter });
    const [token = ''] = await callers(all, 1);
    const renewed = await Promise.all(all.flatMap((t) => Array.from({ length: 25 }, () => refused(t, token))));
    expect(new Set(renewed)).toEqual(new Set(['canary-app-2']));
    expect(minter.mints).toBe(2);
  });

  it('is minted once when it lapses, and once when it is renewed before', async () => {
    const clock = new ManualClock(Date.now());
    const minter = new CountingMinter();
    const all = await instances(3, { minter, clock });
    await callers(all, 1);
    clock.advance(25 * 60_000);
    await until('all to have the renewed one', async () => {
      return (await callers(all, 1)).every((token) => token === 'canary-app-2');
    });
    expect(minter.mints).toBe(2);
    clock.advance(31 * 60_000);
    expect(new Set(await callers(all))).toEqual(new Set(['canary-app-3']));
  });

  it('is taken over by others when the lock of an instance that froze has lapsed, and not overwritten by it', async () => {
    const [slow, quick] = [new CountingMinter('slow'), new CountingMinter('quick')];
    const frozen = await instance({ minter: slow });
    const other = await instance({ minter: quick });
    const thaw = slow.hold();
    const late = tokenOf(frozen);
    await until('the slow mint', () => slow.mints === 1);
    await letLocksLapse();
    expect(await tokenOf(other)).toBe('canary-quick-1');
    thaw();
    expect(await late).toBe('canary-quick-1');
    expect(await tokenOf(await instance({ minter: slow }))).toBe('canary-quick-1');
    expect(slow.mints + quick.mints).toBe(2);
  });

  it('that is newer is not overwritten by an instance that froze while it replaced an older one', async () => {
    const [slow, quick] = [new CountingMinter('slow'), new CountingMinter('quick')];
    const frozen = await instance({ minter: slow });
    const other = await instance({ minter: quick });
    const older = await tokenOf(frozen);
    const thaw = slow.hold();
    const late = refused(frozen, older);
    await until('the slow mint', () => slow.mints === 2);
    await letLocksLapse();
    expect(await refused(other, older)).toBe('canary-quick-1');
    thaw();
    expect(await late).toBe('canary-quick-1');
    expect(await tokenOf(await instance({ minter: slow }))).toBe('canary-quick-1');
  });

  it('is looked for again by an instance that got the lock, since it may have come in between', async () => {
    const minter = new CountingMinter();
    const quick = await instance({ minter });
    const overtaken = await instance({ minter }, (store) => ({
      async setIfAbsent(...given) {
        await tokenOf(quick);
        await until('the lock to be free', () => raw(async (redis) => (await redis.keys('lock:*')).length === 0));
        return store.setIfAbsent(...given);
      },
    }));
    expect(await tokenOf(overtaken)).toBe('canary-app-1');
    expect(minter.mints).toBe(1);
  });

  it('is tried again by the next instance when the first one fails', async () => {
    const [failing, working] = [new CountingMinter('failing'), new CountingMinter('working')];
    failing.failure = new Error('token endpoint away');
    const open = failing.hold();
    const first = tokenOf(await instance({ minter: failing })).catch((error: unknown) => error);
    await until('the first mint', () => failing.mints === 1);
    const second = tokenOf(await instance({ minter: working }));
    open();
    expect(await first).toBeInstanceOf(CredentialSourceError);
    expect(await second).toBe('canary-working-1');
  });

  it('is minted once though Redis is silent for a moment while the others wait', async () => {
    const minter = new CountingMinter();
    const all = await instances(3, { minter });
    const open = minter.hold();
    const asked = callers(all, 1);
    await until('the mint', () => minter.mints === 1);
    redis().freeze();
    const thawing = performance.now() + 500;
    await until('all to have missed an answer', () => performance.now() > thawing);
    redis().thaw();
    open();
    expect(new Set(await asked)).toEqual(new Set(['canary-app-1']));
  });

  it.each(['killed', 'frozen'] as const)(
    'is minted once by each with Redis %s, and is one again afterwards',
    async (how) => {
      const clock = new ManualClock(Date.now());
      const minter = new CountingMinter();
      const all = await instances(3, { minter, clock: { now: () => clock.now(), monotonic: () => performance.now() } });
      await callers(all, 1);
      if (how === 'killed') await redis().kill();
      else redis().freeze();
      clock.advance(31 * 60_000);
      await callers(all, 20);
      await callers(all, 20);
      expect(minter.mints).toBe(1 + all.length);
      if (how === 'killed') await openRedis(redis().port);
      else redis().thaw();
      const one = async (): Promise<boolean> => new Set(await callers(all, 1)).size === 1;
      await until('one token for all', one, { within: 5_000 });
      expect(await tokenOf(await instance({ minter, clock }))).toBe((await callers(all, 1))[0]);
      expect(minter.mints).toBe(1 + all.length);
    },
    20_000,
  );
});

describe('what the store holds, and what errors tell', () => {
  it('is no token, refresh value, session id or client', async () => {
    const tokens = await instance({ minter: new CountingMinter(), refresher: new RecordingRefresher() });
    await tokenOf(tokens);
    await tokens.put(mei, FIRST);
    await refused(tokens, FIRST.token, mei);
    const everything = await raw(async (redis) => {
      const names = await redis.keys('*');
      return Buffer.concat([
        Buffer.from(names.join()),
        ...(await redis.mgetBuffer(...names)).map((v) => v ?? Buffer.of()),
      ]);
    });
    expect(everything.length).toBeGreaterThan(200);
    expect(everything.includes('canary')).toBe(false);
  });

  it('is none of them either when something fails', async () => {
    const minter = new CountingMinter();
    minter.failure = new Error('broken');
    const refresher = new RecordingRefresher();
    refresher.failure = new Error('broken');
    const tokens = await instance({ minter, refresher });
    await tokens.put(mei, FIRST);
    const errors = await Promise.all([
      tokenOf(tokens).catch((error: unknown) => error),
      refused(tokens, FIRST.token, mei).catch((error: unknown) => error),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(CredentialSourceError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('canary');
    }
  });
});

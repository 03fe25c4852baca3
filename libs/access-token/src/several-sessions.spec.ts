import { describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError } from '#koodrive';
import { ManualClock, StoreUnavailableError } from '#store';
import { until } from '../../../test/support/deadline.js';
import { RecordingRefresher } from '../../../test/support/token-doubles.js';
import {
  instance,
  instances,
  letLocksLapse,
  raw,
  redis,
  redisForEach,
  refused,
  tokenOf,
} from '../../../test/support/token-instances.js';
import { CredentialSourceError } from './errors.js';

const mei = { kind: 'session', sessionId: 'canary-gateway-session', userId: '42' } as const;
const FIRST = { token: 'Bearer canary-first', upstreamSessionId: 'canary-refresh-value' };

redisForEach();

describe('a session token for several instances', () => {
  it('is refreshed once', async () => {
    const refresher = new RecordingRefresher();
    const all = await instances(3, { refresher });
    const [a] = all;
    await a?.put(mei, FIRST);
    const asked = all.flatMap((t) => Array.from({ length: 20 }, () => refused(t, FIRST.token, mei)));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['Bearer canary-refreshed-1']));
    expect(refresher.spent).toHaveLength(1);
  });

  it('ends everywhere within five seconds', async () => {
    const clock = new ManualClock(Date.now());
    const all = await instances(2, { refresher: new RecordingRefresher(), clock });
    await all[0]?.put(mei, FIRST);
    for (const tokens of all) expect(await tokenOf(tokens, mei)).toBe(FIRST.token);
    await all[0]?.drop(mei);
    clock.advance(5_000);
    for (const tokens of all) {
      await expect(tokenOf(tokens, mei)).rejects.toBeInstanceOf(CredentialUnavailableError);
    }
  });

  it('has its use by one known to the others', async () => {
    const clock = new ManualClock(Date.now());
    const refresher = new RecordingRefresher();
    const [a, b] = [await instance({ refresher, clock }), await instance({ refresher, clock })];
    await a.put(mei, FIRST);
    clock.advance(15 * 60_000);
    const [before] = await raw((redis) => redis.keys('session-token:*').then((names) => redis.mget(...names)));
    a.used(mei, { kind: 'session', token: FIRST.token });
    await until('the use to be written', async () => {
      const [now] = await raw((redis) => redis.keys('session-token:*').then((names) => redis.mget(...names)));
      return now !== before;
    });
    clock.advance(15 * 60_000);
    expect(await tokenOf(b, mei)).toBe(FIRST.token);
    expect(refresher.spent).toHaveLength(0);
  });

  it('whose refresh value may be spent once only is not refreshed by another when the first one froze', async () => {
    const [slow, quick] = [new RecordingRefresher(), new RecordingRefresher()];
    const frozen = await instance({ refresher: slow });
    const other = await instance({ refresher: quick });
    await frozen.put(mei, { ...FIRST, spendOnce: true });
    const thaw = slow.hold();
    const late = refused(frozen, FIRST.token, mei);
    await until('the spending', () => slow.spent.length === 1);
    await letLocksLapse();
    await expect(refused(other, FIRST.token, mei)).rejects.toBeInstanceOf(CredentialSourceError);
    expect(quick.spent).toHaveLength(0);
    thaw();
    expect(await late).toBe('Bearer canary-refreshed-1');
    expect(await refused(other, FIRST.token, mei)).toBe('Bearer canary-refreshed-1');
  });

  it('is not ended by a refusal that came to one whom another had overtaken', async () => {
    const [slow, quick] = [new RecordingRefresher(), new RecordingRefresher()];
    slow.refuse = true;
    const frozen = await instance({ refresher: slow });
    const other = await instance({ refresher: quick });
    await frozen.put(mei, FIRST);
    const thaw = slow.hold();
    const late = refused(frozen, FIRST.token, mei);
    await until('the slow refresh', () => slow.spent.length === 1);
    await letLocksLapse();
    expect(await refused(other, FIRST.token, mei)).toBe('Bearer canary-refreshed-1');
    thaw();
    expect(await late).toBe('Bearer canary-refreshed-1');
  });

  it('is not to be had without the store, and no session begins without it', async () => {
    const clock = new ManualClock(Date.now());
    const tokens = await instance({ refresher: new RecordingRefresher(), clock });
    await tokens.put(mei, FIRST);
    await redis().kill();
    clock.advance(5_000);
    await expect(tokenOf(tokens, mei)).rejects.toBeInstanceOf(CredentialSourceError);
    await expect(tokens.put(mei, FIRST)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(tokens.drop(mei)).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('keeps what a refresh brought while the store went away, and gives it to the others later', async () => {
    let leap = 0;
    const clock = { now: () => Date.now(), monotonic: () => performance.now() + leap };
    const refresher = new RecordingRefresher();
    const a = await instance({ refresher, clock });
    const b = await instance({ refresher, clock });
    await a.put(mei, FIRST);
    const open = refresher.hold();
    const refreshing = refused(a, FIRST.token, mei);
    await until('the refresh', () => refresher.spent.length === 1);
    redis().freeze();
    open();
    expect(await refreshing).toBe('Bearer canary-refreshed-1');
    redis().thaw();
    leap = 5_000;
    await until('the first to have written it', () => tokenOf(a, mei).catch(() => undefined), { within: 5_000 });
    expect(await refused(b, FIRST.token, mei)).toBe('Bearer canary-refreshed-1');
    expect(refresher.spent).toHaveLength(1);
  });
});

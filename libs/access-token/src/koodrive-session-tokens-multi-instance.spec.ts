import { describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError } from '#koodrive';
import { ManualClock, StoreUnavailableError } from '#store';
import { waitUntil } from '../../../test/support/wait-until.js';
import { RecordingRefresher } from '../../../test/support/token-doubles.js';
import {
  createTokenInstance,
  createTokenInstances,
  expireLocks,
  withCurrentRedisClient,
  getCurrentRedis,
  useRedisPerTest,
  renewRejectedToken,
  obtainToken,
} from '../../../test/support/token-instances.js';
import { CredentialSourceError } from './errors.js';

const mei = { kind: 'session', browserSessionId: 'canary-gateway-session', userId: '42' } as const;
const firstSession = { token: 'Bearer canary-first', kooDriveSessionId: 'canary-refresh-value' };

useRedisPerTest();

describe('KooDrive session token of several instances', () => {
  it('is refreshed once', async () => {
    const refresher = new RecordingRefresher();
    const all = await createTokenInstances(3, { refresher });
    const [a] = all;
    await a?.put(mei, firstSession);
    const pending = all.flatMap((t) =>
      Array.from({ length: 20 }, () => renewRejectedToken(t, firstSession.token, mei)),
    );
    expect(new Set(await Promise.all(pending))).toEqual(new Set(['Bearer canary-refreshed-1']));
    expect(refresher.refreshedSessions).toHaveLength(1);
  });

  it('ends on all instances within five seconds', async () => {
    const clock = new ManualClock(Date.now());
    const all = await createTokenInstances(2, { refresher: new RecordingRefresher(), clock });
    await all[0]?.put(mei, firstSession);
    for (const tokens of all) expect(await obtainToken(tokens, mei)).toBe(firstSession.token);
    await all[0]?.delete(mei);
    clock.advance(5_000);
    for (const tokens of all) {
      await expect(obtainToken(tokens, mei)).rejects.toBeInstanceOf(CredentialUnavailableError);
    }
  });

  it('is extended for all instances by a call of one instance', async () => {
    const clock = new ManualClock(Date.now());
    const refresher = new RecordingRefresher();
    const [a, b] = [await createTokenInstance({ refresher, clock }), await createTokenInstance({ refresher, clock })];
    await a.put(mei, firstSession);
    clock.advance(15 * 60_000);
    const [before] = await withCurrentRedisClient((redis) =>
      redis.keys('session-token:*').then((names) => redis.mget(...names)),
    );
    a.recordUse(mei, { kind: 'session', token: firstSession.token });
    await waitUntil('the use to be written', async () => {
      const [now] = await withCurrentRedisClient((redis) =>
        redis.keys('session-token:*').then((names) => redis.mget(...names)),
      );
      return now !== before;
    });
    clock.advance(15 * 60_000);
    expect(await obtainToken(b, mei)).toBe(firstSession.token);
    expect(refresher.refreshedSessions).toHaveLength(0);
  });

  it('with a single-use refresh value is not refreshed by another instance when the first one froze', async () => {
    const [slow, quick] = [new RecordingRefresher(), new RecordingRefresher()];
    const frozen = await createTokenInstance({ refresher: slow });
    const other = await createTokenInstance({ refresher: quick });
    await frozen.put(mei, { ...firstSession, singleUseRefresh: true });
    const thaw = slow.holdRefreshes();
    const delayed = renewRejectedToken(frozen, firstSession.token, mei);
    await waitUntil('the slow refresh', () => slow.refreshedSessions.length === 1);
    await expireLocks();
    await expect(renewRejectedToken(other, firstSession.token, mei)).rejects.toBeInstanceOf(CredentialSourceError);
    expect(quick.refreshedSessions).toHaveLength(0);
    thaw();
    expect(await delayed).toBe('Bearer canary-refreshed-1');
    expect(await renewRejectedToken(other, firstSession.token, mei)).toBe('Bearer canary-refreshed-1');
  });

  it('is not ended by a late rejection after another instance refreshed it', async () => {
    const [slow, quick] = [new RecordingRefresher(), new RecordingRefresher()];
    slow.rejectsRefresh = true;
    const frozen = await createTokenInstance({ refresher: slow });
    const other = await createTokenInstance({ refresher: quick });
    await frozen.put(mei, firstSession);
    const thaw = slow.holdRefreshes();
    const delayed = renewRejectedToken(frozen, firstSession.token, mei);
    await waitUntil('the slow refresh', () => slow.refreshedSessions.length === 1);
    await expireLocks();
    expect(await renewRejectedToken(other, firstSession.token, mei)).toBe('Bearer canary-refreshed-1');
    thaw();
    expect(await delayed).toBe('Bearer canary-refreshed-1');
  });

  it('cannot be obtained, created or deleted without the store', async () => {
    const clock = new ManualClock(Date.now());
    const tokens = await createTokenInstance({ refresher: new RecordingRefresher(), clock });
    await tokens.put(mei, firstSession);
    await getCurrentRedis().kill();
    clock.advance(5_000);
    await expect(obtainToken(tokens, mei)).rejects.toBeInstanceOf(CredentialSourceError);
    await expect(tokens.put(mei, firstSession)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(tokens.delete(mei)).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('that was refreshed while the store was unavailable is used, and shared with the other instances later', async () => {
    let clockOffsetMs = 0;
    const clock = { now: () => Date.now(), monotonic: () => performance.now() + clockOffsetMs };
    const refresher = new RecordingRefresher();
    const a = await createTokenInstance({ refresher, clock });
    const b = await createTokenInstance({ refresher, clock });
    await a.put(mei, firstSession);
    const releaseRefreshes = refresher.holdRefreshes();
    const refreshing = renewRejectedToken(a, firstSession.token, mei);
    await waitUntil('the refresh', () => refresher.refreshedSessions.length === 1);
    getCurrentRedis().freeze();
    releaseRefreshes();
    expect(await refreshing).toBe('Bearer canary-refreshed-1');
    getCurrentRedis().thaw();
    clockOffsetMs = 5_000;
    await waitUntil('the first instance to write the token', () => obtainToken(a, mei).catch(() => undefined), {
      timeoutMs: 5_000,
    });
    expect(await renewRejectedToken(b, firstSession.token, mei)).toBe('Bearer canary-refreshed-1');
    expect(refresher.refreshedSessions).toHaveLength(1);
  });
});

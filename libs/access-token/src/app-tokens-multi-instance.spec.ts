import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { ManualClock, sleep } from '#store';
import { waitUntil } from '../../../test/support/wait-until.js';
import { CountingMinter, RecordingRefresher } from '../../../test/support/token-doubles.js';
import {
  createTokenInstance,
  createTokenInstances,
  expireLocks,
  startCurrentRedis,
  withCurrentRedisClient,
  getCurrentRedis,
  useRedisPerTest,
  renewRejectedToken,
  obtainToken,
} from '../../../test/support/token-instances.js';
import type { AccessTokens } from './access-tokens.js';
import { CredentialSourceError } from './errors.js';

const mei = { kind: 'session', browserSessionId: 'canary-gateway-session', userId: '42' } as const;
const firstSession = { token: 'Bearer canary-first', kooDriveSessionId: 'canary-refresh-value' };

useRedisPerTest();

function obtainFromAll(instances: readonly AccessTokens[], callsEach = 50): Promise<string[]> {
  return Promise.all(instances.flatMap((tokens) => Array.from({ length: callsEach }, () => obtainToken(tokens))));
}

describe('app token of several instances', () => {
  it('is minted once at a cold start, even when the mint takes longer than the lock TTL', async () => {
    const minter = new CountingMinter();
    const all = await createTokenInstances(4, { minter, lockTtlMs: 400 });
    const releaseMints = minter.holdMints();
    const pending = obtainFromAll(all);
    const startedAt = performance.now();
    await waitUntil('several lock TTLs to pass', () => performance.now() > startedAt + 1_200);
    const releasedAt = performance.now();
    releaseMints();
    expect(new Set(await pending)).toEqual(new Set(['canary-app-1']));
    expect(performance.now() - releasedAt).toBeLessThan(1_000);
    expect(minter.mintCount).toBe(1);
  });

  it('is minted once more when it is rejected for all callers at once', async () => {
    const minter = new CountingMinter();
    const all = await createTokenInstances(4, { minter });
    const [token = ''] = await obtainFromAll(all, 1);
    const renewed = await Promise.all(
      all.flatMap((t) => Array.from({ length: 25 }, () => renewRejectedToken(t, token))),
    );
    expect(new Set(renewed)).toEqual(new Set(['canary-app-2']));
    expect(minter.mintCount).toBe(2);
  });

  it('is minted once for an early renewal and once after it expired', async () => {
    const clock = new ManualClock(Date.now());
    const minter = new CountingMinter();
    const all = await createTokenInstances(3, { minter, clock });
    await obtainFromAll(all, 1);
    clock.advance(25 * 60_000);
    await waitUntil('all instances to have the renewed token', async () => {
      return (await obtainFromAll(all, 1)).every((token) => token === 'canary-app-2');
    });
    expect(minter.mintCount).toBe(2);
    clock.advance(31 * 60_000);
    expect(new Set(await obtainFromAll(all))).toEqual(new Set(['canary-app-3']));
  });

  it('is minted once by each instance for its lifetime while Redis is read but not written', async () => {
    const clock = new ManualClock(Date.now());
    const minter = new CountingMinter();
    const all = await createTokenInstances(3, { minter, clock });
    await obtainFromAll(all, 1);
    // Full: the stored token is due for renewal, and can be read, but not be replaced.
    await withCurrentRedisClient((client) => client.config('SET', 'maxmemory', '1'));
    clock.advance(25 * 60_000);
    await waitUntil('all instances to have a token of their own', async () => {
      const tokens = await obtainFromAll(all, 1);
      return new Set(tokens).size === 3 && !tokens.includes('canary-app-1');
    });
    // Between two calls, the instances look at the store, and may renew early again, which takes a second.
    for (let call = 0; call < 6; call += 1) {
      clock.advance(6_000);
      await obtainFromAll(all, 1);
      await sleep(call % 2 === 0 ? 100 : 1_300);
    }
    expect(minter.mintCount).toBe(4);
    await withCurrentRedisClient((client) => client.config('SET', 'maxmemory', '0'));
    await waitUntil('one token for all', async () => {
      clock.advance(1_000);
      return new Set(await obtainFromAll(all, 1)).size === 1;
    });
    expect(minter.mintCount).toBe(4);
  }, 20_000);

  it('is minted by another instance when the lock of a frozen instance expired, and the frozen one does not overwrite it', async () => {
    const [slow, quick] = [new CountingMinter('slow'), new CountingMinter('quick')];
    const frozen = await createTokenInstance({ minter: slow });
    const other = await createTokenInstance({ minter: quick });
    const thaw = slow.holdMints();
    const delayed = obtainToken(frozen);
    await waitUntil('the slow mint', () => slow.mintCount === 1);
    await expireLocks();
    expect(await obtainToken(other)).toBe('canary-quick-1');
    thaw();
    expect(await delayed).toBe('canary-quick-1');
    expect(await obtainToken(await createTokenInstance({ minter: slow }))).toBe('canary-quick-1');
    expect(slow.mintCount + quick.mintCount).toBe(2);
  });

  it('is not overwritten by an instance that froze while it replaced an older token', async () => {
    const [slow, quick] = [new CountingMinter('slow'), new CountingMinter('quick')];
    const frozen = await createTokenInstance({ minter: slow });
    const other = await createTokenInstance({ minter: quick });
    const older = await obtainToken(frozen);
    const thaw = slow.holdMints();
    const delayed = renewRejectedToken(frozen, older);
    await waitUntil('the slow mint', () => slow.mintCount === 2);
    await expireLocks();
    expect(await renewRejectedToken(other, older)).toBe('canary-quick-1');
    thaw();
    expect(await delayed).toBe('canary-quick-1');
    expect(await obtainToken(await createTokenInstance({ minter: slow }))).toBe('canary-quick-1');
  });

  it('is read again after the lock was acquired, since another instance may have minted it in between', async () => {
    const minter = new CountingMinter();
    const quick = await createTokenInstance({ minter });
    const overtaken = await createTokenInstance({ minter }, (store) => ({
      async getOrSet(...args) {
        await obtainToken(quick);
        await waitUntil('the lock to be released', () =>
          withCurrentRedisClient(async (redis) => (await redis.keys('lock:*')).length === 0),
        );
        return store.getOrSet(...args);
      },
    }));
    expect(await obtainToken(overtaken)).toBe('canary-app-1');
    expect(minter.mintCount).toBe(1);
  });

  it('is minted by the next instance when the first one fails', async () => {
    const [failing, working] = [new CountingMinter('failing'), new CountingMinter('working')];
    failing.failure = new Error('token endpoint unavailable');
    const releaseMints = failing.holdMints();
    const first = obtainToken(await createTokenInstance({ minter: failing })).catch((error: unknown) => error);
    await waitUntil('the first mint', () => failing.mintCount === 1);
    const second = obtainToken(await createTokenInstance({ minter: working }));
    releaseMints();
    expect(await first).toBeInstanceOf(CredentialSourceError);
    expect(await second).toBe('canary-working-1');
  });

  it('is minted once when Redis is silent for a short time while the other instances wait', async () => {
    const minter = new CountingMinter();
    const all = await createTokenInstances(3, { minter });
    const releaseMints = minter.holdMints();
    const pending = obtainFromAll(all, 1);
    await waitUntil('the mint', () => minter.mintCount === 1);
    getCurrentRedis().freeze();
    const thawAt = performance.now() + 500;
    await waitUntil('all instances to miss a response', () => performance.now() > thawAt);
    getCurrentRedis().thaw();
    releaseMints();
    expect(new Set(await pending)).toEqual(new Set(['canary-app-1']));
  });

  it.each(['killed', 'frozen'] as const)(
    'is minted once by each instance while Redis is %s, and becomes one shared token afterwards',
    async (failure) => {
      const clock = new ManualClock(Date.now());
      const minter = new CountingMinter();
      const all = await createTokenInstances(3, {
        minter,
        clock: { now: () => clock.now(), monotonic: () => performance.now() },
      });
      await obtainFromAll(all, 1);
      if (failure === 'killed') await getCurrentRedis().kill();
      else getCurrentRedis().freeze();
      clock.advance(31 * 60_000);
      await obtainFromAll(all, 20);
      await obtainFromAll(all, 20);
      expect(minter.mintCount).toBe(1 + all.length);
      if (failure === 'killed') await startCurrentRedis(getCurrentRedis().port);
      else getCurrentRedis().thaw();
      const isShared = async (): Promise<boolean> => new Set(await obtainFromAll(all, 1)).size === 1;
      await waitUntil('one token for all instances', isShared, { timeoutMs: 5_000 });
      expect(await obtainToken(await createTokenInstance({ minter, clock }))).toBe((await obtainFromAll(all, 1))[0]);
      expect(minter.mintCount).toBe(1 + all.length);
    },
    20_000,
  );
});

describe('secrets', () => {
  it('are not readable in the store: no token, refresh value, session id or client', async () => {
    const tokens = await createTokenInstance({ minter: new CountingMinter(), refresher: new RecordingRefresher() });
    await obtainToken(tokens);
    await tokens.put(mei, firstSession);
    await renewRejectedToken(tokens, firstSession.token, mei);
    const storeContents = await withCurrentRedisClient(async (redis) => {
      const names = await redis.keys('*');
      return Buffer.concat([
        Buffer.from(names.join()),
        ...(await redis.mgetBuffer(...names)).map((v) => v ?? Buffer.of()),
      ]);
    });
    expect(storeContents.length).toBeGreaterThan(200);
    expect(storeContents.includes('canary')).toBe(false);
  });

  it('do not appear in errors', async () => {
    const minter = new CountingMinter();
    minter.failure = new Error('broken');
    const refresher = new RecordingRefresher();
    refresher.failure = new Error('broken');
    const tokens = await createTokenInstance({ minter, refresher });
    await tokens.put(mei, firstSession);
    const errors = await Promise.all([
      obtainToken(tokens).catch((error: unknown) => error),
      renewRejectedToken(tokens, firstSession.token, mei).catch((error: unknown) => error),
    ]);
    for (const error of errors) {
      expect(error).toBeInstanceOf(CredentialSourceError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('canary');
    }
  });
});

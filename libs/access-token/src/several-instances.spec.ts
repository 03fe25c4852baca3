import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { inspect } from 'node:util';
import { CredentialUnavailableError, type Principal } from '#koodrive';
import { ManualClock, RedisStore, StoreUnavailableError } from '#store';
import { until } from '../../../test/support/deadline.js';
import { startRedis, type RedisServer } from '../../../test/support/redis.js';
import { AccessTokens, type AccessTokensOptions } from './access-tokens.js';
import { CredentialSourceError } from './errors.js';
import { CountingMinter, never, newVault, RecordingRefresher } from '../../../test/support/token-doubles.js';

const app = { kind: 'app' } as const;
const mei = { kind: 'session', sessionId: 'canary-gateway-session', userId: '42' } as const;
const FIRST = { token: 'Bearer canary-first', upstreamSessionId: 'canary-refresh-value' };

const vault = newVault();
const opened: { close(): Promise<void> }[] = [];
let server: RedisServer;

beforeEach(async () => {
  server = await startRedis();
  opened.push({ close: () => server.stop() });
});
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function instance(options: Omit<AccessTokensOptions, 'store' | 'vault'>): Promise<AccessTokens> {
  const store = new RedisStore({ url: server.url });
  opened.push(store);
  await store.ready(5_000);
  return new AccessTokens({ store, vault, ...options });
}

function instances(count: number, options: Omit<AccessTokensOptions, 'store' | 'vault'>): Promise<AccessTokens[]> {
  return Promise.all(Array.from({ length: count }, () => instance(options)));
}

async function tokenOf(tokens: AccessTokens, principal: Principal = app): Promise<string> {
  const kind = principal.kind === 'session' ? 'session' : 'app-token';
  const credential = await tokens.obtain(principal, kind, never);
  return 'token' in credential ? credential.token : '';
}

async function refused(tokens: AccessTokens, token: string, principal: Principal = app): Promise<string> {
  const kind = principal.kind === 'session' ? 'session' : 'app-token';
  const credential = await tokens.renew(principal, { kind, token }, never);
  return 'token' in credential ? credential.token : '';
}

function callers(all: readonly AccessTokens[], each = 50): Promise<string[]> {
  return Promise.all(all.flatMap((tokens) => Array.from({ length: each }, () => tokenOf(tokens))));
}

async function raw<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(server.url);
  return work(redis).finally(() => redis.disconnect());
}

describe('an app token for several instances', () => {
  it('is minted once at a cold start, though the mint takes longer than the life of the lock', async () => {
    const minter = new CountingMinter();
    const all = await instances(4, { minter, lockLife: 90 });
    const open = minter.hold();
    const asked = callers(all);
    const start = performance.now();
    await until('several lives of the lock to go by', () => performance.now() > start + 400);
    const opening = performance.now();
    open();
    expect(new Set(await asked)).toEqual(new Set(['canary-app-1']));
    expect(performance.now() - opening).toBeLessThan(100);
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
    await raw(async (redis) => redis.del(...(await redis.keys('lock:*'))));
    expect(await tokenOf(other)).toBe('canary-quick-1');
    thaw();
    expect(await late).toBe('canary-quick-1');
    expect(await tokenOf(await instance({ minter: slow }))).toBe('canary-quick-1');
    expect(slow.mints + quick.mints).toBe(2);
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

  it.each(['killed', 'frozen'] as const)(
    'is minted once by each with Redis %s, and is one again afterwards',
    async (how) => {
      const clock = new ManualClock(Date.now());
      const minter = new CountingMinter();
      const all = await instances(3, { minter, clock: { now: () => clock.now(), monotonic: () => performance.now() } });
      await callers(all, 1);
      if (how === 'killed') await server.kill();
      else server.freeze();
      clock.advance(31 * 60_000);
      await callers(all, 20);
      await callers(all, 20);
      expect(minter.mints).toBe(1 + all.length);
      if (how === 'killed') server = await startRedis({ port: server.port });
      else server.thaw();
      if (how === 'killed') opened.unshift({ close: () => server.stop() });
      const one = async (): Promise<boolean> => new Set(await callers(all, 1)).size === 1;
      await until('one token for all', one, { within: 5_000 });
      expect(await tokenOf(await instance({ minter, clock }))).toBe((await callers(all, 1))[0]);
      expect(minter.mints).toBe(1 + all.length);
    },
    20_000,
  );
});

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
    await raw(async (redis) => redis.del(...(await redis.keys('lock:*'))));
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
    await raw(async (redis) => redis.del(...(await redis.keys('lock:*'))));
    expect(await refused(other, FIRST.token, mei)).toBe('Bearer canary-refreshed-1');
    thaw();
    expect(await late).toBe('Bearer canary-refreshed-1');
  });

  it('is not to be had without the store, and no session begins without it', async () => {
    const clock = new ManualClock(Date.now());
    const tokens = await instance({ refresher: new RecordingRefresher(), clock });
    await tokens.put(mei, FIRST);
    await server.kill();
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
    server.freeze();
    open();
    expect(await refreshing).toBe('Bearer canary-refreshed-1');
    server.thaw();
    leap = 5_000;
    await until('the first to have written it', () => tokenOf(a, mei).catch(() => undefined), { within: 5_000 });
    expect(await refused(b, FIRST.token, mei)).toBe('Bearer canary-refreshed-1');
    expect(refresher.spent).toHaveLength(1);
  });
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

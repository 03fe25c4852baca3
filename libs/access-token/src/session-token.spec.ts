import { beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError, UpstreamUnavailableError } from '#koodrive';
import { ManualClock, MemoryStore } from '#store';
import { until } from '../../../test/support/deadline.js';
import { AccessTokens } from './access-tokens.js';
import { CredentialSourceError } from './errors.js';
import { never, newVault, RecordingRefresher } from '../../../test/support/token-doubles.js';

const mei = { kind: 'session', sessionId: 'canary-gateway-session', userId: '42' } as const;
const jonas = { kind: 'session', sessionId: 'another', userId: '43' } as const;
const FIRST = { token: 'Bearer+canary-first', upstreamSessionId: 'canary-refresh-value' };
const MINUTE = 60_000;

let clock: ManualClock;
let refresher: RecordingRefresher;
let store: MemoryStore;
let tokens: AccessTokens;

const tokenOf = async (from = tokens, who: typeof mei | typeof jonas = mei): Promise<string> => {
  const credential = await from.obtain(who, 'session', never);
  return credential.kind === 'session' ? credential.token : '';
};
const refused = async (token: string, from = tokens): Promise<string> => {
  const credential = await from.renew(mei, { kind: 'session', token }, never);
  return credential.kind === 'session' ? credential.token : '';
};
/** A call that the upstream takes. */
const call = async (): Promise<string> => {
  const token = await tokenOf();
  tokens.used(mei, { kind: 'session', token });
  return token;
};

beforeEach(async () => {
  clock = new ManualClock();
  refresher = new RecordingRefresher();
  store = new MemoryStore({ clock });
  tokens = new AccessTokens({ store, vault: newVault(), refresher, clock });
  await tokens.put(mei, FIRST);
});

describe('the life of a session token', () => {
  it('is sent back exactly as it was received', async () => {
    expect(await tokenOf()).toBe('Bearer+canary-first');
  });

  it('goes on with every call: twenty minutes from the last one', async () => {
    for (let i = 0; i < 10; i++) {
      clock.advance(17 * MINUTE);
      expect(await call()).toBe(FIRST.token);
    }
    expect(refresher.spent).toHaveLength(0);
  });

  it('does not go on by being asked for alone, as for an answer that was kept', async () => {
    clock.advance(10 * MINUTE);
    await tokenOf();
    clock.advance(9 * MINUTE);
    expect(await tokenOf()).toBe('Bearer canary-refreshed-1');
    expect(refresher.spent).toEqual([FIRST]);
  });

  it('does not go on by a call with the token before it', async () => {
    clock.advance(19 * MINUTE);
    await tokenOf();
    clock.advance(17 * MINUTE);
    tokens.used(mei, { kind: 'session', token: FIRST.token });
    clock.advance(2 * MINUTE);
    expect(await tokenOf()).toBe('Bearer canary-refreshed-2');
  });

  it('is refreshed once for all who come while it lapses', async () => {
    clock.advance(19 * MINUTE);
    const all = await Promise.all(Array.from({ length: 50 }, () => tokenOf()));
    expect(new Set(all)).toEqual(new Set(['Bearer canary-refreshed-1']));
    expect(refresher.spent).toHaveLength(1);
  });

  it('is refreshed once for all who were refused, and not again for one who was refused earlier', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => refused(FIRST.token)));
    expect(new Set(all)).toEqual(new Set(['Bearer canary-refreshed-1']));
    expect(await refused(FIRST.token)).toBe('Bearer canary-refreshed-1');
    expect(refresher.spent).toHaveLength(1);
  });

  it('is refreshed with the token and the refresh value that were given last', async () => {
    await refused(await refused(FIRST.token));
    expect(refresher.spent.map(({ token }) => token)).toEqual([FIRST.token, 'Bearer canary-refreshed-1']);
    expect(new Set(refresher.spent.map((s) => s.upstreamSessionId))).toEqual(new Set([FIRST.upstreamSessionId]));
  });

  it('ends when the upstream refuses the refresh', async () => {
    refresher.refuse = true;
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialUnavailableError);
    await expect(tokenOf()).rejects.toBeInstanceOf(CredentialUnavailableError);
    expect(refresher.spent).toHaveLength(1);
  });

  it('does not end by a network error: a later try may succeed', async () => {
    refresher.failure = new Error('connection reset');
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialSourceError);
    refresher.failure = null;
    expect(await refused(FIRST.token)).toBe('Bearer canary-refreshed-2');
  });

  it('is still used where it cannot be refreshed now but has not lapsed yet', async () => {
    clock.advance(19 * MINUTE);
    refresher.failure = new Error('connection reset');
    expect(await call()).toBe(FIRST.token);
    clock.advance(5 * MINUTE);
    expect(await tokenOf()).toBe(FIRST.token);
  });

  it('ends with the session', async () => {
    await tokens.drop(mei);
    await expect(tokenOf()).rejects.toBeInstanceOf(CredentialUnavailableError);
  });

  it('is not brought back by a refresh that was under way when the session ended', async () => {
    const open = refresher.hold();
    const refreshing = refused(FIRST.token);
    await until('the refresh', () => refresher.spent.length === 1);
    await tokens.drop(mei);
    open();
    await expect(refreshing).rejects.toBeInstanceOf(CredentialUnavailableError);
    await expect(tokenOf()).rejects.toBeInstanceOf(CredentialUnavailableError);
  });

  it("is nobody else's", async () => {
    await expect(tokenOf(tokens, jonas)).rejects.toBeInstanceOf(CredentialUnavailableError);
    await tokens.put(jonas, { token: 'Bearer of-jonas', upstreamSessionId: 'j' });
    expect(await tokenOf(tokens, jonas)).toBe('Bearer of-jonas');
    expect(await tokenOf()).toBe(FIRST.token);
  });
});

describe('a user who gets kept answers alone', () => {
  it('has the token refreshed well before it lapses', async () => {
    clock.advance(9 * MINUTE);
    tokens.keepAlive(mei);
    clock.advance(2 * MINUTE);
    tokens.keepAlive(mei);
    tokens.keepAlive(mei);
    await until('the refresh', async () => (await tokenOf()) === 'Bearer canary-refreshed-1');
    tokens.keepAlive(mei);
    expect(refresher.spent).toHaveLength(1);
  });

  it('does not notice where that fails', async () => {
    refresher.failure = new Error('down');
    clock.advance(11 * MINUTE);
    tokens.keepAlive(mei);
    tokens.keepAlive({ kind: 'app' });
    await until('the try', () => refresher.spent.length === 1);
    expect(await tokenOf()).toBe(FIRST.token);
  });
});

describe('a pasted token', () => {
  it('is brought into the usual form', async () => {
    await tokens.put(mei, { ...FIRST, pasted: true });
    expect(await tokenOf()).toBe('Bearer canary-first');
  });

  it('is left as it is where that is turned off', async () => {
    const exact = new AccessTokens({ store, vault: newVault(), refresher, clock, normalisePasted: false });
    await exact.put(mei, { ...FIRST, pasted: true });
    expect(await tokenOf(exact)).toBe(FIRST.token);
  });
});

describe('a refresh value that may be spent once only', () => {
  beforeEach(() => tokens.put(mei, { ...FIRST, spendOnce: true }));

  it('is replaced by what its spending brought', async () => {
    expect(await refused(FIRST.token)).toBe('Bearer canary-refreshed-1');
    expect(await refused('Bearer canary-refreshed-1')).toBe('Bearer canary-refreshed-2');
  });

  it('is not spent again where the outcome of its spending is unknown', async () => {
    refresher.failure = new Error('connection reset');
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialSourceError);
    refresher.failure = null;
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialSourceError);
    expect(refresher.spent).toHaveLength(1);
  });

  it('ends the session once nobody can bring the outcome any more and the token is refused', async () => {
    const ended: unknown[] = [];
    const onSessionEnded = (principal: unknown): void => void ended.push(principal);
    tokens = new AccessTokens({ store, vault: newVault(), refresher, clock, onSessionEnded });
    await tokens.put(mei, { ...FIRST, spendOnce: true });
    refresher.failure = new Error('connection reset');
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialSourceError);
    clock.advance(29_000);
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialSourceError);
    expect(ended).toEqual([]);
    clock.advance(1_000);
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialUnavailableError);
    expect(ended).toEqual([mei]);
    expect(refresher.spent).toHaveLength(1);
  });

  it('is spent later where the upstream was not reached', async () => {
    const unreached = { outcome: 'unsent', transient: true, outage: true } as const;
    refresher.failure = new UpstreamUnavailableError('refreshSession', unreached, null);
    await expect(refused(FIRST.token)).rejects.toBeInstanceOf(CredentialSourceError);
    refresher.failure = null;
    expect(await refused(FIRST.token)).toBe('Bearer canary-refreshed-2');
  });

  it('leaves the token in use for as long as it lives', async () => {
    clock.advance(19 * MINUTE);
    refresher.failure = new Error('connection reset');
    expect(await call()).toBe(FIRST.token);
    clock.advance(19 * MINUTE);
    expect(await call()).toBe(FIRST.token);
    expect(refresher.spent).toHaveLength(1);
  });
});

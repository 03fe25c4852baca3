import { beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError, UpstreamUnavailableError } from '#koodrive';
import { ManualClock, MemoryStore } from '#store';
import { waitUntil } from '../../../test/support/wait-until.js';
import { AccessTokens } from './access-tokens.js';
import { CredentialSourceError } from './errors.js';
import { neverAbortedSignal, createTestVault, RecordingRefresher } from '../../../test/support/token-doubles.js';

const mei = { kind: 'session', browserSessionId: 'canary-gateway-session', userId: '42' } as const;
const jonas = { kind: 'session', browserSessionId: 'another', userId: '43' } as const;
const firstSession = { token: 'Bearer+canary-first', kooDriveSessionId: 'canary-refresh-value' };
const minuteMs = 60_000;

let clock: ManualClock;
let refresher: RecordingRefresher;
let store: MemoryStore;
let tokens: AccessTokens;

const tokenOf = async (from = tokens, principal: typeof mei | typeof jonas = mei): Promise<string> => {
  const credential = await from.obtain(principal, 'session', neverAbortedSignal);
  return credential.kind === 'session' ? credential.token : '';
};
const renewRejected = async (token: string, from = tokens): Promise<string> => {
  const credential = await from.renew(mei, { kind: 'session', token }, neverAbortedSignal);
  return credential.kind === 'session' ? credential.token : '';
};
/** A call that the upstream accepts. */
const call = async (): Promise<string> => {
  const token = await tokenOf();
  tokens.recordUse(mei, { kind: 'session', token });
  return token;
};

beforeEach(async () => {
  clock = new ManualClock();
  refresher = new RecordingRefresher();
  store = new MemoryStore({ clock });
  tokens = new AccessTokens({ store, vault: createTestVault(), refresher, clock });
  await tokens.put(mei, firstSession);
});

describe('KooDrive session token', () => {
  it('is returned exactly as the upstream issued it', async () => {
    expect(await tokenOf()).toBe('Bearer+canary-first');
  });

  it('stays valid for twenty minutes after each call', async () => {
    for (let i = 0; i < 10; i++) {
      clock.advance(17 * minuteMs);
      expect(await call()).toBe(firstSession.token);
    }
    expect(refresher.refreshedSessions).toHaveLength(0);
  });

  it('is not extended when it is obtained without a call, as for a cached response', async () => {
    clock.advance(10 * minuteMs);
    await tokenOf();
    clock.advance(9 * minuteMs);
    expect(await tokenOf()).toBe('Bearer canary-refreshed-1');
    expect(refresher.refreshedSessions).toEqual([firstSession]);
  });

  it('is not extended by a call with the previous token', async () => {
    clock.advance(19 * minuteMs);
    await tokenOf();
    clock.advance(17 * minuteMs);
    tokens.recordUse(mei, { kind: 'session', token: firstSession.token });
    clock.advance(2 * minuteMs);
    expect(await tokenOf()).toBe('Bearer canary-refreshed-2');
  });

  it('is refreshed once for all callers that come when it expires', async () => {
    clock.advance(19 * minuteMs);
    const all = await Promise.all(Array.from({ length: 50 }, () => tokenOf()));
    expect(new Set(all)).toEqual(new Set(['Bearer canary-refreshed-1']));
    expect(refresher.refreshedSessions).toHaveLength(1);
  });

  it('is refreshed once for all rejected callers, and not again for a late rejection', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => renewRejected(firstSession.token)));
    expect(new Set(all)).toEqual(new Set(['Bearer canary-refreshed-1']));
    expect(await renewRejected(firstSession.token)).toBe('Bearer canary-refreshed-1');
    expect(refresher.refreshedSessions).toHaveLength(1);
  });

  it('is refreshed with the latest token and refresh value', async () => {
    await renewRejected(await renewRejected(firstSession.token));
    expect(refresher.refreshedSessions.map(({ token }) => token)).toEqual([
      firstSession.token,
      'Bearer canary-refreshed-1',
    ]);
    expect(new Set(refresher.refreshedSessions.map((s) => s.kooDriveSessionId))).toEqual(
      new Set([firstSession.kooDriveSessionId]),
    );
  });

  it('ends when the upstream rejects the refresh', async () => {
    refresher.rejectsRefresh = true;
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialUnavailableError);
    await expect(tokenOf()).rejects.toBeInstanceOf(CredentialUnavailableError);
    expect(refresher.refreshedSessions).toHaveLength(1);
  });

  it('does not end after a network error: a later attempt may succeed', async () => {
    refresher.failure = new Error('connection reset');
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialSourceError);
    refresher.failure = undefined;
    expect(await renewRejected(firstSession.token)).toBe('Bearer canary-refreshed-2');
  });

  it('is still used when it cannot be refreshed but has not expired yet', async () => {
    clock.advance(19 * minuteMs);
    refresher.failure = new Error('connection reset');
    expect(await call()).toBe(firstSession.token);
    clock.advance(5 * minuteMs);
    expect(await tokenOf()).toBe(firstSession.token);
  });

  it('ends when the KooDrive session is deleted', async () => {
    await tokens.delete(mei);
    await expect(tokenOf()).rejects.toBeInstanceOf(CredentialUnavailableError);
  });

  it('is not restored by a refresh that was running when the KooDrive session was deleted', async () => {
    const releaseRefreshes = refresher.holdRefreshes();
    const refreshing = renewRejected(firstSession.token);
    await waitUntil('the refresh', () => refresher.refreshedSessions.length === 1);
    await tokens.delete(mei);
    releaseRefreshes();
    await expect(refreshing).rejects.toBeInstanceOf(CredentialUnavailableError);
    await expect(tokenOf()).rejects.toBeInstanceOf(CredentialUnavailableError);
  });

  it('belongs to one principal only', async () => {
    await expect(tokenOf(tokens, jonas)).rejects.toBeInstanceOf(CredentialUnavailableError);
    await tokens.put(jonas, { token: 'Bearer of-jonas', kooDriveSessionId: 'j' });
    expect(await tokenOf(tokens, jonas)).toBe('Bearer of-jonas');
    expect(await tokenOf()).toBe(firstSession.token);
  });
});

describe('user who gets only cached responses', () => {
  it('gets the token refreshed well before it expires', async () => {
    clock.advance(9 * minuteMs);
    tokens.keepAlive(mei);
    clock.advance(2 * minuteMs);
    tokens.keepAlive(mei);
    tokens.keepAlive(mei);
    await waitUntil('the refresh', async () => (await tokenOf()) === 'Bearer canary-refreshed-1');
    tokens.keepAlive(mei);
    expect(refresher.refreshedSessions).toHaveLength(1);
  });

  it('does not notice a failed refresh', async () => {
    refresher.failure = new Error('down');
    clock.advance(11 * minuteMs);
    tokens.keepAlive(mei);
    tokens.keepAlive({ kind: 'app' });
    await waitUntil('the attempt', () => refresher.refreshedSessions.length === 1);
    expect(await tokenOf()).toBe(firstSession.token);
  });
});

describe('single-use refresh value', () => {
  beforeEach(() => tokens.put(mei, { ...firstSession, singleUseRefresh: true }));

  it('is replaced by the result of its refresh', async () => {
    expect(await renewRejected(firstSession.token)).toBe('Bearer canary-refreshed-1');
    expect(await renewRejected('Bearer canary-refreshed-1')).toBe('Bearer canary-refreshed-2');
  });

  it('is not consumed again when the outcome of its refresh is unknown', async () => {
    refresher.failure = new Error('connection reset');
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialSourceError);
    refresher.failure = undefined;
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialSourceError);
    expect(refresher.refreshedSessions).toHaveLength(1);
  });

  it('ends the KooDrive session when its outcome is lost and the token is rejected', async () => {
    const ended: unknown[] = [];
    tokens = new AccessTokens({
      store,
      vault: createTestVault(),
      refresher,
      clock,
      onKooDriveSessionEnded: (principal) => ended.push(principal),
    });
    await tokens.put(mei, { ...firstSession, singleUseRefresh: true });
    refresher.failure = new Error('connection reset');
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialSourceError);
    clock.advance(29_000);
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialSourceError);
    expect(ended).toEqual([]);
    clock.advance(1_000);
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialUnavailableError);
    expect(ended).toEqual([mei]);
    expect(refresher.refreshedSessions).toHaveLength(1);
  });

  it('is consumed later when the upstream could not be reached', async () => {
    const unreachable = { outcome: 'unsent', transient: true, outage: true } as const;
    refresher.failure = new UpstreamUnavailableError('refreshSession', unreachable, undefined);
    await expect(renewRejected(firstSession.token)).rejects.toBeInstanceOf(CredentialSourceError);
    refresher.failure = undefined;
    expect(await renewRejected(firstSession.token)).toBe('Bearer canary-refreshed-2');
  });

  it('leaves the token in use until it expires', async () => {
    clock.advance(19 * minuteMs);
    refresher.failure = new Error('connection reset');
    expect(await call()).toBe(firstSession.token);
    clock.advance(19 * minuteMs);
    expect(await call()).toBe(firstSession.token);
    expect(refresher.refreshedSessions).toHaveLength(1);
  });
});

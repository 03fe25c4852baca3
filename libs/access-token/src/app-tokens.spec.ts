import { beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError } from '#koodrive';
import { ManualClock, MemoryStore } from '#store';
import { inspect } from 'node:util';
import { waitUntil } from '../../../test/support/wait-until.js';
import { AccessTokens } from './access-tokens.js';
import { CredentialSourceError, MintFailedError } from './errors.js';
import { CountingMinter, neverAbortedSignal, createTestVault } from '../../../test/support/token-doubles.js';

const app = { kind: 'app' } as const;
const minuteMs = 60_000;
let clock: ManualClock;
let minter: CountingMinter;
let store: MemoryStore;
let tokens: AccessTokens;

const obtain = async (from = tokens): Promise<string> => {
  const credential = await from.obtain(app, 'app-token', neverAbortedSignal);
  return credential.kind === 'app-token' ? credential.token : '';
};
const renew = async (rejected: string): Promise<string> => {
  const credential = await tokens.renew(app, { kind: 'app-token', token: rejected }, neverAbortedSignal);
  return credential.kind === 'app-token' ? credential.token : '';
};

beforeEach(() => {
  clock = new ManualClock();
  minter = new CountingMinter();
  store = new MemoryStore({ clock });
  tokens = new AccessTokens({ store, vault: createTestVault(), minter, clock, random: () => 0 });
});

describe('app token', () => {
  it('is minted at the first use, not before', async () => {
    expect(minter.mintCount).toBe(0);
    expect(await obtain()).toBe('canary-app-1');
  });

  it('is minted once for all concurrent callers', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => obtain()));
    expect(new Set(all)).toEqual(new Set(['canary-app-1']));
    expect(minter.mintCount).toBe(1);
  });

  it('is used for most of its lifetime without another mint', async () => {
    await obtain();
    for (let minute = 0; minute < 23; minute++) {
      clock.advance(minuteMs);
      expect(await obtain()).toBe('canary-app-1');
    }
    expect(minter.mintCount).toBe(1);
  });

  it('is renewed in the background after four fifths of its lifetime, while callers get the old one', async () => {
    await obtain();
    clock.advance(24 * minuteMs + 1);
    const releaseMints = minter.holdMints();
    expect(await obtain()).toBe('canary-app-1');
    expect(await obtain()).toBe('canary-app-1');
    await waitUntil('the background mint', () => minter.mintCount === 2);
    releaseMints();
    await waitUntil('the new token', async () => (await obtain()) === 'canary-app-2');
    expect(minter.mintCount).toBe(2);
  });

  it('is renewed up to a random time earlier, so that instances do not renew together', async () => {
    const eager = new AccessTokens({ store, vault: createTestVault(), minter, clock, random: () => 0.999 });
    await obtain(eager);
    clock.advance(22.6 * minuteMs);
    await obtain(eager);
    await waitUntil('the early mint', () => minter.mintCount === 2);
  });

  it('is not renewed in the background at each call while the renewal fails', async () => {
    await obtain();
    clock.advance(25 * minuteMs);
    minter.failure = new Error('token endpoint down');
    for (let call = 0; call < 50; call++) {
      expect(await obtain()).toBe('canary-app-1');
      await new Promise(setImmediate);
    }
    expect(minter.mintCount).toBe(2);
    clock.advance(5_001);
    await obtain();
    await waitUntil('the next attempt', () => minter.mintCount === 3);
  });

  it('makes the caller wait for a new token after it expired', async () => {
    await obtain();
    clock.advance(30 * minuteMs);
    expect(await obtain()).toBe('canary-app-2');
  });

  it('is replaced at once when the upstream rejects it, and all rejected callers share one new token', async () => {
    const first = await obtain();
    const renewed = await Promise.all(Array.from({ length: 100 }, () => renew(first)));
    expect(new Set(renewed)).toEqual(new Set(['canary-app-2']));
    expect(minter.mintCount).toBe(2);
    expect(await obtain()).toBe('canary-app-2');
  });

  it('is not minted again when a late rejection names an earlier token', async () => {
    const first = await obtain();
    await renew(first);
    expect(await renew(first)).toBe('canary-app-2');
    expect(minter.mintCount).toBe(2);
  });

  it('is used again when the endpoint returns the same token, since there is no better one', async () => {
    minter.fixedToken = 'canary-same';
    expect(await renew(await obtain())).toBe('canary-same');
    expect(await obtain()).toBe('canary-same');
    expect(minter.mintCount).toBe(2);
  });

  it('is read from the store by a new process', async () => {
    const vault = createTestVault();
    await obtain(new AccessTokens({ store, vault, minter, clock }));
    expect(await obtain(new AccessTokens({ store, vault, minter, clock }))).toBe('canary-app-1');
    expect(minter.mintCount).toBe(1);
  });

  it('is minted again when the stored bytes cannot be decrypted', async () => {
    await obtain();
    const otherVault = new AccessTokens({ store, vault: createTestVault(), minter, clock });
    expect(await obtain(otherVault)).toBe('canary-app-2');
  });

  it('is a separate token for each client and endpoint', async () => {
    const vault = createTestVault();
    await obtain(new AccessTokens({ store, vault, minter, clock }));
    const other = Object.assign(new CountingMinter('other'), { identity: 'https://elsewhere.test client' });
    expect(await obtain(new AccessTokens({ store, vault, minter: other, clock }))).toBe('canary-other-1');
  });
});

describe('failed mint', () => {
  it('fails all waiting callers after one request, and the next caller starts a new attempt', async () => {
    minter.failure = new MintFailedError('the token endpoint responded with 503', true);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => obtain()));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(minter.mintCount).toBe(1);
    minter.failure = undefined;
    expect(await obtain()).toBe('canary-app-2');
  });

  it('is a CredentialSourceError with the failure as its cause', async () => {
    minter.failure = new MintFailedError('the token endpoint responded with 401 (invalid_client)', false);
    const error: unknown = await obtain().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CredentialSourceError);
    expect(inspect(error, { depth: 9 })).toContain('invalid_client');
  });
});

describe('aborted caller', () => {
  it('stops waiting, while other callers still get the token', async () => {
    const releaseMints = minter.holdMints();
    const controller = new AbortController();
    const aborted = tokens.obtain(app, 'app-token', controller.signal);
    const waiting = obtain();
    controller.abort(new Error('enough'));
    await expect(aborted).rejects.toThrow('enough');
    releaseMints();
    expect(await waiting).toBe('canary-app-1');
    expect(minter.mintCount).toBe(1);
  });
});

describe('credential by principal', () => {
  const user = { kind: 'user', userId: '42' } as const;
  const session = { kind: 'session', browserSessionId: 's', userId: '42' } as const;

  it('is the same app token for the app and for a user principal', async () => {
    expect(await tokens.obtain(app, 'app-token', neverAbortedSignal)).toEqual(
      await tokens.obtain(user, 'app-token', neverAbortedSignal),
    );
  });

  it('is a signature from the configured app for a user principal, and the same one after a rejection', async () => {
    const signing = new AccessTokens({ store, vault: createTestVault(), app: { appId: 'id', appSecret: 'canary' } });
    const credential = await signing.obtain(user, 'signature', neverAbortedSignal);
    expect(credential).toEqual({ kind: 'signature', appId: 'id', appSecret: 'canary', userId: '42' });
    expect(await signing.renew(user, credential, neverAbortedSignal)).toEqual(credential);
  });

  it.each([
    [session, 'app-token'],
    [session, 'signature'],
    [session, 'session'],
    [user, 'session'],
    [user, 'signature'],
    [app, 'session'],
    [app, 'signature'],
  ] as const)('is unavailable: %j gets no %s', async (principal, kind) => {
    await expect(tokens.obtain(principal, kind, neverAbortedSignal)).rejects.toBeInstanceOf(CredentialUnavailableError);
  });

  it('is no app token when no endpoint is configured', async () => {
    const withoutMinter = new AccessTokens({ store, vault: createTestVault() });
    await expect(withoutMinter.obtain(app, 'app-token', neverAbortedSignal)).rejects.toBeInstanceOf(
      CredentialUnavailableError,
    );
  });
});

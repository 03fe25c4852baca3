import { beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError } from '#koodrive';
import { ManualClock, MemoryStore } from '#store';
import { inspect } from 'node:util';
import { until } from '../../../test/support/deadline.js';
import { AccessTokens } from './access-tokens.js';
import { CredentialSourceError, MintFailedError } from './errors.js';
import { CountingMinter, never, newVault } from '../../../test/support/token-doubles.js';

const app = { kind: 'app' } as const;
const MINUTE = 60_000;
let clock: ManualClock;
let minter: CountingMinter;
let store: MemoryStore;
let tokens: AccessTokens;

const obtain = async (from = tokens): Promise<string> => {
  const credential = await from.obtain(app, 'app-token', never);
  return credential.kind === 'app-token' ? credential.token : '';
};
const renew = async (refused: string): Promise<string> => {
  const credential = await tokens.renew(app, { kind: 'app-token', token: refused }, never);
  return credential.kind === 'app-token' ? credential.token : '';
};

beforeEach(() => {
  clock = new ManualClock();
  minter = new CountingMinter();
  store = new MemoryStore({ clock });
  tokens = new AccessTokens({ store, vault: newVault(), minter, clock, random: () => 0 });
});

describe('the life of an app token', () => {
  it('begins with the first need, not before', async () => {
    expect(minter.mints).toBe(0);
    expect(await obtain()).toBe('canary-app-1');
  });

  it('serves everyone who comes at once', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => obtain()));
    expect(new Set(all)).toEqual(new Set(['canary-app-1']));
    expect(minter.mints).toBe(1);
  });

  it('goes on through most of its time without another mint', async () => {
    await obtain();
    for (let minute = 0; minute < 23; minute++) {
      clock.advance(MINUTE);
      expect(await obtain()).toBe('canary-app-1');
    }
    expect(minter.mints).toBe(1);
  });

  it('is renewed in the background at four fifths of it, while callers go on with the old one', async () => {
    await obtain();
    clock.advance(24 * MINUTE + 1);
    const open = minter.hold();
    expect(await obtain()).toBe('canary-app-1');
    expect(await obtain()).toBe('canary-app-1');
    await until('the background mint', () => minter.mints === 2);
    open();
    await until('the new token', async () => (await obtain()) === 'canary-app-2');
    expect(minter.mints).toBe(2);
  });

  it('may be renewed a little earlier by chance, so that instances do not all come at once', async () => {
    const eager = new AccessTokens({ store, vault: newVault(), minter, clock, random: () => 0.999 });
    await obtain(eager);
    clock.advance(22.6 * MINUTE);
    await obtain(eager);
    await until('the early mint', () => minter.mints === 2);
  });

  it('is not renewed in the background at the rate of the calls where that fails', async () => {
    await obtain();
    clock.advance(25 * MINUTE);
    minter.failure = new Error('token endpoint down');
    for (let call = 0; call < 50; call++) {
      expect(await obtain()).toBe('canary-app-1');
      await new Promise(setImmediate);
    }
    expect(minter.mints).toBe(2);
    clock.advance(5_001);
    await obtain();
    await until('the next try', () => minter.mints === 3);
  });

  it('ends with its time: then the caller waits for a new one', async () => {
    await obtain();
    clock.advance(30 * MINUTE);
    expect(await obtain()).toBe('canary-app-2');
  });

  it('ends at once when the upstream refuses it, and all who were refused share one new token', async () => {
    const first = await obtain();
    const renewed = await Promise.all(Array.from({ length: 100 }, () => renew(first)));
    expect(new Set(renewed)).toEqual(new Set(['canary-app-2']));
    expect(minter.mints).toBe(2);
    expect(await obtain()).toBe('canary-app-2');
  });

  it('costs no mint when a refusal of an earlier token comes late', async () => {
    const first = await obtain();
    await renew(first);
    expect(await renew(first)).toBe('canary-app-2');
    expect(minter.mints).toBe(2);
  });

  it('goes on where the endpoint gives the same token again, since there is no better one', async () => {
    minter.always = 'canary-same';
    expect(await renew(await obtain())).toBe('canary-same');
    expect(await obtain()).toBe('canary-same');
    expect(minter.mints).toBe(2);
  });

  it('survives a new process on the same store', async () => {
    const vault = newVault();
    await obtain(new AccessTokens({ store, vault, minter, clock }));
    expect(await obtain(new AccessTokens({ store, vault, minter, clock }))).toBe('canary-app-1');
    expect(minter.mints).toBe(1);
  });

  it('is minted anew where the kept bytes do not open', async () => {
    await obtain();
    const others = new AccessTokens({ store, vault: newVault(), minter, clock });
    expect(await obtain(others)).toBe('canary-app-2');
  });

  it('is another for another client or endpoint', async () => {
    const vault = newVault();
    await obtain(new AccessTokens({ store, vault, minter, clock }));
    const other = Object.assign(new CountingMinter('other'), { identity: 'https://elsewhere.test client' });
    expect(await obtain(new AccessTokens({ store, vault, minter: other, clock }))).toBe('canary-other-1');
  });
});

describe('a mint that fails', () => {
  it('fails all who wait for it with one call, and is forgotten: the next caller tries anew', async () => {
    minter.failure = new MintFailedError('the token endpoint answered 503', true);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => obtain()));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(minter.mints).toBe(1);
    minter.failure = null;
    expect(await obtain()).toBe('canary-app-2');
  });

  it('is told as a credential that cannot be had now, with the reason as its cause', async () => {
    minter.failure = new MintFailedError('the token endpoint answered 401 (invalid_client)', false);
    const error: unknown = await obtain().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CredentialSourceError);
    expect(inspect(error, { depth: 9 })).toContain('invalid_client');
  });
});

describe('a caller who gives up', () => {
  it("ends their own waiting and nobody else's", async () => {
    const open = minter.hold();
    const controller = new AbortController();
    const leaves = tokens.obtain(app, 'app-token', controller.signal);
    const stays = obtain();
    controller.abort(new Error('enough'));
    await expect(leaves).rejects.toThrow('enough');
    open();
    expect(await stays).toBe('canary-app-1');
    expect(minter.mints).toBe(1);
  });
});

describe('what there is for whom', () => {
  const user = { kind: 'user', userId: '42' } as const;
  const session = { kind: 'session', sessionId: 's', userId: '42' } as const;

  it('is an app token for the app, and for the app that acts for a user', async () => {
    expect(await tokens.obtain(app, 'app-token', never)).toEqual(await tokens.obtain(user, 'app-token', never));
  });

  it('is a signature for a user, made of what is configured, and the same again after a refusal', async () => {
    const signing = new AccessTokens({ store, vault: newVault(), app: { appId: 'id', appSecret: 'canary' } });
    const credential = await signing.obtain(user, 'signature', never);
    expect(credential).toEqual({ kind: 'signature', appId: 'id', appSecret: 'canary', userId: '42' });
    expect(await signing.renew(user, credential, never)).toEqual(credential);
  });

  it.each([
    [session, 'app-token'],
    [session, 'signature'],
    [session, 'session'],
    [user, 'session'],
    [user, 'signature'],
    [app, 'session'],
    [app, 'signature'],
  ] as const)('is nothing else: %j gets no %s', async (principal, kind) => {
    await expect(tokens.obtain(principal, kind, never)).rejects.toBeInstanceOf(CredentialUnavailableError);
  });

  it('is no app token where no endpoint is configured', async () => {
    const without = new AccessTokens({ store, vault: newVault() });
    await expect(without.obtain(app, 'app-token', never)).rejects.toBeInstanceOf(CredentialUnavailableError);
  });
});

import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ManualClock, MemoryStore, type Store, StoreUnavailableError, BestEffortStore } from '#store';
import { Vault } from '#vault';
import { overrideStore } from '../../../../test/support/store-double.js';
import { UnlockTokenStore, type LinkVisitor } from './unlock-token-store.js';

const minuteMs = 60_000;
const visitor: LinkVisitor = { kind: 'signed-in', principal: { kind: 'user', userId: '7' }, code: '8' };
const newVault = (): Vault => new Vault([{ id: 'one', key: createSecretKey(randomBytes(32)) }]);
const failAsUnavailable = async (): Promise<never> => {
  throw new StoreUnavailableError('unavailable');
};

function createTokenStore(store: Store, vault = newVault()): UnlockTokenStore {
  return new UnlockTokenStore(new BestEffortStore(store), vault);
}

describe('an unlock token', () => {
  it('belongs to one visitor, one link and one set of operations', async () => {
    const tokens = createTokenStore(new MemoryStore());
    await tokens.save(visitor, 'token');
    expect(await tokens.find(visitor)).toBe('token');
    expect(await tokens.find({ ...visitor, kind: 'public' })).toBeUndefined();
    expect(await tokens.find({ ...visitor, code: '9' })).toBeUndefined();
    expect(await tokens.find({ ...visitor, principal: { kind: 'user', userId: '8' } })).toBeUndefined();
    await tokens.delete(visitor);
    expect(await tokens.find(visitor)).toBeUndefined();
  });

  it('expires after twenty minutes', async () => {
    const clock = new ManualClock();
    const tokens = createTokenStore(new MemoryStore({ clock }));
    await tokens.save(visitor, 'token');
    clock.advance(20 * minuteMs - 1);
    expect(await tokens.find(visitor)).toBe('token');
    clock.advance(1);
    expect(await tokens.find(visitor)).toBeUndefined();
  });

  it('is stored encrypted, under a key that shows neither visitor nor link', async () => {
    const written: string[] = [];
    const store = overrideStore(new MemoryStore(), (inner) => ({
      set: (key, value, ttlMs) => {
        written.push(key, value.toString());
        return inner.set(key, value, ttlMs);
      },
    }));
    await createTokenStore(store).save({ ...visitor, code: 'LINKCODE' }, 'SECRET-TOKEN');
    expect(written.join(' ')).not.toMatch(/SECRET|LINKCODE|user:7/);
    expect(await createTokenStore(store).find({ ...visitor, code: 'LINKCODE' })).toBeUndefined();
  });

  it('fails to save if the store is unavailable, and is not found without a failure', async () => {
    const tokens = createTokenStore(
      overrideStore(new MemoryStore(), () => ({
        set: failAsUnavailable,
        get: failAsUnavailable,
        setIfAbsent: failAsUnavailable,
      })),
    );
    await expect(tokens.save(visitor, 'token')).rejects.toThrow('store-unavailable');
    expect(await tokens.find(visitor)).toBeUndefined();
    expect(await tokens.recordView(visitor)).toBe(false);
  });
});

describe('a view of a share', () => {
  it('is recorded once in half an hour for each visitor', async () => {
    const clock = new ManualClock();
    const tokens = createTokenStore(new MemoryStore({ clock }));
    const other: LinkVisitor = { ...visitor, principal: { kind: 'user', userId: '8' } };
    expect([await tokens.recordView(visitor), await tokens.recordView(visitor)]).toEqual([true, false]);
    expect(await tokens.recordView(other)).toBe(true);
    clock.advance(30 * minuteMs);
    expect(await tokens.recordView(visitor)).toBe(true);
  });
});

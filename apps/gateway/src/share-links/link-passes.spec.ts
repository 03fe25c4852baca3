import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Vault } from '#access-token';
import { ManualClock, MemoryStore, type Store, StoreUnavailableError } from '#store';
import { withReplaced } from '../../../../test/support/store-double.js';
import { SharedStore } from '../upstream/shared-store.js';
import { LinkPasses, type Visitor } from './link-passes.js';

const minute = 60_000;
const visitor: Visitor = { kind: 'signed-in', principal: { kind: 'user', userId: '7' }, code: '8' };
const newVault = (): Vault => new Vault([{ id: 'one', key: createSecretKey(randomBytes(32)) }]);
const away = async (): Promise<never> => {
  throw new StoreUnavailableError('away');
};

function passesOn(store: Store, vault = newVault()): LinkPasses {
  return new LinkPasses(new SharedStore(store), vault);
}

describe('a pass', () => {
  it('is for its visitor, its link and its set of calls alone', async () => {
    const passes = passesOn(new MemoryStore());
    await passes.keep(visitor, 'token');
    expect(await passes.find(visitor)).toBe('token');
    expect(await passes.find({ ...visitor, kind: 'public' })).toBeUndefined();
    expect(await passes.find({ ...visitor, code: '9' })).toBeUndefined();
    expect(await passes.find({ ...visitor, principal: { kind: 'user', userId: '8' } })).toBeUndefined();
    await passes.forget(visitor);
    expect(await passes.find(visitor)).toBeUndefined();
  });

  it('lasts twenty minutes', async () => {
    const clock = new ManualClock();
    const passes = passesOn(new MemoryStore({ clock }));
    await passes.keep(visitor, 'token');
    clock.advance(20 * minute - 1);
    expect(await passes.find(visitor)).toBe('token');
    clock.advance(1);
    expect(await passes.find(visitor)).toBeUndefined();
  });

  it('is kept encrypted, under a name that tells neither who nor what', async () => {
    const written: string[] = [];
    const store = withReplaced(new MemoryStore(), (inner) => ({
      set: (key, value, ttl) => {
        written.push(key, value.toString());
        return inner.set(key, value, ttl);
      },
    }));
    await passesOn(store).keep({ ...visitor, code: 'LINKCODE' }, 'SECRET-TOKEN');
    expect(written.join(' ')).not.toMatch(/SECRET|LINKCODE|user:7/);
    expect(await passesOn(store).find({ ...visitor, code: 'LINKCODE' })).toBeUndefined();
  });

  it('is not promised where the store is away, and its absence is no failure', async () => {
    const passes = passesOn(withReplaced(new MemoryStore(), () => ({ set: away, get: away, setIfAbsent: away })));
    await expect(passes.keep(visitor, 'token')).rejects.toThrow('store-unavailable');
    expect(await passes.find(visitor)).toBeUndefined();
    expect(await passes.isNewView(visitor)).toBe(false);
  });
});

describe('a view', () => {
  it('is new once in half an hour for each visitor', async () => {
    const clock = new ManualClock();
    const passes = passesOn(new MemoryStore({ clock }));
    const other: Visitor = { ...visitor, principal: { kind: 'user', userId: '8' } };
    expect([await passes.isNewView(visitor), await passes.isNewView(visitor)]).toEqual([true, false]);
    expect(await passes.isNewView(other)).toBe(true);
    clock.advance(30 * minute);
    expect(await passes.isNewView(visitor)).toBe(true);
  });
});

import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { BudgetLedger, callerBudgets } from '#callers';
import { ManualClock, MemoryStore, type Store, StoreUnavailableError, BestEffortStore } from '#store';
import { Vault } from '#vault';
import { overrideStore } from '../../../../test/support/store-double.js';
import { UnlockTokenStore, type VisitedLink } from './unlock-token-store.js';

const minuteMs = 60_000;
const visitor = { id: 'VISITOR', accountableId: 'api-key:a', guesserId: 'VISITOR' };
const otherVisitor = { ...visitor, id: 'OTHER' };
const link: VisitedLink = { kind: 'signed-in', visitor, code: '8' };
const newVault = (): Vault => new Vault([{ id: 'one', key: createSecretKey(randomBytes(32)) }]);
const failAsUnavailable = async (): Promise<never> => {
  throw new StoreUnavailableError('unavailable');
};

function createTokenStore(store: Store, vault = newVault()): UnlockTokenStore {
  return new UnlockTokenStore(new BestEffortStore(store), vault, new BudgetLedger(store));
}

describe('an unlock token', () => {
  it('belongs to one visitor, one link and one set of operations', async () => {
    const tokens = createTokenStore(new MemoryStore());
    await tokens.save(link, 'token');
    expect(await tokens.find(link)).toBe('token');
    expect(await tokens.find({ ...link, kind: 'public' })).toBeUndefined();
    expect(await tokens.find({ ...link, code: '9' })).toBeUndefined();
    expect(await tokens.find({ ...link, visitor: otherVisitor })).toBeUndefined();
    await tokens.delete(link);
    expect(await tokens.find(link)).toBeUndefined();
  });

  it('expires after twenty minutes', async () => {
    const clock = new ManualClock();
    const tokens = createTokenStore(new MemoryStore({ clock }));
    await tokens.save(link, 'token');
    clock.advance(20 * minuteMs - 1);
    expect(await tokens.find(link)).toBe('token');
    clock.advance(1);
    expect(await tokens.find(link)).toBeUndefined();
  });

  it('makes room for newer ones of its caller, and for those of no other caller', async () => {
    const tokens = createTokenStore(new MemoryStore());
    const others: VisitedLink = { ...link, visitor: { ...otherVisitor, accountableId: 'api-key:b' } };
    await tokens.save(others, 'token of another caller');
    await tokens.save(link, 'token');
    const { maxItems } = callerBudgets.linkUnlocks;
    // Each of another visitor of the same caller.
    for (let count = 1; count < maxItems; count += 1)
      await tokens.save({ ...link, visitor: { ...visitor, id: String(count) } }, 'token');
    expect(await tokens.find(link)).toBe('token');
    await tokens.save({ ...link, code: 'one more' }, 'token');
    expect(await tokens.find(link)).toBeUndefined();
    expect(await tokens.find({ ...link, visitor: { ...visitor, id: '1' } })).toBe('token');
    expect(await tokens.find(others)).toBe('token of another caller');
  });

  it('is stored encrypted, under a key that shows neither visitor nor link', async () => {
    const written: string[] = [];
    const store = overrideStore(new MemoryStore(), (inner) => ({
      set: (key, value, ttlMs) => {
        written.push(key, value.toString());
        return inner.set(key, value, ttlMs);
      },
    }));
    await createTokenStore(store).save({ ...link, code: 'LINKCODE' }, 'SECRET-TOKEN');
    expect(written.join(' ')).not.toMatch(/SECRET|LINKCODE|VISITOR/);
    expect(await createTokenStore(store).find({ ...link, code: 'LINKCODE' })).toBeUndefined();
  });

  it('fails to save if the store is unavailable, and is not found without a failure', async () => {
    const tokens = createTokenStore(
      overrideStore(new MemoryStore(), () => ({
        set: failAsUnavailable,
        get: failAsUnavailable,
        setIfAbsent: failAsUnavailable,
      })),
    );
    await expect(tokens.save(link, 'token')).rejects.toThrow('store-unavailable');
    expect(await tokens.find(link)).toBeUndefined();
    expect(await tokens.recordView(link)).toBe(false);
  });
});

describe('a view of a share', () => {
  it('is recorded once in half an hour for each visitor', async () => {
    const clock = new ManualClock();
    const tokens = createTokenStore(new MemoryStore({ clock }));
    expect([await tokens.recordView(link), await tokens.recordView(link)]).toEqual([true, false]);
    expect(await tokens.recordView({ ...link, visitor: otherVisitor })).toBe(true);
    clock.advance(30 * minuteMs);
    expect(await tokens.recordView(link)).toBe(true);
  });
});

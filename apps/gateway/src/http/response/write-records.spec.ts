import { beforeEach, describe, expect, it } from '@jest/globals';
import { BudgetLedger, callerBudgets } from '#callers';
import type { Principal } from '#koodrive';
import { BestEffortStore, ManualClock, MemoryStore, StoreUnavailableError } from '#store';
import { overrideStore } from '../../../../../test/support/store-double.js';
import { WriteRecords } from './write-records.js';

const session = (browserSessionId: string): Principal => ({ kind: 'session', userId: 'u1', browserSessionId });
const { maxItems } = callerBudgets.writeRecords;

let store: MemoryStore;
let records: WriteRecords;
beforeEach(() => {
  store = new MemoryStore({ clock: new ManualClock() });
  records = new WriteRecords(new BestEffortStore(store), new BudgetLedger(store));
});

describe('WriteRecords', () => {
  it('finds what was saved, until it is deleted', async () => {
    await records.save(session('s1'), 'job:7', 'a');
    expect(await records.find('job:7')).toBe('a');
    await records.delete(session('s1'), 'job:7');
    expect(await records.find('job:7')).toBeUndefined();
  });

  it('forgets the oldest records of a user above the budget, whatever the session, and none of another user', async () => {
    await records.save({ kind: 'user', userId: 'u2' }, 'job:other', 'a');
    await records.save(session('s1'), 'job:first', 'a');
    await records.save(session('s2'), 'job:second', 'a');
    for (let job = 2; job <= maxItems; job += 1) await records.save(session('s2'), `job:${job}`, 'a');
    expect(await records.find('job:first')).toBeUndefined();
    expect(await records.find('job:second')).toBe('a');
    expect(await records.find('job:other')).toBe('a');
  });

  it('does nothing where the store is unavailable', async () => {
    const reject = (): Promise<never> => Promise.reject(new StoreUnavailableError('down'));
    const down = overrideStore(store, () => ({ set: reject, get: reject }));
    const withoutStore = new WriteRecords(new BestEffortStore(down), new BudgetLedger(down));
    await withoutStore.save(session('s1'), 'job:7', 'a');
    expect(await withoutStore.find('job:7')).toBeUndefined();
  });
});

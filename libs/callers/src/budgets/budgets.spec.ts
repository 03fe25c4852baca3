import { describe, expect, it } from '@jest/globals';
import { ManualClock, MemoryStore } from '#store';
import { BudgetLedger, createBudgetProblem } from './budget-ledger.js';
import { type BudgetOutcome, type CallerBudget, type CallerBudgetName, callerBudgets } from './caller-budgets.js';
import { LocalBudget } from './local-budget.js';

const budgets = Object.entries(callerBudgets) as [CallerBudgetName, CallerBudget][];
const ttlMs = 60_000;

function createLedger() {
  const outcomes: `${CallerBudgetName} ${BudgetOutcome}`[] = [];
  const ledger = new BudgetLedger(new MemoryStore({ clock: new ManualClock() }), (name, outcome) =>
    outcomes.push(`${name} ${outcome}`),
  );
  return { ledger, outcomes };
}

async function fill(ledger: BudgetLedger, name: CallerBudgetName, owner: string, count: number): Promise<void> {
  for (let item = 0; item < count; item += 1) await ledger.admit(name, owner, { id: `item-${item}`, ttlMs });
}

describe('BudgetLedger', () => {
  it.each(budgets.filter(([, { shared }]) => shared))(
    '%s: at the limit does what the table says, for this owner alone',
    async (name, { maxItems, atLimit }) => {
      const { ledger, outcomes } = createLedger();
      await fill(ledger, name, 'one', maxItems);
      const { admitted, evictedIds } = await ledger.admit(name, 'one', { id: 'one more', ttlMs });
      expect({ admitted, evictedIds }).toEqual(
        atLimit === 'refuse' ? { admitted: false, evictedIds: [] } : { admitted: true, evictedIds: ['item-0'] },
      );
      expect(outcomes.at(-1)).toBe(`${name} ${atLimit === 'refuse' ? 'refused' : 'evicted'}`);
      expect(await ledger.admit(name, 'other', { id: 'first', ttlMs })).toMatchObject({ admitted: true });
    },
  );

  it('observes an item once, whatever is replaced later', async () => {
    const { ledger, outcomes } = createLedger();
    for (const bytes of [1, 2, 3]) await ledger.admit('storedResponses', 'one', { id: 'same', bytes, ttlMs });
    expect(outcomes).toEqual(['storedResponses admitted']);
  });

  it('refuses by size, tells when there is room, and admits again after a release', async () => {
    const { ledger } = createLedger();
    const { maxBytes } = callerBudgets.storedResponses;
    await ledger.admit('storedResponses', 'one', { id: 'large', bytes: maxBytes, ttlMs });
    expect(await ledger.admit('storedResponses', 'one', { id: 'small', bytes: 1, ttlMs })).toEqual({
      admitted: false,
      evictedIds: [],
      retryAfterSeconds: 60,
    });
    await ledger.release('storedResponses', 'one', 'large');
    expect(await ledger.admit('storedResponses', 'one', { id: 'small', bytes: 1, ttlMs })).toMatchObject({
      admitted: true,
    });
  });

  it('has a problem for each budget that names its limit', () => {
    for (const [name, { maxItems }] of budgets) {
      const { code, options } = createBudgetProblem(name, 7);
      expect(code).toBe('too-many-requests');
      expect(options.retryAfterSeconds).toBe(7);
      expect(JSON.stringify(options.detail)).toContain(String(maxItems));
    }
  });
});

describe('LocalBudget', () => {
  it('refuses above the limit of an owner, and admits again after a release, which counts once', () => {
    const outcomes: BudgetOutcome[] = [];
    const budget = new LocalBudget('eventStreams', (_name, outcome) => outcomes.push(outcome));
    const { maxItems } = callerBudgets.eventStreams;
    const releases = Array.from({ length: maxItems }, () => budget.tryAdmit('one'));
    expect(budget.tryAdmit('one')).toBeUndefined();
    expect(budget.tryAdmit('other')).toBeDefined();
    releases[0]?.();
    releases[0]?.();
    expect(budget.tryAdmit('one')).toBeDefined();
    expect(budget.tryAdmit('one')).toBeUndefined();
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(2);
  });
});

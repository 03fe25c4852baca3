import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, MemoryStore } from '#store';
import { type Cipher, encryptRecord, Vault } from '#vault';
import { BudgetLedger } from '../budgets/budget-ledger.js';
import { callerBudgets } from '../budgets/caller-budgets.js';
import { hashId } from '../hash-id.js';
import { GatewayCookies } from './gateway-cookies.js';
import { LoginTransactions } from './login-transactions.js';

const tenMinutesMs = 600_000;
const cookies = new GatewayCookies(true);
const requestWithoutCookies = { headers: {}, rawHeaders: [] };
const requestWith = (setCookies: readonly string[]) => ({
  headers: { cookie: setCookies.map((line) => line.split(';', 1)[0]).join('; ') },
  rawHeaders: [],
});

let clock: ManualClock;
let store: MemoryStore;
let cipher: Cipher;

beforeEach(() => {
  clock = new ManualClock();
  store = new MemoryStore({ clock });
  cipher = new Vault([{ id: 'a', key: createSecretKey(randomBytes(32)) }]);
});

const network = '203.0.113.9';

async function begin(from = network) {
  const logins = new LoginTransactions({ store, cipher, cookies, budgetLedger: new BudgetLedger(store), clock });
  const transaction = { signInMethod: 'openid', returnTo: '/app', secrets: { nonce: 'canary-nonce' } } as const;
  return { logins, transaction, ...(await logins.begin(requestWithoutCookies, from, transaction)) };
}

describe('A sign-in in progress', () => {
  it('is finished once, in the browser that started it', async () => {
    const { logins, transaction, state, setCookies } = await begin();
    expect(await logins.finish(requestWithoutCookies, state)).toBeUndefined();
    expect(await logins.finish(requestWith(setCookies), state)).toEqual(transaction);
    expect(await logins.finish(requestWith(setCookies), state)).toBeUndefined();
  });

  it('is finished once if several requests return at the same time', async () => {
    const { logins, state, setCookies } = await begin();
    const results = await Promise.all([1, 2, 3].map(() => logins.finish(requestWith(setCookies), state)));
    expect(results.filter((result) => result !== undefined)).toHaveLength(1);
  });

  it('is not finished with the cookie of another browser, another state, or after ten minutes', async () => {
    const first = await begin();
    const second = await begin();
    const value = second.setCookies[0]?.split(/[=;]/)[1] ?? '';
    const forged = first.setCookies.map((line) => line.replace(/=[\w-]{43}/, `=${value}`));
    expect(await first.logins.finish(requestWith(forged), first.state)).toBeUndefined();
    expect(await first.logins.finish(requestWith(first.setCookies), 'x')).toBeUndefined();
    expect(await first.logins.finish(requestWith(first.setCookies), second.state)).toBeUndefined();
    clock.advance(tenMinutesMs);
    expect(await first.logins.finish(requestWith(first.setCookies), first.state)).toBeUndefined();
  });

  it('has its secrets encrypted, and its state neither in the store nor in the cookie', async () => {
    const written: string[] = [];
    const set = store.set.bind(store);
    store.set = async (key, value, ttlMs) => {
      written.push(key, value.toString('latin1'));
      await set(key, value, ttlMs);
    };
    const { state, setCookies } = await begin();
    expect(written.join()).not.toMatch(/canary/);
    expect([...written, ...setCookies].join()).not.toContain(state);
  });

  it('ends where its network begins more than the budget allows, and no other network does', async () => {
    const other = await begin('203.0.113.10');
    const oldest = await begin();
    const second = await begin();
    for (let count = 2; count <= callerBudgets.signIns.maxItems; count += 1) await begin();
    expect(await oldest.logins.finish(requestWith(oldest.setCookies), oldest.state)).toBeUndefined();
    for (const { logins, state, setCookies } of [second, other]) {
      expect(await logins.finish(requestWith(setCookies), state)).toBeDefined();
    }
  });

  it('no longer counts when it is finished', async () => {
    const { maxItems } = callerBudgets.signIns;
    const oldest = await begin();
    for (let count = 0; count < maxItems; count += 1) {
      const { logins, state, setCookies } = await begin();
      if (count < maxItems - 1) await logins.finish(requestWith(setCookies), state);
    }
    expect(await oldest.logins.finish(requestWith(oldest.setCookies), oldest.state)).toBeDefined();
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['without a sign-in method', { signInMethod: undefined }],
    ['with the members under their old names', { signInMethod: undefined, cookieHash: undefined, door: 'openid' }],
    ['without the hash of the cookie', { cookieHash: undefined }],
    ['without secrets', { secrets: null }],
    ['without an end', { endsAt: undefined }],
    ['without a network', { network: undefined }],
  ])('does not exist if its stored record is one %s', async (_name, change) => {
    const { logins, transaction, state, setCookies } = await begin();
    const cookieHash = hashId(setCookies[0]?.split(/[=;]/)[1] ?? '');
    const storeKey = `login:${hashId(state)}`;
    const writeRecord = (record: object) => store.set(storeKey, encryptRecord(cipher, storeKey, record), tenMinutesMs);
    const valid = { ...transaction, cookieHash, network, endsAt: clock.now() + tenMinutesMs };
    await writeRecord({ ...valid, ...change });
    expect(await logins.finish(requestWith(setCookies), state)).toBeUndefined();
    await writeRecord(valid);
    expect(await logins.finish(requestWith(setCookies), state)).toEqual(transaction);
  });
});

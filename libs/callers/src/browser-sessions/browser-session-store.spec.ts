import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, MemoryStore, type Store, StoreUnavailableError } from '#store';
import { overrideStore } from '../../../../test/support/store-double.js';
import { type Cipher, encryptRecord, Vault } from '#vault';
import { hashId } from '../hash-id.js';
import { BrowserSessionStore } from './browser-session-store.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const mei = { userId: '7', userName: 'Mei Lin', signInMethod: 'koodrive', userAgent: 'Browser/1' } as const;

let clock: ManualClock;
let store: MemoryStore;
let cipher: Cipher;
let sessions: BrowserSessionStore;
let budgetOutcomes: string[];

beforeEach(() => {
  clock = new ManualClock();
  store = new MemoryStore({ clock });
  cipher = new Vault([{ id: 'a', key: createSecretKey(randomBytes(32)) }]);
  budgetOutcomes = [];
  sessions = new BrowserSessionStore({
    store,
    cipher,
    clock,
    idleMs: hourMs,
    lifetimeMs: 12 * hourMs,
    observeBudget: (budget, outcome) => budgetOutcomes.push(`${budget} ${outcome}`),
  });
});

describe('A browser session', () => {
  it('is found by its cookie, and not by its id', async () => {
    const { cookie, session } = await sessions.create(mei);
    expect(cookie).toMatch(/^[\w-]{43}$/);
    expect(await sessions.find(cookie)).toEqual({ ...session, lastSeenAt: clock.now() });
    expect(session).toMatchObject({ ...mei, endsAt: clock.now() + 12 * hourMs, idleEndsAt: clock.now() + hourMs });
    expect(await sessions.find(session.id)).toBeUndefined();
    expect(await sessions.find('A'.repeat(43))).toBeUndefined();
  });

  it('is stored encrypted under a hash, and bound to its store key', async () => {
    const { cookie, session } = await sessions.create(mei);
    const other = await sessions.create({ ...mei, userId: '8' });
    const stored = await store.get(`session:${session.id}`);
    expect(stored?.toString('latin1')).not.toMatch(/Mei|koodrive|userId/);
    expect(await store.get(`session:${cookie}`)).toBeUndefined();
    await store.set(`session:${other.session.id}`, stored ?? '', hourMs);
    expect(await sessions.find(other.cookie)).toBeUndefined();
  });

  it('ends an hour after its last use, accurate to one minute', async () => {
    const { cookie } = await sessions.create(mei);
    for (let use = 0; use < 5; use += 1) {
      clock.advance(hourMs - minuteMs);
      expect(await sessions.find(cookie)).toBeDefined();
    }
    clock.advance(hourMs);
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  it('ends twelve hours after its start, even if it is in use', async () => {
    const { cookie } = await sessions.create(mei);
    for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
      clock.advance(30 * minuteMs);
      expect(await sessions.find(cookie)).toBeDefined();
    }
    clock.advance(30 * minuteMs);
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  it('is written at most once a minute', async () => {
    const { cookie, session } = await sessions.create(mei);
    const readStored = () => store.get(`session:${session.id}`);
    const first = await readStored();
    clock.advance(minuteMs - 1);
    await sessions.find(cookie);
    expect(await readStored()).toEqual(first);
    clock.advance(1);
    expect((await sessions.find(cookie))?.lastSeenAt).toBe(clock.now());
    expect(await readStored()).not.toEqual(first);
  });

  it('is not written again if it was ended during a request', async () => {
    const { cookie, session } = await sessions.create(mei);
    clock.advance(2 * minuteMs);
    const storeThatEndsFirst = overrideStore(store, (inner) => ({
      async setIfEquals(...args) {
        await sessions.end('7', session.id);
        return inner.setIfEquals(...args);
      },
    }));
    const concurrentSessions = new BrowserSessionStore({
      store: storeThatEndsFirst,
      cipher,
      clock,
      idleMs: hourMs,
      lifetimeMs: 12 * hourMs,
    });
    expect(await concurrentSessions.find(cookie)).toBeUndefined();
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  it('is ended by its own user only', async () => {
    const { cookie, session } = await sessions.create(mei);
    expect(await sessions.end('8', session.id)).toBe(false);
    expect(await sessions.find(cookie)).toBeDefined();
    expect(await sessions.end('7', session.id)).toBe(true);
    expect(await sessions.end('7', session.id)).toBe(false);
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['without a sign-in method', { signInMethod: undefined }],
    ['with the sign-in method under its old name', { signInMethod: undefined, door: 'koodrive' }],
    ['with an unknown sign-in method', { signInMethod: 'other' }],
    ['without a user', { userId: undefined }],
    ['with a user of a provider without an issuer', { openId: { subject: 'ada' } }],
    ['without times', { createdAt: undefined, lastSeenAt: undefined }],
  ])('does not exist if its stored record is one %s', async (_name, change) => {
    const { cookie, session } = await sessions.create(mei);
    const now = clock.now();
    const storeKey = `session:${session.id}`;
    const record = { ...mei, createdAt: now, lastSeenAt: now, ...change };
    await store.set(storeKey, encryptRecord(cipher, storeKey, record), hourMs);
    expect(await sessions.find(cookie)).toBeUndefined();
    expect(await sessions.listForUser('7')).toEqual([]);
    expect(await sessions.end('7', session.id)).toBe(false);
  });
});

describe('The browser sessions of a user', () => {
  it('are listed, the newest first, without those that have ended', async () => {
    const first = await sessions.create(mei);
    clock.advance(minuteMs);
    const second = await sessions.create(mei);
    await sessions.create({ ...mei, userId: '8' });
    const ids = async () => (await sessions.listForUser('7')).map(({ id }) => id);
    expect(await ids()).toEqual([second.session.id, first.session.id]);
    clock.advance(hourMs - minuteMs);
    expect(await ids()).toEqual([second.session.id]);
  });

  it('are all listed if many start at once, and are ended together', async () => {
    const created = await Promise.all(Array.from({ length: 10 }, () => sessions.create(mei)));
    expect(await sessions.listForUser('7')).toHaveLength(10);
    expect(await sessions.endAllForUser('7')).toHaveLength(10);
    expect(await Promise.all(created.map(({ cookie }) => sessions.find(cookie)))).toEqual(Array(10).fill(undefined));
    expect(await sessions.listForUser('7')).toEqual([]);
  });

  it('are at most fifty: another one ends the oldest, which is counted', async () => {
    const oldest = await sessions.create(mei);
    const evictedIds: string[] = [];
    for (let count = 0; count < 50; count += 1)
      evictedIds.push(...(await sessions.create(mei)).evicted.map(({ id }) => id));
    expect(evictedIds).toEqual([oldest.session.id]);
    expect(await sessions.find(oldest.cookie)).toBeUndefined();
    expect(await sessions.listForUser('7')).toHaveLength(50);
    expect(budgetOutcomes.filter((outcome) => outcome === 'browserSessions evicted')).toHaveLength(1);
    expect(budgetOutcomes.filter((outcome) => outcome === 'browserSessions admitted')).toHaveLength(51);
  });

  it('are empty if the stored list has another form', async () => {
    await sessions.create(mei);
    const storeKey = `sessions-of:${hashId('7')}`;
    await store.set(storeKey, encryptRecord(cipher, storeKey, { sessions: [] }), hourMs);
    expect(await sessions.listForUser('7')).toEqual([]);
  });
});

describe('S28: the browser sessions of a user at an OpenID Connect provider', () => {
  const issuer = 'https://id.example';
  const create = (subject: string, sessionId?: string, changes: { issuer?: string; userId?: string } = {}) =>
    sessions.create({
      ...mei,
      signInMethod: 'openid',
      userId: changes.userId ?? '7',
      openId: { issuer: changes.issuer ?? issuer, subject, sessionId },
    });
  const isActive = async ({ cookie }: { cookie: string }) => (await sessions.find(cookie)) !== undefined;

  it('are ended by a session of the provider, and no others', async () => {
    const tabs = [await create('ada', 's1'), await create('ada', 's1')];
    const others = [
      await create('ada', 's2'),
      await create('ada'),
      await create('ben', 's3'),
      await create('ada', 's1', { issuer: 'https://other.example' }),
      await sessions.create(mei),
    ];
    expect(await sessions.endForOpenId({ issuer, sessionId: 's1' })).toHaveLength(2);
    expect(await Promise.all(tabs.map(isActive))).toEqual([false, false]);
    expect(await Promise.all(others.map(isActive))).toEqual(Array(others.length).fill(true));
  });

  it('are ended by a subject, whatever the KooDrive user', async () => {
    const all = [await create('ada', 's1'), await create('ada'), await create('ada', 's2', { userId: '8' })];
    const other = await create('ben', 's3');
    expect(await sessions.endForOpenId({ issuer, subject: 'ada' })).toHaveLength(3);
    expect(await Promise.all(all.map(isActive))).toEqual([false, false, false]);
    expect(await isActive(other)).toBe(true);
    expect(await sessions.endForOpenId({ issuer, subject: 'ada' })).toEqual([]);
  });

  it('are ended by a session of the provider only if it belongs to the subject that is named too', async () => {
    const session = await create('ada', 's1');
    expect(await sessions.endForOpenId({ issuer, subject: 'ben', sessionId: 's1' })).toEqual([]);
    expect(await isActive(session)).toBe(true);
    expect(await sessions.endForOpenId({ issuer, subject: 'ada', sessionId: 's1' })).toHaveLength(1);
    expect(await sessions.listForUser('7')).toEqual([]);
  });

  it.each(['before', 'after'] as const)('are ended where the logout comes %s the record is stored', async (order) => {
    const logout = () => sessions.endForOpenId({ issuer, subject: 'ada' });
    const concurrent = new BrowserSessionStore({
      store: overrideStore(store, (inner) => ({
        async set(...args) {
          if (order === 'before') await logout();
          await inner.set(...args);
          if (order === 'after') await logout();
        },
      })),
      cipher,
      clock,
      idleMs: hourMs,
      lifetimeMs: 12 * hourMs,
    });
    const openId = { issuer, subject: 'ada', sessionId: 's1' };
    const { cookie } = await concurrent.create({ ...mei, signInMethod: 'openid', openId });
    expect(await sessions.find(cookie)).toBeUndefined();
    expect(await sessions.listForUser('7')).toEqual([]);
  });

  it('are ended where the record is stored while the logout reads', async () => {
    const openId = { issuer, subject: 'ada', sessionId: 's1' };
    let continueCreation = (): void => undefined;
    const mayStore = new Promise<void>((resolve) => (continueCreation = resolve));
    const create = (inStore: Store) =>
      new BrowserSessionStore({ store: inStore, cipher, clock, idleMs: hourMs, lifetimeMs: 12 * hourMs });
    let isInIndex = (): void => undefined;
    const listed = new Promise<void>((resolve) => (isInIndex = resolve));
    const creation = create(
      overrideStore(store, (inner) => ({
        async set(...args) {
          isInIndex();
          await mayStore;
          await inner.set(...args);
        },
      })),
    ).create({ ...mei, signInMethod: 'openid', openId });
    await listed;
    let reads = 0;
    const logout = create(
      overrideStore(store, (inner) => ({
        async getMany(keys) {
          const found = await inner.getMany(keys);
          reads += 1;
          if (reads === 1) {
            continueCreation();
            await creation;
          }
          return found;
        },
      })),
    );
    expect(await logout.endForOpenId({ issuer, subject: 'ada' })).toHaveLength(1);
    expect(await sessions.find((await creation).cookie)).toBeUndefined();
  });

  it('are no more in a list after they ended in another way', async () => {
    await create('ada', 's1');
    await sessions.endAllForUser('7');
    expect(await sessions.endForOpenId({ issuer, subject: 'ada' })).toEqual([]);
  });
});

describe('Without the store', () => {
  it('no browser session starts, is found, or is reported as ended', async () => {
    const { cookie, session } = await sessions.create(mei);
    await store.close();
    for (const call of [sessions.create(mei), sessions.find(cookie), sessions.end('7', session.id)]) {
      await expect(call).rejects.toThrow(StoreUnavailableError);
    }
  });
});

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, MemoryStore, StoreUnavailableError } from '#store';
import { authenticate } from '../authenticate.js';
import { Refusal } from '../refusal.js';
import { Cookies } from './cookies.js';
import { LoginTransactions } from './login-transactions.js';
import type { Seal } from './seal.js';
import { SessionStrategy } from './session.strategy.js';
import { Sessions } from './sessions.js';

const minute = 60_000;
const hour = 60 * minute;

/** As the vault does, with a key of its own. */
function newSeal(): Seal {
  const key = randomBytes(32);
  return {
    seal: (name, bytes) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open: (name, sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(name));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
  };
}

let clock: ManualClock;
let store: MemoryStore;
let seal: Seal;
let sessions: Sessions;
const mei = { userId: '7', userName: 'Mei Lin', door: 'koodrive', userAgent: 'Browser/1' } as const;

beforeEach(() => {
  clock = new ManualClock();
  store = new MemoryStore({ clock });
  seal = newSeal();
  sessions = new Sessions({ store, seal, clock, idleMs: hour, lifetimeMs: 12 * hour });
});

describe('A session', () => {
  it('is found by its cookie, and by nothing that is shown of it', async () => {
    const { cookie, session } = await sessions.create(mei);
    expect(cookie).toMatch(/^[\w-]{43}$/);
    expect(await sessions.find(cookie)).toEqual({ ...session, lastSeenAt: clock.now() });
    expect(session).toMatchObject({ ...mei, endsAt: clock.now() + 12 * hour, idleEndsAt: clock.now() + hour });
    expect(await sessions.find(session.id)).toBeUndefined();
    expect(await sessions.find('A'.repeat(43))).toBeUndefined();
  });

  it('is kept under a hash and encrypted, bound to its name', async () => {
    const { cookie, session } = await sessions.create(mei);
    const other = await sessions.create({ ...mei, userId: '8' });
    const kept = await store.get(`session:${session.id}`);
    expect(kept?.toString('latin1')).not.toMatch(/Mei|koodrive|userId/);
    expect(await store.get(`session:${cookie}`)).toBeNull();
    await store.set(`session:${other.session.id}`, kept ?? '', hour);
    expect(await sessions.find(other.cookie)).toBeUndefined();
  });

  it('ends an hour after its last use, to the minute', async () => {
    const { cookie } = await sessions.create(mei);
    for (let use = 0; use < 5; use += 1) {
      clock.advance(hour - minute);
      expect(await sessions.find(cookie)).toBeDefined();
    }
    clock.advance(hour);
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  it('ends twelve hours after its beginning, however much it is used', async () => {
    const { cookie } = await sessions.create(mei);
    for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
      clock.advance(30 * minute);
      expect(await sessions.find(cookie)).toBeDefined();
    }
    clock.advance(30 * minute);
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  it('is written at most once a minute', async () => {
    const { cookie, session } = await sessions.create(mei);
    const kept = () => store.get(`session:${session.id}`);
    const first = await kept();
    clock.advance(minute - 1);
    await sessions.find(cookie);
    expect(await kept()).toEqual(first);
    clock.advance(1);
    expect((await sessions.find(cookie))?.lastSeenAt).toBe(clock.now());
    expect(await kept()).not.toEqual(first);
  });

  it('that was ended while it was used is not written back', async () => {
    const { cookie, session } = await sessions.create(mei);
    clock.advance(2 * minute);
    const slow = new Proxy(store, {
      get: (target, name, receiver) =>
        name === 'replace'
          ? async (...words: Parameters<MemoryStore['replace']>) => {
              await sessions.end('7', session.id);
              return target.replace(...words);
            }
          : (Reflect.get(target, name, receiver) as (...words: unknown[]) => unknown).bind(target),
    });
    const others = new Sessions({ store: slow, seal, clock, idleMs: hour, lifetimeMs: 12 * hour });
    expect(await others.find(cookie)).toBeUndefined();
    expect(await sessions.find(cookie)).toBeUndefined();
  });

  it('is ended by its own user alone', async () => {
    const { cookie, session } = await sessions.create(mei);
    expect(await sessions.end('8', session.id)).toBe(false);
    expect(await sessions.find(cookie)).toBeDefined();
    expect(await sessions.end('7', session.id)).toBe(true);
    expect(await sessions.end('7', session.id)).toBe(false);
    expect(await sessions.find(cookie)).toBeUndefined();
  });
});

describe('The sessions of a user', () => {
  it('are listed, the newest first, without those that have ended', async () => {
    const first = await sessions.create(mei);
    clock.advance(minute);
    const second = await sessions.create(mei);
    await sessions.create({ ...mei, userId: '8' });
    const ids = async () => (await sessions.listFor('7')).map(({ id }) => id);
    expect(await ids()).toEqual([second.session.id, first.session.id]);
    clock.advance(hour - minute);
    expect(await ids()).toEqual([second.session.id]);
  });

  it('stay in the list when many begin at once, and are ended together', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => sessions.create(mei)));
    expect(await sessions.listFor('7')).toHaveLength(10);
    expect(await sessions.endAllFor('7')).toHaveLength(10);
    expect(await Promise.all(made.map(({ cookie }) => sessions.find(cookie)))).toEqual(Array(10).fill(undefined));
    expect(await sessions.listFor('7')).toEqual([]);
  });

  it('are fifty at most: one more ends the oldest', async () => {
    const oldest = await sessions.create(mei);
    for (let count = 0; count < 50; count += 1) await sessions.create(mei);
    expect(await sessions.find(oldest.cookie)).toBeUndefined();
    expect(await sessions.listFor('7')).toHaveLength(50);
  });
});

describe('A caller with a session', () => {
  const cookies = new Cookies(true);
  const strategy = () =>
    new SessionStrategy({ sessions, cookies, scopes: new Set(['me:read']), allowedOrigins: new Set() });
  const ask = (cookie: string, headers: Record<string, string> = {}) =>
    authenticate([strategy()], {
      headers: {
        cookie: `__Host-koodrive-session=${cookie}`,
        'x-csrf': '1',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      rawHeaders: Object.keys(headers).flatMap((name) => [name, headers[name] ?? '']),
    });
  const reason = async (verdict: ReturnType<typeof ask>) => {
    const found = await verdict;
    return found instanceof Refusal ? [found.reason, found.problem.code] : 'accepted';
  };

  it('acts for its own user, with KooDrive’s session or with the app’s signature', async () => {
    const { cookie, session } = await sessions.create(mei);
    expect(await ask(cookie)).toMatchObject({
      id: `session:${session.id}`,
      kind: 'session',
      owner: '7',
      principal: { kind: 'session', sessionId: session.id, userId: '7' },
    });
    const elsewhere = await sessions.create({ ...mei, door: 'openid' });
    expect(await ask(elsewhere.cookie)).toMatchObject({ principal: { kind: 'user', userId: '7' } });
  });

  it('is found though the store is silent for a moment', async () => {
    const { cookie } = await sessions.create(mei);
    let asked = 0;
    const find = (given: string): ReturnType<Sessions['find']> =>
      ++asked < 3 ? Promise.reject(new StoreUnavailableError('silent')) : sessions.find(given);
    const options = { cookies, scopes: new Set<never>(), allowedOrigins: new Set<string>() };
    const patient = new SessionStrategy({ ...options, sessions: { find } as Sessions });
    const headers = { cookie: `__Host-koodrive-session=${cookie}`, 'x-csrf': '1', 'sec-fetch-site': 'same-origin' };
    expect(await authenticate([patient], { headers, rawHeaders: [] })).toMatchObject({ kind: 'session', owner: '7' });
  });

  it('is refused for what is wrong, each with its problem', async () => {
    const { cookie } = await sessions.create(mei);
    expect(await reason(ask('x'))).toEqual(['unknown-session', 'session-ended']);
    expect(await reason(ask(cookie, { 'x-csrf': '' }))).toEqual(['cross-site', 'cross-site-refused']);
    expect(await reason(ask(cookie, { authorization: 'Bearer x' }))).toEqual([
      'several-credentials',
      'unauthenticated',
    ]);
    expect(await reason(ask(cookie, { 'x-on-behalf-of': '8' }))).toEqual(['acting-not-allowed', 'acting-not-allowed']);
    await store.close();
    expect(await reason(ask(cookie))).toEqual(['store-unavailable', 'store-unavailable']);
  });
});

describe('With the store away', () => {
  it('no session begins, none is found and none is said to have ended', async () => {
    const { cookie, session } = await sessions.create(mei);
    await store.close();
    for (const work of [sessions.create(mei), sessions.find(cookie), sessions.end('7', session.id)]) {
      await expect(work).rejects.toThrow(StoreUnavailableError);
    }
  });
});

describe('A sign-in on its way', () => {
  const cookies = new Cookies(true);
  const nothing = { headers: {}, rawHeaders: [] };
  const withCookies = (lines: readonly string[]) => ({
    headers: { cookie: lines.map((line) => line.split(';', 1)[0]).join('; ') },
    rawHeaders: [],
  });
  const begin = async () => {
    const logins = new LoginTransactions({ store, seal, cookies, clock });
    const order = { door: 'openid', returnTo: '/app', secrets: { nonce: 'canary-nonce' } } as const;
    return { logins, order, ...(await logins.begin(nothing, order)) };
  };

  it('comes back once, to the browser that began it', async () => {
    const { logins, order, state, setCookies } = await begin();
    expect(await logins.finish(nothing, state)).toBeUndefined();
    expect(await logins.finish(withCookies(setCookies), state)).toEqual(order);
    expect(await logins.finish(withCookies(setCookies), state)).toBeUndefined();
  });

  it('is finished once though two come back at the same time', async () => {
    const { logins, state, setCookies } = await begin();
    const all = await Promise.all([1, 2, 3].map(() => logins.finish(withCookies(setCookies), state)));
    expect(all.filter((found) => found !== undefined)).toHaveLength(1);
  });

  it('is not taken with another browser’s cookie, another state, or after ten minutes', async () => {
    const first = await begin();
    const second = await begin();
    const value = second.setCookies[0]?.split(/[=;]/)[1] ?? '';
    const forged = first.setCookies.map((line) => line.replace(/=[\w-]{43}/, `=${value}`));
    expect(await first.logins.finish(withCookies(forged), first.state)).toBeUndefined();
    expect(await first.logins.finish(withCookies(first.setCookies), 'x')).toBeUndefined();
    expect(await first.logins.finish(withCookies(first.setCookies), second.state)).toBeUndefined();
    clock.advance(10 * minute);
    expect(await first.logins.finish(withCookies(first.setCookies), first.state)).toBeUndefined();
  });

  it('keeps its secrets encrypted, and its state out of the store and the cookie', async () => {
    const written: string[] = [];
    const set = store.set.bind(store);
    store.set = async (key, value, ttl) => {
      written.push(key, value.toString('latin1'));
      await set(key, value, ttl);
    };
    const { state, setCookies } = await begin();
    expect(written.join()).not.toMatch(/canary/);
    expect([...written, ...setCookies].join()).not.toContain(state);
  });
});

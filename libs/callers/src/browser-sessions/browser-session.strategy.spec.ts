import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, MemoryStore, StoreUnavailableError } from '#store';
import { Vault } from '#vault';
import { authenticate } from '../authenticate.js';
import { AuthenticationFailure } from '../authentication-failure.js';
import { BrowserSessionStrategy } from './browser-session.strategy.js';
import { BrowserSessionStore } from './browser-session-store.js';
import { GatewayCookies } from './gateway-cookies.js';

const hourMs = 3_600_000;
const mei = { userId: '7', userName: 'Mei Lin', signInMethod: 'koodrive', userAgent: 'Browser/1' } as const;
const cookies = new GatewayCookies(true);

let store: MemoryStore;
let sessions: BrowserSessionStore;

beforeEach(() => {
  const clock = new ManualClock();
  const cipher = new Vault([{ id: 'a', key: createSecretKey(randomBytes(32)) }]);
  store = new MemoryStore({ clock });
  sessions = new BrowserSessionStore({ store, cipher, clock, idleMs: hourMs, lifetimeMs: 12 * hourMs });
});

const createStrategy = (from: BrowserSessionStore = sessions) =>
  new BrowserSessionStrategy({
    browserSessions: from,
    cookies,
    scopes: new Set(['me:read']),
    allowedOrigins: new Set(),
  });

const authenticateCookie = (cookie: string, headers: Record<string, string> = {}, strategy = createStrategy()) =>
  authenticate([strategy], {
    headers: {
      cookie: `__Host-koodrive-session=${cookie}`,
      'x-csrf': '1',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    rawHeaders: Object.keys(headers).flatMap((name) => [name, headers[name] ?? '']),
  });

async function findFailure(pending: ReturnType<typeof authenticateCookie>): Promise<readonly string[]> {
  const result = await pending;
  return result instanceof AuthenticationFailure ? [result.reason, result.problem.code] : ['accepted'];
}

describe('A caller with a browser session', () => {
  it('acts for its own user, with the KooDrive session or with the signature of the app', async () => {
    const { cookie, session } = await sessions.create(mei);
    expect(await authenticateCookie(cookie)).toMatchObject({
      id: `session:${session.id}`,
      kind: 'session',
      owner: '7',
      principal: { kind: 'session', browserSessionId: session.id, userId: '7' },
    });
    const openId = await sessions.create({ ...mei, signInMethod: 'openid' });
    expect(await authenticateCookie(openId.cookie)).toMatchObject({ principal: { kind: 'user', userId: '7' } });
  });

  it('is authenticated after a short outage of the store', async () => {
    const { cookie } = await sessions.create(mei);
    let calls = 0;
    const find = (value: string): ReturnType<BrowserSessionStore['find']> =>
      ++calls < 3 ? Promise.reject(new StoreUnavailableError('outage')) : sessions.find(value);
    const strategy = createStrategy({ find } as BrowserSessionStore);
    expect(await authenticateCookie(cookie, {}, strategy)).toMatchObject({ kind: 'session', owner: '7' });
  });

  it('is rejected with the problem of each failure', async () => {
    const { cookie } = await sessions.create(mei);
    const failure = (...args: Parameters<typeof authenticateCookie>) => findFailure(authenticateCookie(...args));
    expect(await failure('x')).toEqual(['unknown-session', 'session-ended']);
    expect(await failure(cookie, { 'x-csrf': '' })).toEqual(['cross-site', 'cross-site-refused']);
    expect(await failure(cookie, { authorization: 'Bearer x' })).toEqual(['several-credentials', 'unauthenticated']);
    expect(await failure(cookie, { 'x-on-behalf-of': '8' })).toEqual(['acting-not-allowed', 'acting-not-allowed']);
    await store.close();
    expect(await failure(cookie)).toEqual(['store-unavailable', 'store-unavailable']);
  });
});

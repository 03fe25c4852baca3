import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { beginSignIn, BrowserByHand, pickPerson, signIn } from '../support/browser-by-hand.js';
import { until } from '../support/deadline.js';
import { freePort } from '../support/ports.js';
import { startRedis } from '../support/redis.js';
import { type Stack, startStack } from '../support/stack.js';

const minute = 60_000;
const app = 'http://localhost:4444';
const host = 'localhost';
const unlimited = { RATE_LIMIT_REFUSALS: '100000', RATE_LIMIT_LOGINS: '100000' };

let ahead = 0;
/** Real time, and how far the test is ahead of it. */
const clock = { now: () => Date.now() + ahead, monotonic: () => performance.now() + ahead };

let stack: Stack;
let gateway: string;
let browser: BrowserByHand;

async function start(env: Record<string, string> = {}): Promise<void> {
  const port = await freePort();
  gateway = `http://localhost:${port}`;
  const sessions = { PORT: String(port), LOGIN_DOMAIN: `${gateway}/auth/callback`, ALLOWED_ORIGINS: app };
  stack = await startStack({ clock, env: { ...unlimited, ...sessions, ...env } });
}
const codeOf = (answer: { json(): Record<string, unknown> }): unknown => answer.json()['code'];
const who = () => browser.call('GET', `${gateway}/auth/session`);
const sessionCookie = (): string => browser.cookie(host, 'koodrive-session') ?? '';
const audited = async (): Promise<string> => readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');

beforeEach(() => {
  ahead = 0;
  browser = new BrowserByHand();
});

describe('Signing in by hand', () => {
  beforeAll(() => start());
  afterAll(() => stack?.close());
  afterEach(() => {
    stack.sandbox.faults.clear();
    stack.sandbox.clock.reset();
  });

  it('leads to the provider and back to a page of ours, which moves on', async () => {
    const answer = await signIn(browser, gateway, stack.userId, '/app?tab=1');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).toContain('content="0; url=/app?tab=1"');
    expect(browser.setCookies.find((line) => line.startsWith('koodrive-session-dev='))).toMatch(
      /^koodrive-session-dev=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await who()).json()).toMatchObject({ user: { id: stack.userId, name: 'Mei Lin' }, door: 'koodrive' });
    expect((await browser.call('GET', `${gateway}/v1/me`)).json()).toMatchObject({ failed: [] });
  });

  it('shows no secret, in no answer and no cookie', async () => {
    const answer = await signIn(browser, gateway, stack.userId);
    const list = await browser.call('GET', `${gateway}/v1/me/sessions`);
    const seen = [answer.text, list.text, (await who()).text, await audited()].join();
    expect(seen).not.toContain(sessionCookie());
    expect([...browser.setCookies, seen].join()).not.toMatch(/[0-9a-f]{32}.*Bearer|Bearer [0-9a-f]/);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', 'app', '/auth/login', ''])(
    'does not lead back to %j',
    async (path) => {
      const answer = await browser.fetch('GET', `${gateway}/auth/login?returnTo=${encodeURIComponent(path)}`);
      expect([answer.status, codeOf(answer)]).toEqual([422, 'invalid-input']);
    },
  );

  it('takes a state once', async () => {
    const back = await pickPerson(browser, await beginSignIn(browser, gateway), stack.userId);
    const cookies = new Map(browser.cookies.get(host));
    expect((await browser.fetch('GET', back)).status).toBe(200);
    browser.cookies.set(host, cookies);
    expect(codeOf(await browser.fetch('GET', back))).toBe('sign-in-unknown');
  });

  it('takes a state from the browser alone that began it, which still can finish after somebody tried', async () => {
    const back = await pickPerson(browser, await beginSignIn(browser, gateway), stack.userId);
    const other = new BrowserByHand();
    expect(codeOf(await other.fetch('GET', back))).toBe('sign-in-unknown');
    await beginSignIn(other, gateway);
    expect(codeOf(await other.fetch('GET', back))).toBe('sign-in-unknown');
    expect(other.cookie(host, 'koodrive-session')).toBeUndefined();
    expect((await browser.fetch('GET', back)).status).toBe(200);
  });

  it('takes a state for ten minutes, and each tab has its own', async () => {
    const first = await beginSignIn(browser, gateway, '/first');
    const second = await beginSignIn(browser, gateway, '/second');
    const late = await beginSignIn(browser, gateway);
    const toSecond = await browser.fetch('GET', await pickPerson(browser, second, stack.userId));
    expect(toSecond.text).toContain('url=/second');
    const toFirst = await browser.fetch('GET', await pickPerson(browser, first, stack.userId));
    expect(toFirst.text).toContain('url=/first');
    const back = await pickPerson(browser, late, stack.userId);
    ahead = 11 * minute;
    expect(codeOf(await browser.fetch('GET', back))).toBe('sign-in-unknown');
  });

  it('refuses a code that KooDrive does not take, and an answer without one', async () => {
    const back = new URL(await pickPerson(browser, await beginSignIn(browser, gateway), stack.userId));
    back.searchParams.set('code', '0'.repeat(32));
    const refused = await browser.fetch('GET', back.href);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'sign-in-refused']);
    const denied = new URL(await pickPerson(browser, await beginSignIn(browser, gateway), stack.userId));
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    expect(codeOf(await browser.fetch('GET', denied.href))).toBe('sign-in-refused');
    expect(await audited()).toMatch(/"event":"login","outcome":"refused","reason":"code-refused"/);
  });

  it('never goes on under an id that the browser brought along', async () => {
    const planted = 'A'.repeat(43);
    browser.cookies.set(host, new Map([['koodrive-session-dev', planted]]));
    expect(codeOf(await who())).toBe('session-ended');
    await signIn(browser, gateway, stack.userId);
    expect(sessionCookie()).not.toBe(planted);
    const first = sessionCookie();
    await signIn(browser, gateway, stack.userId);
    expect(sessionCookie()).not.toBe(first);
    const thief = new BrowserByHand();
    thief.cookies.set(host, new Map([['koodrive-session-dev', first]]));
    expect(codeOf(await thief.call('GET', `${gateway}/auth/session`))).toBe('session-ended');
  });

  it.each(['', 'A', 'not/base64url', 'A'.repeat(44), 'é'])('refuses the tampered cookie %j', async (value) => {
    const cookie = `koodrive-session-dev=${encodeURIComponent(value)}`;
    const answer = await browser.call('GET', `${gateway}/auth/session`, { cookie });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'session-ended']);
  });

  it('refuses two session cookies, and a cookie beside a key', async () => {
    await signIn(browser, gateway, stack.userId);
    const mine = `koodrive-session-dev=${sessionCookie()}`;
    for (const headers of [
      { cookie: `${mine}; ${mine}` },
      { cookie: `${mine}; __Host-koodrive-session=${sessionCookie()}` },
      { authorization: `Bearer ${stack.key}` },
    ]) {
      const answer = await browser.call('GET', `${gateway}/v1/me`, headers);
      expect([answer.status, answer.json()['detail']]).toEqual([401, expect.stringContaining('Send one credential')]);
    }
  });

  it('ends here and at KooDrive by a sign-out, which may be repeated', async () => {
    await signIn(browser, gateway, stack.userId);
    const old = sessionCookie();
    const before = stack.sandbox.counters().byOperation['logout'] ?? 0;
    const out = await browser.call('POST', `${gateway}/auth/logout`);
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect(sessionCookie()).toBe('');
    expect(stack.sandbox.counters().byOperation['logout']).toBe(before + 1);
    const thief = new BrowserByHand();
    thief.cookies.set(host, new Map([['koodrive-session-dev', old]]));
    expect(codeOf(await thief.call('GET', `${gateway}/v1/me`))).toBe('session-ended');
    expect((await browser.call('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect((await thief.call('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect(await audited()).toMatch(/"event":"logout","outcome":"done"/);
  });

  it('ends here by a sign-out though KooDrive does not answer', async () => {
    await signIn(browser, gateway, stack.userId);
    const old = sessionCookie();
    stack.sandbox.faults.add({ match: { operation: 'logout' }, effect: { reset: 'before' } });
    expect((await browser.call('POST', `${gateway}/auth/logout`)).status).toBe(204);
    const answer = await browser.call('GET', `${gateway}/v1/me`, { cookie: `koodrive-session-dev=${old}` });
    expect(codeOf(answer)).toBe('session-ended');
  });

  it('is not signed out by another site', async () => {
    await signIn(browser, gateway, stack.userId);
    const foreign = { 'x-csrf': '1', origin: 'https://evil.example' };
    for (const headers of [{}, { origin: 'https://evil.example' }, foreign]) {
      const answer = await browser.fetch('POST', `${gateway}/auth/logout`, headers);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'cross-site-refused']);
    }
    expect((await who()).status).toBe(200);
  });

  it('lists one’s sessions, and ends one or all of them', async () => {
    const other = new BrowserByHand();
    const stranger = new BrowserByHand();
    const [, someone] = stack.sandbox.users();
    await browser.call('DELETE', `${gateway}/v1/me/sessions`);
    await signIn(other, gateway, stack.userId);
    await other.call('DELETE', `${gateway}/v1/me/sessions`);
    await signIn(other, gateway, stack.userId);
    await signIn(browser, gateway, stack.userId);
    await signIn(stranger, gateway, someone?.userId ?? '');
    const list = async () =>
      (await browser.call('GET', `${gateway}/v1/me/sessions`)).json<{ items: { id: string; current: boolean }[] }>()
        .items;
    const mine = await list();
    expect(mine.map(({ current }) => current).sort()).toEqual([false, true]);
    const theirs = (await stranger.call('GET', `${gateway}/auth/session`)).json()['id'] as string;
    expect((await browser.call('DELETE', `${gateway}/v1/me/sessions/${theirs}`)).status).toBe(404);
    const otherId = mine.find(({ current }) => !current)?.id ?? '';
    expect((await browser.call('DELETE', `${gateway}/v1/me/sessions/${otherId}`)).status).toBe(204);
    expect((await other.call('GET', `${gateway}/auth/session`)).status).toBe(401);
    expect(await list()).toHaveLength(1);
    expect((await browser.call('DELETE', `${gateway}/v1/me/sessions`)).status).toBe(204);
    expect(sessionCookie()).toBe('');
    expect((await stranger.call('GET', `${gateway}/auth/session`)).status).toBe(200);
  });

  it('shows sessions to browsers only', async () => {
    for (const path of ['/auth/session', '/v1/me/sessions']) {
      expect((await stack.call('GET', path)).status).toBe(403);
    }
  });

  it('lasts an hour without use, twelve hours with it', async () => {
    await signIn(browser, gateway, stack.userId);
    for (ahead = 0; ahead < 11.5 * 60 * minute; ahead += 50 * minute) {
      expect([ahead, (await who()).status]).toEqual([ahead, 200]);
    }
    ahead = 12 * 60 * minute + 1000;
    expect(codeOf(await who())).toBe('session-ended');

    browser = new BrowserByHand();
    ahead = 0;
    await signIn(browser, gateway, stack.userId);
    ahead = 61 * minute;
    expect(codeOf(await who())).toBe('session-ended');
    ahead = 0;
  });

  it('ends when KooDrive refuses to go on with it, and not when it cannot be reached', async () => {
    await signIn(browser, gateway, stack.userId);
    expect((await browser.call('GET', `${gateway}/v1/me`)).json()).toMatchObject({ failed: [] });
    const read = () => browser.call('GET', `${gateway}/v1/jobs`);
    stack.sandbox.faults.add({ match: { operation: 'refreshSession' }, effect: { reset: 'before' } });
    stack.sandbox.clock.advance(21 * minute);
    ahead = 21 * minute;
    const away = await read();
    expect([away.status, codeOf(away)]).toEqual([503, 'credential-source-unavailable']);
    expect((await who()).status).toBe(200);
    stack.sandbox.faults.clear();
    const refused = await read();
    expect([refused.status, codeOf(refused)]).toEqual([401, 'session-ended']);
    await until('the session to be ended here', async () => (await who()).status === 401);
  });
});

describe('A session that KooDrive does not see', () => {
  beforeAll(() => start());
  afterAll(() => stack?.close());

  it('is renewed there while it is used here, until our own idle limit', async () => {
    await signIn(browser, gateway, stack.userId);
    const renewals = (): number => stack.sandbox.counters().sessionsRefreshed;
    for (let count = 1; count <= 5; count += 1) {
      ahead += 11 * minute;
      stack.sandbox.clock.advance(11 * minute);
      await until('a renewal', () => {
        stack.gateway.parts.sessionsInUse.look();
        return renewals() === count;
      });
    }
    expect((await browser.call('GET', `${gateway}/v1/jobs`)).status).toBe(200);
    ahead += 61 * minute;
    stack.gateway.parts.sessionsInUse.look();
    expect((await who()).status).toBe(401);
    expect(renewals()).toBe(5);
  });
});

describe('A page of another origin', () => {
  beforeAll(() => start());
  afterAll(() => stack?.close());

  const preflight = (origin: string, path = '/v1/me') =>
    browser.fetch('OPTIONS', gateway + path, {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-csrf',
    });

  it('that is allowed hears so before anybody is authenticated, and by name', async () => {
    const answer = await preflight(app);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(app);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('access-control-allow-headers')).toContain('X-CSRF');
    expect(answer.headers.get('access-control-allow-methods')).toContain('GET');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it.each(['https://evil.example', 'null', `${app}.evil.example`, 'http://localhost:44444', app.toUpperCase()])(
    'that is not, such as %s, hears no',
    async (origin) => {
      const answer = await preflight(origin);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      const called = await browser.fetch('GET', `${gateway}/live`, { origin });
      expect([called.headers.get('access-control-allow-origin'), called.headers.get('vary')]).toEqual([
        null,
        expect.stringContaining('Origin'),
      ]);
    },
  );

  it('that is allowed uses the API, and can read its refusals', async () => {
    await signIn(browser, gateway, stack.userId);
    const answer = await browser.fetch('GET', `${gateway}/v1/me`, { origin: app, 'x-csrf': '1' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(app);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    for (const name of ['Origin', 'Cookie', 'Authorization']) expect(answer.headers.get('vary')).toContain(name);
    const refused = await browser.fetch('GET', `${gateway}/v1/me`, { origin: app });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, app]);
  });
});

describe('Every route', () => {
  beforeAll(() => start());
  afterAll(() => stack?.close());

  interface Described {
    readonly paths: Record<string, Record<string, { readonly 'x-scope'?: string }>>;
  }

  it('refuses a cookie without X-CSRF, from a foreign page and from no page at all', async () => {
    await signIn(browser, gateway, stack.userId);
    const description = (await browser.fetch('GET', `${gateway}/openapi.json`)).json<
      Described & Record<string, unknown>
    >();
    const routes = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation['x-scope'] !== 'public' || path === '/auth/logout')
        .map(([method]) => [method.toUpperCase(), path.replace(/\{[^}]+\}/g, '1')] as const),
    );
    expect(routes.length).toBeGreaterThan(20);
    const wrong: readonly Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { 'x-csrf': '0', 'sec-fetch-site': 'same-origin' },
      { 'x-csrf': '1' },
      { 'x-csrf': '1', 'sec-fetch-site': 'same-site' },
      { 'x-csrf': '1', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:1' },
      { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', origin: 'null' },
    ];
    const passed: string[] = [];
    for (const [method, path] of routes) {
      for (const headers of wrong) {
        const answer = await browser.fetch(method, gateway + path, headers);
        const refused = answer.status === 403 && codeOf(answer) === 'cross-site-refused';
        if (!refused) passed.push(`${method} ${path} ${JSON.stringify(headers)} -> ${answer.status}`);
      }
    }
    expect(passed).toEqual([]);
    expect((await who()).status).toBe(200);
  });
});

describe('Behind a proxy that ends TLS', () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'drive.example' };
  const settings = { LOGIN_DOMAIN: 'https://drive.example/auth/callback' };
  afterEach(() => stack?.close());

  async function signInBehind(env: Record<string, string>): Promise<string> {
    const port = await freePort();
    gateway = `http://localhost:${port}`;
    stack = await startStack({
      sandbox: { redirectOrigins: ['https://drive.example'] },
      env: { ...settings, PORT: String(port), ...env },
    });
    const page = await beginSignIn(browser, gateway);
    const back = new URL(await pickPerson(browser, page, stack.userId));
    expect(back.origin).toBe('https://drive.example');
    expect((await browser.fetch('GET', `${gateway}${back.pathname}${back.search}`)).status).toBe(200);
    return browser.setCookies.find((line) => line.startsWith('__Host-koodrive-session=')) ?? '';
  }
  const from = (headers: Record<string, string>) =>
    browser.fetch('GET', `${gateway}/auth/session`, { 'x-csrf': '1', origin: 'https://drive.example', ...headers });

  it('sessions have secure cookies, and the proxy’s word for our origin is taken', async () => {
    const line = await signInBehind({ TRUSTED_PROXIES: '127.0.0.1' });
    expect(line).toMatch(/^__Host-koodrive-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await from(forwarded)).status).toBe(200);
    expect((await from({})).status).toBe(403);
  });

  it('the word of anybody else for our origin is not taken', async () => {
    await signInBehind({});
    expect((await from(forwarded)).status).toBe(403);
  });
});

describe('With Redis away', () => {
  it('nobody is let in and no session is revived, until it is back', async () => {
    const redis = await startRedis();
    try {
      await start({ REDIS_URL: redis.url });
      await signIn(browser, gateway, stack.userId);
      const page = await beginSignIn(browser, gateway);
      redis.freeze();
      const answers = [await who(), await browser.call('GET', `${gateway}/v1/me`)];
      answers.push(await browser.call('POST', `${gateway}/auth/logout`));
      answers.push(await browser.fetch('GET', `${gateway}/auth/login`));
      answers.push(await browser.fetch('GET', await pickPerson(browser, page, stack.userId)));
      expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
        answers.map(() => [503, 'store-unavailable']),
      );
      redis.thaw();
      await until('the session to be known again', async () => (await who()).status === 200);
    } finally {
      redis.thaw();
      await stack.close();
      await redis.stop();
    }
  });
});

describe('A gateway where nobody can sign in', () => {
  it('has no sign-in', async () => {
    stack = await startStack();
    try {
      expect(codeOf(await browser.fetch('GET', `${stack.url}/auth/login`))).toBe('route-not-found');
    } finally {
      await stack.close();
    }
  });
});

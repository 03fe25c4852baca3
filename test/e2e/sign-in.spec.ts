import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { beginSignIn, BrowserByHand, pickPerson, signIn } from '../support/browser-by-hand.js';
import { gatewayHost, startSignInStack } from '../support/sign-in-stack.js';
import { type Stack, startStack } from '../support/stack.js';

const minute = 60_000;

let stack: Stack;
let gateway: string;
let browser: BrowserByHand;
let ahead = 0;
/** Real time, and how far the test is ahead of it. */
const clock = { now: () => Date.now() + ahead, monotonic: () => performance.now() + ahead };
async function start(env: Record<string, string> = {}): Promise<void> {
  ({ stack, gateway } = await startSignInStack({ clock, env }));
}
const codeOf = (answer: { json(): Record<string, unknown> }): unknown => answer.json()['code'];
const who = () => browser.call('GET', `${gateway}/auth/session`);
const sessionCookie = (): string => browser.cookie(gatewayHost, 'koodrive-session') ?? '';
const audited = async (): Promise<string> => readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');

beforeEach(() => {
  ahead = 0;
  browser = new BrowserByHand();
});

describe('Signing in by hand', () => {
  beforeAll(() => start());
  afterAll(() => stack?.close());

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
    const sessionId = (await who()).json()['id'] as string;
    const principal = { kind: 'session', sessionId, userId: stack.userId } as const;
    const credential = await stack.gateway.parts.credentials.obtain(principal, 'session', AbortSignal.timeout(1_000));
    const token = credential.kind === 'session' ? credential.token : '';
    expect(token).toMatch(/^Bearer [0-9a-f]{48}$/);
    expect([...browser.setCookies, seen].join()).not.toContain(token.slice('Bearer '.length));
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
    const cookies = new Map(browser.cookies.get(gatewayHost));
    expect((await browser.fetch('GET', back)).status).toBe(200);
    browser.cookies.set(gatewayHost, cookies);
    expect(codeOf(await browser.fetch('GET', back))).toBe('sign-in-unknown');
  });

  it('takes a state from the browser alone that began it, which still can finish after somebody tried', async () => {
    const back = await pickPerson(browser, await beginSignIn(browser, gateway), stack.userId);
    const other = new BrowserByHand();
    expect(codeOf(await other.fetch('GET', back))).toBe('sign-in-unknown');
    await beginSignIn(other, gateway);
    expect(codeOf(await other.fetch('GET', back))).toBe('sign-in-unknown');
    expect(other.cookie(gatewayHost, 'koodrive-session')).toBeUndefined();
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
    browser.cookies.set(gatewayHost, new Map([['koodrive-session-dev', planted]]));
    expect(codeOf(await who())).toBe('session-ended');
    await signIn(browser, gateway, stack.userId);
    expect(sessionCookie()).not.toBe(planted);
    const first = sessionCookie();
    await signIn(browser, gateway, stack.userId);
    expect(sessionCookie()).not.toBe(first);
    const thief = new BrowserByHand();
    thief.cookies.set(gatewayHost, new Map([['koodrive-session-dev', first]]));
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

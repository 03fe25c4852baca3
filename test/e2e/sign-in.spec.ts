import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSignIn, SimulatedBrowser, selectSandboxUser, signIn } from '../support/simulated-browser.js';
import { gatewayHost, OffsetClock, problemCode, startSignInStack } from '../support/sign-in-stack.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

const minuteMs = 60_000;

let stack: GatewayStack;
let gateway: string;
let browser: SimulatedBrowser;
const clock = new OffsetClock();
async function restartStack(env: Record<string, string> = {}): Promise<void> {
  ({ stack, gateway } = await startSignInStack({ clock, env }));
}
const getSession = () => browser.fetchSameOrigin('GET', `${gateway}/auth/session`);
const findSessionCookie = (): string => browser.findCookie(gatewayHost, 'koodrive-session') ?? '';
const readAuditLog = async (): Promise<string> => readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');

beforeEach(() => {
  clock.offsetMs = 0;
  browser = new SimulatedBrowser();
});

describe('signing in at KooDrive', () => {
  beforeAll(() => restartStack());
  afterAll(() => stack?.close());

  it('redirects to the provider and back to a page of the gateway, which redirects to returnTo', async () => {
    const response = await signIn(browser, gateway, stack.userId, '/app?tab=1');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.text).toContain('content="0; url=/app?tab=1"');
    expect(browser.setCookieHeaders.find((line) => line.startsWith('koodrive-session-dev='))).toMatch(
      /^koodrive-session-dev=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect((await getSession()).json()).toMatchObject({
      user: { id: stack.userId, name: 'Mei Lin' },
      door: 'koodrive',
    });
    expect((await browser.fetchSameOrigin('GET', `${gateway}/v1/me`)).json()).toMatchObject({ failed: [] });
  });

  it('shows no secret in a response or cookie', async () => {
    const response = await signIn(browser, gateway, stack.userId);
    const sessionList = await browser.fetchSameOrigin('GET', `${gateway}/v1/me/sessions`);
    const output = [response.text, sessionList.text, (await getSession()).text, await readAuditLog()].join();
    expect(output).not.toContain(findSessionCookie());
    const browserSessionId = (await getSession()).json()['id'] as string;
    const principal = { kind: 'session', browserSessionId, userId: stack.userId } as const;
    const credential = await stack.gateway.context.credentials.obtain(principal, 'session', AbortSignal.timeout(1_000));
    const token = credential.kind === 'session' ? credential.token : '';
    expect(token).toMatch(/^Bearer [0-9a-f]{48}$/);
    expect([...browser.setCookieHeaders, output].join()).not.toContain(token.slice('Bearer '.length));
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'app',
    '/auth/login',
    '/%61uth/openid/logout',
    '',
  ])('does not redirect to %j', async (path) => {
    const response = await browser.fetch('GET', `${gateway}/auth/login?returnTo=${encodeURIComponent(path)}`);
    expect([response.status, problemCode(response)]).toEqual([422, 'invalid-input']);
  });

  it.each([
    'http://evil.example/authorize',
    'javascript:alert(1)',
    'https://user@evil.example/',
    `https://id.example/${'x'.repeat(8_192)}`,
    'authorize',
    '',
  ])('does not send the browser to %j, if KooDrive names it as its page', async (uri) => {
    const { sandbox } = stack;
    sandbox.faults.add({
      match: { operation: 'getAuthCodeURL' },
      effect: { body: { code: 0, msg: '', uri } },
      times: 1,
    });
    const response = await browser.fetch('GET', `${gateway}/auth/login`);
    expect([response.status, problemCode(response)]).toEqual([502, 'upstream-protocol']);
    expect(browser.setCookieHeaders).toEqual([]);
  });

  it('accepts a state once', async () => {
    const back = await selectSandboxUser(browser, await startSignIn(browser, gateway), stack.userId);
    const cookies = new Map(browser.cookies.get(gatewayHost));
    expect((await browser.fetch('GET', back)).status).toBe(200);
    browser.cookies.set(gatewayHost, cookies);
    expect(problemCode(await browser.fetch('GET', back))).toBe('sign-in-unknown');
  });

  it('accepts a state only from the browser that started it, even after another browser has tried it', async () => {
    const back = await selectSandboxUser(browser, await startSignIn(browser, gateway), stack.userId);
    const otherBrowser = new SimulatedBrowser();
    expect(problemCode(await otherBrowser.fetch('GET', back))).toBe('sign-in-unknown');
    await startSignIn(otherBrowser, gateway);
    expect(problemCode(await otherBrowser.fetch('GET', back))).toBe('sign-in-unknown');
    expect(otherBrowser.findCookie(gatewayHost, 'koodrive-session')).toBeUndefined();
    expect((await browser.fetch('GET', back)).status).toBe(200);
  });

  it('accepts a state for ten minutes, and has a separate state for each tab', async () => {
    const first = await startSignIn(browser, gateway, '/first');
    const second = await startSignIn(browser, gateway, '/second');
    const late = await startSignIn(browser, gateway);
    const toSecond = await browser.fetch('GET', await selectSandboxUser(browser, second, stack.userId));
    expect(toSecond.text).toContain('url=/second');
    const toFirst = await browser.fetch('GET', await selectSandboxUser(browser, first, stack.userId));
    expect(toFirst.text).toContain('url=/first');
    const back = await selectSandboxUser(browser, late, stack.userId);
    clock.offsetMs = 11 * minuteMs;
    expect(problemCode(await browser.fetch('GET', back))).toBe('sign-in-unknown');
  });

  it('rejects a code that KooDrive does not accept, and a callback without a code', async () => {
    const back = new URL(await selectSandboxUser(browser, await startSignIn(browser, gateway), stack.userId));
    back.searchParams.set('code', '0'.repeat(32));
    const rejected = await browser.fetch('GET', back.href);
    expect([rejected.status, problemCode(rejected)]).toEqual([403, 'sign-in-refused']);
    const denied = new URL(await selectSandboxUser(browser, await startSignIn(browser, gateway), stack.userId));
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    expect(problemCode(await browser.fetch('GET', denied.href))).toBe('sign-in-refused');
    expect(await readAuditLog()).toMatch(/"event":"login","outcome":"refused","reason":"code-refused"/);
  });

  it('never adopts a browser session id that the browser sent', async () => {
    const plantedCookie = 'A'.repeat(43);
    browser.cookies.set(gatewayHost, new Map([['koodrive-session-dev', plantedCookie]]));
    expect(problemCode(await getSession())).toBe('session-ended');
    await signIn(browser, gateway, stack.userId);
    expect(findSessionCookie()).not.toBe(plantedCookie);
    const first = findSessionCookie();
    await signIn(browser, gateway, stack.userId);
    expect(findSessionCookie()).not.toBe(first);
    const thief = new SimulatedBrowser();
    thief.cookies.set(gatewayHost, new Map([['koodrive-session-dev', first]]));
    expect(problemCode(await thief.fetchSameOrigin('GET', `${gateway}/auth/session`))).toBe('session-ended');
  });

  it.each(['', 'A', 'not/base64url', 'A'.repeat(44), 'é'])('rejects the tampered cookie %j', async (value) => {
    const cookie = `koodrive-session-dev=${encodeURIComponent(value)}`;
    const response = await browser.fetchSameOrigin('GET', `${gateway}/auth/session`, { cookie });
    expect([response.status, problemCode(response)]).toEqual([401, 'session-ended']);
  });

  it('rejects two session cookies, and a cookie beside a key', async () => {
    await signIn(browser, gateway, stack.userId);
    const cookie = `koodrive-session-dev=${findSessionCookie()}`;
    const credentials: Record<string, string>[] = [
      { cookie: `${cookie}; ${cookie}` },
      { authorization: `Bearer ${stack.key}` },
    ];
    for (const headers of credentials) {
      const response = await browser.fetchSameOrigin('GET', `${gateway}/v1/me`, headers);
      expect([response.status, response.json()['detail']]).toEqual([
        401,
        expect.stringContaining('Send one credential'),
      ]);
    }
  });
});

describe('GET /auth/login with KOODRIVE_SIGN_IN_ORIGINS', () => {
  beforeAll(() => restartStack({ KOODRIVE_SIGN_IN_ORIGINS: 'https://id.example' }));
  afterAll(() => stack?.close());

  it.each([
    ['https://id.example/authorize', 302],
    ['https://other.example/authorize', 502],
    ['https://id.example:8443/authorize', 502],
  ])('redirects to allowed origins only: for %s it responds %s', async (uri, status) => {
    const { sandbox } = stack;
    sandbox.faults.add({
      match: { operation: 'getAuthCodeURL' },
      effect: { body: { code: 0, msg: '', uri } },
      times: 1,
    });
    const response = await browser.fetch('GET', `${gateway}/auth/login`);
    expect(response.status).toBe(status);
  });
});

describe('GET /auth/login without LOGIN_DOMAIN', () => {
  it('does not exist', async () => {
    stack = await startGatewayStack();
    try {
      expect(problemCode(await browser.fetch('GET', `${stack.url}/auth/login`))).toBe('route-not-found');
    } finally {
      await stack.close();
    }
  });
});

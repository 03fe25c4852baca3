import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { optionalModulesOn } from '../../apps/gateway/src/optional-modules.js';
import { beginSignIn, BrowserByHand, pickPerson, signIn } from '../support/browser-by-hand.js';
import { allowedOrigin, startSignInStack } from '../support/sign-in-stack.js';
import type { Stack } from '../support/stack.js';

let stack: Stack;
let gateway: string;
let browser: BrowserByHand;
async function start(env: Record<string, string> = {}): Promise<void> {
  ({ stack, gateway } = await startSignInStack({ env }));
}
const codeOf = (answer: { json(): Record<string, unknown> }): unknown => answer.json()['code'];
const who = () => browser.call('GET', `${gateway}/auth/session`);

beforeEach(() => {
  browser = new BrowserByHand();
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
    const answer = await preflight(allowedOrigin);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowedOrigin);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('access-control-allow-headers')).toContain('X-CSRF');
    expect(answer.headers.get('access-control-allow-methods')).toContain('GET');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it.each([
    'https://evil.example',
    'null',
    `${allowedOrigin}.evil.example`,
    'http://localhost:44444',
    allowedOrigin.toUpperCase(),
  ])('that is not, such as %s, hears no', async (origin) => {
    const answer = await preflight(origin);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    const called = await browser.fetch('GET', `${gateway}/live`, { origin });
    expect([called.headers.get('access-control-allow-origin'), called.headers.get('vary')]).toEqual([
      null,
      expect.stringContaining('Origin'),
    ]);
  });

  it('that is allowed uses the API, and can read its refusals', async () => {
    await signIn(browser, gateway, stack.userId);
    const answer = await browser.fetch('GET', `${gateway}/v1/me`, { origin: allowedOrigin, 'x-csrf': '1' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowedOrigin);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    for (const name of ['Origin', 'Cookie', 'Authorization']) expect(answer.headers.get('vary')).toContain(name);
    const refused = await browser.fetch('GET', `${gateway}/v1/me`, { origin: allowedOrigin });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, allowedOrigin]);
  });
});

describe('Every route', () => {
  beforeAll(() => start(optionalModulesOn));
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
    expect(routes.length).toBeGreaterThan(100);
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
    process.stderr.write(
      `\n${routes.length} routes with a session's cookie, ${wrong.length} wrong ways each: ${passed.length} let through\n`,
    );
    expect(passed).toEqual([]);
    expect((await who()).status).toBe(200);
  });
});

describe('Behind a proxy that ends TLS', () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'drive.example' };
  const settings = { LOGIN_DOMAIN: 'https://drive.example/auth/callback' };
  afterEach(() => stack?.close());

  async function signInBehind(env: Record<string, string>): Promise<string> {
    const sandbox = { redirectOrigins: ['https://drive.example'] };
    ({ stack, gateway } = await startSignInStack({ sandbox, env: { ...settings, ...env } }));
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

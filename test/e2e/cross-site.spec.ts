import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { fillPathTemplate } from '../support/invalid-requests.js';
import { listRoutes } from '../support/openapi-validator.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { startSignIn, SimulatedBrowser, selectSandboxUser, signIn } from '../support/simulated-browser.js';
import { allowedOrigin, gatewayHost, problemCode, startSignInStack } from '../support/sign-in-stack.js';
import type { GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let gateway: string;
let browser: SimulatedBrowser;
async function restartStack(env: Record<string, string> = {}): Promise<void> {
  ({ stack, gateway } = await startSignInStack({ env }));
}
const getSession = () => browser.fetchSameOrigin('GET', `${gateway}/auth/session`);

/** Those that browsers let every page read. */
const alwaysReadableHeaders = ['cache-control', 'content-language', 'content-length', 'content-type', 'last-modified'];
/** Those that are for browsers and connections, not for pages. */
const browserHeaderPattern =
  /^(access-control-.*|connection|content-security-policy|cross-origin-.*|keep-alive|permissions-policy|referrer-policy|set-cookie|strict-transport-security|transfer-encoding|vary|x-.*)$/;

beforeEach(() => {
  browser = new SimulatedBrowser();
});

describe('a page of another origin', () => {
  beforeAll(() => restartStack());
  afterAll(() => stack?.close());

  const preflight = (origin: string, path = '/v1/me') =>
    browser.fetch('OPTIONS', gateway + path, {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-csrf',
    });

  it('that is allowed gets a preflight response with its origin, without authentication', async () => {
    const response = await preflight(allowedOrigin);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(allowedOrigin);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('access-control-allow-headers')).toContain('X-CSRF');
    expect(response.headers.get('access-control-allow-methods')).toContain('GET');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it('that is allowed may send and read every header of the API', async () => {
    await signIn(browser, gateway, stack.userId);
    const preflightHeaders = (await preflight(allowedOrigin)).headers;
    const parseNames = (list: string | null): string[] => (list ?? '').toLowerCase().split(', ');
    const parameters = Object.values(stack.openApiDocument.components.parameters ?? {}) as {
      in: string;
      name: string;
    }[];
    expect(parseNames(preflightHeaders.get('access-control-allow-headers'))).toEqual(
      expect.arrayContaining([
        ...parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase()),
        ...['authorization', 'x-api-key', 'x-csrf', 'x-visitor', 'prefer', 'range', 'if-range', 'if-match'],
        ...['if-none-match', 'traceparent', 'tracestate', 'baggage'],
      ]),
    );
    const responses = await Promise.all([
      ...['/v1/me', '/nowhere', '/v1/spaces?x=1'].map((path) =>
        browser.fetch('GET', gateway + path, { origin: allowedOrigin, 'x-csrf': '1' }),
      ),
      browser.fetch('GET', `${gateway}/v1/me`, { origin: allowedOrigin, authorization: 'Bearer x' }),
      browser.fetch('PUT', `${gateway}/v1/me`, { origin: allowedOrigin }),
    ]);
    for (const { headers } of responses) {
      const readable = new Set([...parseNames(headers.get('access-control-expose-headers')), ...alwaysReadableHeaders]);
      const hidden = [...headers.keys()].filter((name) => !readable.has(name) && !browserHeaderPattern.test(name));
      expect(hidden).toEqual([]);
    }
  });

  it.each([
    'https://evil.example',
    'null',
    `${allowedOrigin}.evil.example`,
    'http://localhost:44444',
    allowedOrigin.toUpperCase(),
  ])('that is not allowed (%s) gets 403 and no CORS headers', async (origin) => {
    const response = await preflight(origin);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    const called = await browser.fetch('GET', `${gateway}/live`, { origin });
    expect([called.headers.get('access-control-allow-origin'), called.headers.get('vary')]).toEqual([
      null,
      expect.stringContaining('Origin'),
    ]);
  });

  it('that is allowed can call the API and read its problems', async () => {
    await signIn(browser, gateway, stack.userId);
    const response = await browser.fetch('GET', `${gateway}/v1/me`, { origin: allowedOrigin, 'x-csrf': '1' });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(allowedOrigin);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    for (const name of ['Origin', 'Cookie', 'Authorization']) expect(response.headers.get('vary')).toContain(name);
    const rejected = await browser.fetch('GET', `${gateway}/v1/me`, { origin: allowedOrigin });
    expect([rejected.status, rejected.headers.get('access-control-allow-origin')]).toEqual([403, allowedOrigin]);
  });
});

describe('every route', () => {
  beforeAll(() => restartStack(optionalModuleVariables));
  afterAll(() => stack?.close());

  it('rejects a cookie without X-CSRF, from a page of another origin, and without an origin', async () => {
    await signIn(browser, gateway, stack.userId);
    const routes = listRoutes(stack.openApiDocument).filter(
      ({ path, operation }) => operation['x-scope'] !== 'public' || path === '/auth/logout',
    );
    expect(routes.length).toBeGreaterThan(100);
    const invalidHeaders: readonly Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { 'x-csrf': '0', 'sec-fetch-site': 'same-origin' },
      { 'x-csrf': '1' },
      { 'x-csrf': '1', 'sec-fetch-site': 'same-site' },
      { 'x-csrf': '1', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:1' },
      { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', origin: 'null' },
    ];
    const accepted: string[] = [];
    for (const route of routes) {
      for (const headers of invalidHeaders) {
        const response = await browser.fetch(route.method, gateway + fillPathTemplate(route), headers);
        const isRejected = response.status === 403 && problemCode(response) === 'cross-site-refused';
        if (!isRejected) accepted.push(`${formatRoute(route)} ${JSON.stringify(headers)} -> ${response.status}`);
      }
    }
    process.stderr.write(
      `\n${routes.length} routes with a session cookie, ${invalidHeaders.length} invalid header sets each: ${accepted.length} accepted\n`,
    );
    expect(accepted).toEqual([]);
    expect((await getSession()).status).toBe(200);
  });
});

describe('behind a proxy that terminates TLS', () => {
  const forwardedHeaders = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'drive.example' };
  const loginEnv = { LOGIN_DOMAIN: 'https://drive.example/auth/callback' };
  afterEach(() => stack?.close());

  async function signInBehindProxy(env: Record<string, string>): Promise<string> {
    const sandbox = { redirectOrigins: ['https://drive.example'] };
    ({ stack, gateway } = await startSignInStack({ sandbox, env: { ...loginEnv, ...env } }));
    const page = await startSignIn(browser, gateway);
    const callback = new URL(await selectSandboxUser(browser, page, stack.userId));
    expect(callback.origin).toBe('https://drive.example');
    expect((await browser.fetch('GET', `${gateway}${callback.pathname}${callback.search}`)).status).toBe(200);
    return browser.setCookieHeaders.find((line) => line.startsWith('__Host-koodrive-session=')) ?? '';
  }
  const getSessionWith = (headers: Record<string, string>) =>
    browser.fetch('GET', `${gateway}/auth/session`, { 'x-csrf': '1', origin: 'https://drive.example', ...headers });

  it('the cookie is secure, and the forwarded headers of a trusted proxy define the own origin', async () => {
    const setCookie = await signInBehindProxy({ TRUSTED_PROXIES: '127.0.0.1' });
    expect(setCookie).toMatch(/^__Host-koodrive-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await getSessionWith(forwardedHeaders)).status).toBe(200);
    expect((await getSessionWith({})).status).toBe(403);
  });

  it('S37: a cookie with the name of development, which any neighboring host can set, changes nothing', async () => {
    await signInBehindProxy({ TRUSTED_PROXIES: '127.0.0.1' });
    const cookie = `koodrive-session-dev=x; ${browser.cookieHeader(gatewayHost)}; koodrive-session-dev=y`;
    expect((await getSessionWith({ ...forwardedHeaders, cookie })).status).toBe(200);
  });

  it('the forwarded headers of other clients are ignored', async () => {
    await signInBehindProxy({});
    expect((await getSessionWith(forwardedHeaders)).status).toBe(403);
  });
});

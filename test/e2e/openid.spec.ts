import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SimulatedBrowser, type BrowserResponse } from '../support/simulated-browser.js';
import { signInAtProvider, type TestOpenIdProvider, startOpenIdProvider } from '../support/openid-provider.js';
import { findFreePort } from '../support/ports.js';
import { problemCode } from '../support/sign-in-stack.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

const afterLogoutUrl = 'http://127.0.0.1:1/bye';
let gateway: string;
let provider: TestOpenIdProvider;
let stack: GatewayStack;
let browser: SimulatedBrowser;

beforeAll(async () => {
  const port = await findFreePort();
  gateway = `http://127.0.0.1:${port}`;
  provider = await startOpenIdProvider(`${gateway}/auth/openid/callback`, afterLogoutUrl);
  stack = await startGatewayStack({
    env: {
      PORT: String(port),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_REDIRECT_URL: `${gateway}/auth/openid/callback`,
      OIDC_USER_CLAIM: 'koodrive_user',
      OIDC_AFTER_LOGOUT_URL: afterLogoutUrl,
      LOGIN_RETURN_PATHS: '/app',
    },
  });
  provider.accounts.set('ada', { koodrive_user: stack.userId, name: 'Ada' });
  provider.accounts.set('guest', {});
  provider.accounts.set('gone', { koodrive_user: '1316083732377079999' });
  provider.accounts.set('odd', { koodrive_user: '../1' });
});
afterAll(async () => {
  await stack.close();
  await provider.close();
});
beforeEach(() => {
  browser = new SimulatedBrowser();
});

async function startOpenIdSignIn(returnTo = '/app/files'): Promise<string> {
  const response = await browser.fetch('GET', `${gateway}/auth/openid/login?returnTo=${encodeURIComponent(returnTo)}`);
  expect(response.status).toBe(302);
  return response.headers.get('location') ?? '';
}
const getCallbackUrl = async (login = 'ada'): Promise<string> =>
  signInAtProvider(browser, await startOpenIdSignIn(), login);
const openCallback = (url: string): Promise<BrowserResponse> => browser.fetch('GET', url);
const replaceQueryParameter = (url: string, name: string, value: string): string => {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.href;
};
const isSignedIn = (): boolean => browser.findCookie('127.0.0.1', 'koodrive-session-dev') !== undefined;

describe('GET /auth/openid/login', () => {
  it('redirects to the provider with PKCE (S256) and a new state and nonce each time', async () => {
    const [first, second] = [new URL(await startOpenIdSignIn()), new URL(await startOpenIdSignIn())];
    expect(first.origin).toBe(provider.issuer);
    expect(Object.fromEntries(first.searchParams)).toMatchObject({
      client_id: provider.clientId,
      response_type: 'code',
      redirect_uri: `${gateway}/auth/openid/callback`,
      scope: 'openid',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first.searchParams.get(name)).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(first.searchParams.get(name)).not.toBe(second.searchParams.get(name));
    }
  });

  it('accepts only allowed paths in returnTo', async () => {
    const response = await browser.fetch('GET', `${gateway}/auth/openid/login?returnTo=//evil.example/`);
    expect([response.status, problemCode(response)]).toEqual([422, 'invalid-input']);
  });
});

describe('GET /auth/openid/callback', () => {
  it('signs in the KooDrive user of the claim, whose calls use the signature of the app', async () => {
    const response = await openCallback(await getCallbackUrl());
    expect(response.status).toBe(200);
    expect(response.text).toContain('url=/app/files');
    const session = (await browser.fetchSameOrigin('GET', `${gateway}/auth/session`)).json();
    expect(session).toMatchObject({ user: { id: stack.userId, name: 'Ada' }, door: 'openid' });
    const spaces = await browser.fetchSameOrigin('GET', `${gateway}/v1/spaces`);
    expect(spaces.status).toBe(200);
    expect(spaces.json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  });

  it('accepts a callback once', async () => {
    const callbackUrl = await getCallbackUrl();
    expect((await openCallback(callbackUrl)).status).toBe(200);
    const repeated = await openCallback(callbackUrl);
    expect([repeated.status, problemCode(repeated)]).toEqual([400, 'sign-in-unknown']);
  });

  it('rejects an unknown state, and a state of another browser', async () => {
    const forged = await openCallback(replaceQueryParameter(await getCallbackUrl(), 'state', 'A'.repeat(43)));
    expect(problemCode(forged)).toBe('sign-in-unknown');
    const stolen = await getCallbackUrl();
    browser = new SimulatedBrowser();
    expect(problemCode(await openCallback(stolen))).toBe('sign-in-unknown');
    expect(isSignedIn()).toBe(false);
  });

  it('rejects an ID token with the nonce of another sign-in', async () => {
    const page = replaceQueryParameter(await startOpenIdSignIn(), 'nonce', 'B'.repeat(43));
    const response = await openCallback(await signInAtProvider(browser, page, 'ada'));
    expect([response.status, problemCode(response)]).toEqual([403, 'sign-in-refused']);
    expect(isSignedIn()).toBe(false);
  });

  it('rejects a code that was issued for another challenge', async () => {
    const page = replaceQueryParameter(await startOpenIdSignIn(), 'code_challenge', 'C'.repeat(43));
    expect(problemCode(await openCallback(await signInAtProvider(browser, page, 'ada')))).toBe('sign-in-refused');
  });

  it('rejects a callback with another issuer, or without the issuer that the provider always sends', async () => {
    const callbackUrl = await getCallbackUrl();
    expect(new URL(callbackUrl).searchParams.get('iss')).toBe(provider.issuer);
    expect(problemCode(await openCallback(replaceQueryParameter(callbackUrl, 'iss', 'https://issuer.example')))).toBe(
      'sign-in-refused',
    );
    const withoutIssuer = new URL(await getCallbackUrl());
    withoutIssuer.searchParams.delete('iss');
    expect(problemCode(await openCallback(withoutIssuer.href))).toBe('sign-in-refused');
    expect(isSignedIn()).toBe(false);
  });

  it('rejects a code that the provider never issued, and a second code beside the right one', async () => {
    expect(problemCode(await openCallback(replaceQueryParameter(await getCallbackUrl(), 'code', 'made-up')))).toBe(
      'sign-in-refused',
    );
    expect(problemCode(await openCallback(`${await getCallbackUrl()}&code=second`))).toBe('sign-in-refused');
  });

  it.each(['guest', 'odd'])('rejects an account without a valid KooDrive user: %s', async (login) => {
    const response = await openCallback(await getCallbackUrl(login));
    expect([response.status, problemCode(response)]).toEqual([403, 'sign-in-refused']);
    expect(isSignedIn()).toBe(false);
  });

  it('signs in a user whom KooDrive does not know; KooDrive then rejects the calls', async () => {
    expect((await openCallback(await getCallbackUrl('gone'))).status).toBe(200);
    const response = await browser.fetchSameOrigin('GET', `${gateway}/v1/spaces?kind=group`);
    expect([response.status, problemCode(response)]).toEqual([403, 'user-not-accepted']);
  });

  it('returns sign-in-refused if the provider denies the sign-in', async () => {
    const { searchParams } = new URL(await startOpenIdSignIn());
    const state = searchParams.get('state') ?? '';
    const iss = encodeURIComponent(provider.issuer);
    const deniedCallbackUrl = `${gateway}/auth/openid/callback?error=access_denied&state=${state}&iss=${iss}`;
    expect(problemCode(await openCallback(deniedCallbackUrl))).toBe('sign-in-refused');
  });

  it('never shows the client secret', async () => {
    const response = await openCallback(await getCallbackUrl());
    const output = [response.text, ...browser.setCookieHeaders, ...[...response.headers].flat()].join('\n');
    expect(output).not.toContain(provider.clientSecret);
  });
});

describe('signing out', () => {
  it('ends the browser session, and redirects to the sign-out page of the provider', async () => {
    await openCallback(await getCallbackUrl());
    const cookie = browser.cookieHeader('127.0.0.1');
    expect((await browser.fetchSameOrigin('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect(isSignedIn()).toBe(false);
    expect((await browser.fetchSameOrigin('GET', `${gateway}/auth/session`, { cookie })).status).toBe(401);
    const logout = await browser.fetch('GET', `${gateway}/auth/openid/logout`);
    expect(logout.status).toBe(302);
    const page = new URL(logout.headers.get('location') ?? '');
    expect(page.origin + page.pathname).toBe(`${provider.issuer}/session/end`);
    expect(page.searchParams.get('post_logout_redirect_uri')).toBe(afterLogoutUrl);
    expect((await browser.fetch('GET', page.href)).status).toBe(200);
  });
});

describe('without an OpenID provider', () => {
  let stackWithoutProvider: GatewayStack | undefined;
  afterEach(() => stackWithoutProvider?.close());

  it('in the configuration, the routes do not exist', async () => {
    stackWithoutProvider = await startGatewayStack();
    for (const path of ['login', 'callback?state=x', 'logout']) {
      expect((await stackWithoutProvider.call('GET', `/auth/openid/${path}`)).status).toBe(404);
    }
  });

  it('that responds, sign-ins get 503, and other routes work', async () => {
    stackWithoutProvider = await startGatewayStack({
      env: {
        OIDC_ISSUER: `http://localhost:${await findFreePort()}`,
        OIDC_CLIENT_ID: 'gateway',
        OIDC_CLIENT_SECRET: 'secret',
        OIDC_REDIRECT_URL: 'http://127.0.0.1:1/auth/openid/callback',
        OIDC_USER_CLAIM: 'koodrive_user',
      },
    });
    const response = await stackWithoutProvider.call('GET', '/auth/openid/login');
    expect([response.status, response.json().code]).toEqual([503, 'issuer-unavailable']);
    expect((await stackWithoutProvider.call('GET', '/v1/spaces')).status).toBe(200);
  });
});

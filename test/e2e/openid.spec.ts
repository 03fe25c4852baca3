import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BrowserByHand, type Fetched } from '../support/browser-by-hand.js';
import { passProvider, type RunningProvider, startOpenIdProvider } from '../support/openid-provider.js';
import { freePort } from '../support/ports.js';
import { startStack, type Stack } from '../support/stack.js';

const afterLogout = 'http://127.0.0.1:1/bye';
let gateway: string;
let provider: RunningProvider;
let stack: Stack;
let browser: BrowserByHand;

beforeAll(async () => {
  const port = await freePort();
  gateway = `http://127.0.0.1:${port}`;
  provider = await startOpenIdProvider(`${gateway}/auth/openid/callback`, afterLogout);
  stack = await startStack({
    env: {
      PORT: String(port),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_REDIRECT_URL: `${gateway}/auth/openid/callback`,
      OIDC_USER_CLAIM: 'koodrive_user',
      OIDC_AFTER_LOGOUT_URL: afterLogout,
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
  browser = new BrowserByHand();
});

async function begin(returnTo = '/app/files'): Promise<string> {
  const answer = await browser.fetch('GET', `${gateway}/auth/openid/login?returnTo=${encodeURIComponent(returnTo)}`);
  expect(answer.status).toBe(302);
  return answer.headers.get('location') ?? '';
}
const back = async (login = 'ada'): Promise<string> => passProvider(browser, await begin(), login);
const arrive = (address: string): Promise<Fetched> => browser.fetch('GET', address);
const changed = (address: string, name: string, value: string): string => {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
};
const signedIn = (): boolean => browser.cookie('127.0.0.1', 'koodrive-session-dev') !== undefined;
const codeOf = (answer: Fetched): unknown => answer.json().code;

describe('GET /auth/openid/login', () => {
  it('leads to the provider with PKCE by S256, state and nonce, new each time', async () => {
    const [one, other] = [new URL(await begin()), new URL(await begin())];
    expect(one.origin).toBe(provider.issuer);
    expect(Object.fromEntries(one.searchParams)).toMatchObject({
      client_id: provider.clientId,
      response_type: 'code',
      redirect_uri: `${gateway}/auth/openid/callback`,
      scope: 'openid',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
  });

  it('leads back to allowed paths only', async () => {
    const answer = await browser.fetch('GET', `${gateway}/auth/openid/login?returnTo=//evil.example/`);
    expect([answer.status, codeOf(answer)]).toEqual([422, 'invalid-input']);
  });
});

describe('GET /auth/openid/callback', () => {
  it('signs in the KooDrive user of the claim, served by the signature of the app', async () => {
    const answer = await arrive(await back());
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('url=/app/files');
    const session = (await browser.call('GET', `${gateway}/auth/session`)).json();
    expect(session).toMatchObject({ user: { id: stack.userId, name: 'Ada' }, door: 'openid' });
    const spaces = await browser.call('GET', `${gateway}/v1/spaces`);
    expect(spaces.status).toBe(200);
    expect(spaces.json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  });

  it('takes an answer once', async () => {
    const address = await back();
    expect((await arrive(address)).status).toBe(200);
    const again = await arrive(address);
    expect([again.status, codeOf(again)]).toEqual([400, 'sign-in-unknown']);
  });

  it('refuses a state that is not its own, or was begun in another browser', async () => {
    const forged = await arrive(changed(await back(), 'state', 'A'.repeat(43)));
    expect(codeOf(forged)).toBe('sign-in-unknown');
    const stolen = await back();
    browser = new BrowserByHand();
    expect(codeOf(await arrive(stolen))).toBe('sign-in-unknown');
    expect(signedIn()).toBe(false);
  });

  it('refuses an ID token with the nonce of another sign-in', async () => {
    const page = changed(await begin(), 'nonce', 'B'.repeat(43));
    const answer = await arrive(await passProvider(browser, page, 'ada'));
    expect([answer.status, codeOf(answer)]).toEqual([403, 'sign-in-refused']);
    expect(signedIn()).toBe(false);
  });

  it('refuses a code that was got with the challenge of another', async () => {
    const page = changed(await begin(), 'code_challenge', 'C'.repeat(43));
    expect(codeOf(await arrive(await passProvider(browser, page, 'ada')))).toBe('sign-in-refused');
  });

  it('refuses an answer that names another issuer, or none where the provider names itself', async () => {
    const address = await back();
    expect(new URL(address).searchParams.get('iss')).toBe(provider.issuer);
    expect(codeOf(await arrive(changed(address, 'iss', 'https://issuer.example')))).toBe('sign-in-refused');
    const bare = new URL(await back());
    bare.searchParams.delete('iss');
    expect(codeOf(await arrive(bare.href))).toBe('sign-in-refused');
    expect(signedIn()).toBe(false);
  });

  it('refuses a code that the provider never gave, and one put in beside the right one', async () => {
    expect(codeOf(await arrive(changed(await back(), 'code', 'made-up')))).toBe('sign-in-refused');
    expect(codeOf(await arrive(`${await back()}&code=second`))).toBe('sign-in-refused');
  });

  it.each(['guest', 'odd'])('lets in nobody without a KooDrive user: %s', async (login) => {
    const answer = await arrive(await back(login));
    expect([answer.status, codeOf(answer)]).toEqual([403, 'sign-in-refused']);
    expect(signedIn()).toBe(false);
  });

  it('lets in who has the claim, though KooDrive may not know the user and then takes no call for them', async () => {
    expect((await arrive(await back('gone'))).status).toBe(200);
    const answer = await browser.call('GET', `${gateway}/v1/spaces?kind=group`);
    expect([answer.status, codeOf(answer)]).toEqual([503, 'credential-source-unavailable']);
  });

  it('tells a refusal of the provider from our own', async () => {
    const { searchParams } = new URL(await begin());
    const state = searchParams.get('state') ?? '';
    const iss = encodeURIComponent(provider.issuer);
    const denied = `${gateway}/auth/openid/callback?error=access_denied&state=${state}&iss=${iss}`;
    expect(codeOf(await arrive(denied))).toBe('sign-in-refused');
  });

  it('never shows the secret of the client', async () => {
    const answer = await arrive(await back());
    const all = [answer.text, ...browser.setCookies, ...[...answer.headers].flat()].join('\n');
    expect(all).not.toContain(provider.clientSecret);
  });
});

describe('signing out', () => {
  it('ends our session, and offers the way to the page of the provider', async () => {
    await arrive(await back());
    const cookie = browser.cookieHeader('127.0.0.1');
    expect((await browser.call('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect(signedIn()).toBe(false);
    expect((await browser.call('GET', `${gateway}/auth/session`, { cookie })).status).toBe(401);
    const leave = await browser.fetch('GET', `${gateway}/auth/openid/logout`);
    expect(leave.status).toBe(302);
    const page = new URL(leave.headers.get('location') ?? '');
    expect(page.origin + page.pathname).toBe(`${provider.issuer}/session/end`);
    expect(page.searchParams.get('post_logout_redirect_uri')).toBe(afterLogout);
    expect((await browser.fetch('GET', page.href)).status).toBe(200);
  });
});

describe('without a provider', () => {
  let bare: Stack | undefined;
  afterEach(() => bare?.close());

  it('its routes are not there', async () => {
    bare = await startStack();
    for (const path of ['login', 'callback?state=x', 'logout']) {
      expect((await bare.call('GET', `/auth/openid/${path}`)).status).toBe(404);
    }
  });

  it('that answers, nobody signs in, and the gateway serves all others', async () => {
    bare = await startStack({
      env: {
        OIDC_ISSUER: `http://localhost:${await freePort()}`,
        OIDC_CLIENT_ID: 'gateway',
        OIDC_CLIENT_SECRET: 'secret',
        OIDC_REDIRECT_URL: 'http://127.0.0.1:1/auth/openid/callback',
        OIDC_USER_CLAIM: 'koodrive_user',
      },
    });
    const answer = await bare.call('GET', '/auth/openid/login');
    expect([answer.status, answer.json().code]).toEqual([503, 'issuer-unavailable']);
    expect((await bare.call('GET', '/v1/spaces')).status).toBe(200);
  });
});

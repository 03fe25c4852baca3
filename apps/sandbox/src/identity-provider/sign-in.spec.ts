import { afterAll, afterEach, beforeAll, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';

const apiPrefix = '/koodrive/ose/v1';
const signInDomain = 'http://localhost:8080/signed-in';

let sandbox: Sandbox;
let userId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ redirectOrigins: ['https://app.example'] });
  userId = sandbox.users()[0]?.userId ?? '';
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

interface ResponseBody {
  readonly code: number | string;
  readonly uri: string;
  readonly accessToken: string;
  readonly data: Record<string, unknown> & { readonly accessToken: string; readonly sessionId: string };
}

async function send(method: string, path: string, headers: Record<string, string> = {}, body?: unknown) {
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const text = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(`${sandbox.url}${apiPrefix}${path}`, {
    method,
    headers: { ...json, ...headers },
    body: text,
  });
  return { status: response.status, body: (await response.json()) as ResponseBody };
}

async function getSignInUrl(domain = signInDomain): Promise<URL> {
  const { body } = await send('GET', `/session/authCodeURL?domain=${encodeURIComponent(domain)}`);
  const url = new URL(body.uri);
  url.searchParams.set('state', 'st&te');
  return url;
}

/** Submits the form of the page as a browser without JavaScript does. */
async function submitSignInForm(user: string, url: URL): Promise<Response> {
  const fields = new URLSearchParams(url.search);
  fields.set('user', user);
  return fetch(new URL('/identity/authorize', url), { method: 'POST', body: fields, redirect: 'manual' });
}

async function readAuthorizationCode(response: Response): Promise<string> {
  await response.arrayBuffer();
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

describe('the sign-in', () => {
  it('opens a KooDrive session through the URL of KooDrive, the page and its form', async () => {
    const signInUrl = await getSignInUrl();
    const page = await fetch(signInUrl);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('Mei Lin');
    expect(html).toContain('value="st&amp;te"');

    const redirect = await submitSignInForm(userId, signInUrl);
    expect(redirect.status).toBe(303);
    const target = new URL(redirect.headers.get('location') ?? '');
    expect(target.origin + target.pathname).toBe(signInDomain);
    expect(target.searchParams.get('state')).toBe('st&te');

    const created = await send(
      'POST',
      '/session/',
      {},
      { code: await readAuthorizationCode(redirect), domain: signInDomain },
    );
    expect(created.status).toBe(200);
    expect(created.body.data).toMatchObject({ userId, userInfo: { innerUserId: userId, userName: 'Mei Lin' } });
    const session = await send('GET', '/session/auth', { authorization: created.body.data.accessToken });
    expect(session.body.data).toMatchObject({ innerUserId: userId });
    expect(sandbox.counters()).toMatchObject({ sessionsCreated: 1, answersBreakingContract: 0 });
  });

  it('issues a code that is valid once', async () => {
    const code = await readAuthorizationCode(await submitSignInForm(userId, await getSignInUrl()));
    expect((await send('POST', '/session/', {}, { code })).status).toBe(200);
    expect((await send('POST', '/session/', {}, { code })).status).toBe(401);
  });

  it('issues a code that is valid for five minutes', async () => {
    const code = await readAuthorizationCode(await submitSignInForm(userId, await getSignInUrl()));
    sandbox.clock.advance(5 * 60_000);
    expect((await send('POST', '/session/', {}, { code })).status).toBe(401);
  });

  it('issues a code for one domain', async () => {
    const code = await readAuthorizationCode(await submitSignInForm(userId, await getSignInUrl()));
    expect((await send('POST', '/session/', {}, { code, domain: 'http://localhost:9999/' })).status).toBe(401);
  });

  it.each(['https://evil.example/', 'javascript:alert(1)', 'https://app.example.evil.example/', ''])(
    'does not redirect to %p',
    async (uri) => {
      const signInUrl = await getSignInUrl();
      signInUrl.searchParams.set('redirect_uri', uri);
      expect((await fetch(signInUrl)).status).toBe(400);
      expect((await submitSignInForm(userId, signInUrl)).status).toBe(400);
    },
  );

  it('redirects to an origin that the options allow', async () => {
    expect((await submitSignInForm(userId, await getSignInUrl('https://app.example/back'))).status).toBe(303);
    expect((await send('GET', '/session/authCodeURL?domain=evil.example')).status).toBe(400);
  });

  it('rejects an unknown client, an unknown user and a disabled user', async () => {
    const signInUrl = await getSignInUrl();
    const disabled = sandbox.users().find(({ status }) => status === 1);
    expect((await submitSignInForm(disabled?.userId ?? '', signInUrl)).status).toBe(400);
    expect((await submitSignInForm('1', signInUrl)).status).toBe(400);
    signInUrl.searchParams.set('client_id', 'another');
    expect((await fetch(signInUrl)).status).toBe(400);
  });
});

describe('a KooDrive session', () => {
  it('returns a new token at a refresh with its session id and invalidates the old token', async () => {
    const { accessToken, sessionId } = sandbox.openSession(userId);
    const headers = { authorization: accessToken, 'x-session-id': sessionId };
    const { status, body } = await send('POST', '/session/refresh', headers);
    expect(status).toBe(200);
    expect((await send('GET', '/session/auth', { authorization: accessToken })).status).toBe(401);
    expect((await send('GET', '/session/auth', { authorization: body.accessToken })).status).toBe(200);
    expect(sandbox.counters()).toMatchObject({ sessionsRefreshed: 1, refusedForContract: 0 });
  });

  it('is not refreshed with the id of another session', async () => {
    const { accessToken } = sandbox.openSession(userId);
    const { sessionId } = sandbox.openSession(userId);
    const headers = { authorization: accessToken, 'x-session-id': sessionId };
    expect((await send('POST', '/session/refresh', headers)).status).toBe(401);
  });

  it('ends at logout, which is also allowed without a session', async () => {
    const authorization = sandbox.openSession(userId).accessToken;
    expect((await send('GET', '/session/logoff', { authorization })).status).toBe(200);
    expect((await send('GET', '/session/auth', { authorization })).status).toBe(401);
    expect((await send('GET', '/session/logoff')).status).toBe(200);
  });
});

import { afterAll, afterEach, beforeAll, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';

const API = '/koodrive/ose/v1';
const DOMAIN = 'http://localhost:8080/signed-in';

let sandbox: Sandbox;
let userId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ redirectOrigins: ['https://app.example'] });
  userId = sandbox.users()[0]?.userId ?? '';
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

interface Body {
  readonly code: number | string;
  readonly uri: string;
  readonly accessToken: string;
  readonly data: Record<string, unknown> & { readonly accessToken: string; readonly sessionId: string };
}

async function send(method: string, path: string, headers: Record<string, string> = {}, body?: unknown) {
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const text = body === undefined ? null : JSON.stringify(body);
  const response = await fetch(`${sandbox.url}${API}${path}`, { method, headers: { ...json, ...headers }, body: text });
  return { status: response.status, body: (await response.json()) as Body };
}

async function signInAddress(domain = DOMAIN): Promise<URL> {
  const { body } = await send('GET', `/session/authCodeURL?domain=${encodeURIComponent(domain)}`);
  const address = new URL(body.uri);
  address.searchParams.set('state', 'st&te');
  return address;
}

/** Sends the form of the page, as a browser without JavaScript does. */
async function pick(user: string, address: URL): Promise<Response> {
  const fields = new URLSearchParams(address.search);
  fields.set('user', user);
  return fetch(new URL('/identity/authorize', address), { method: 'POST', body: fields, redirect: 'manual' });
}

async function codeOf(reply: Response): Promise<string> {
  await reply.arrayBuffer();
  return new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

describe('signing in', () => {
  it('leads from the address that KooDrive gives over the page and its form to a session', async () => {
    const address = await signInAddress();
    const page = await fetch(address);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('Mei Lin');
    expect(html).toContain('value="st&amp;te"');

    const reply = await pick(userId, address);
    expect(reply.status).toBe(303);
    const target = new URL(reply.headers.get('location') ?? '');
    expect(target.origin + target.pathname).toBe(DOMAIN);
    expect(target.searchParams.get('state')).toBe('st&te');

    const made = await send('POST', '/session/', {}, { code: await codeOf(reply), domain: DOMAIN });
    expect(made.status).toBe(200);
    expect(made.body.data).toMatchObject({ userId, userInfo: { innerUserId: userId, userName: 'Mei Lin' } });
    const session = await send('GET', '/session/auth', { authorization: made.body.data.accessToken });
    expect(session.body.data).toMatchObject({ innerUserId: userId });
    expect(sandbox.counters()).toMatchObject({ sessionsCreated: 1, answersBreakingContract: 0 });
  });

  it('gives a code that is good once', async () => {
    const code = await codeOf(await pick(userId, await signInAddress()));
    expect((await send('POST', '/session/', {}, { code })).status).toBe(200);
    expect((await send('POST', '/session/', {}, { code })).status).toBe(401);
  });

  it('gives a code that is good for five minutes', async () => {
    const code = await codeOf(await pick(userId, await signInAddress()));
    sandbox.clock.advance(5 * 60_000);
    expect((await send('POST', '/session/', {}, { code })).status).toBe(401);
  });

  it('gives a code for one domain', async () => {
    const code = await codeOf(await pick(userId, await signInAddress()));
    expect((await send('POST', '/session/', {}, { code, domain: 'http://localhost:9999/' })).status).toBe(401);
  });

  it.each(['https://evil.example/', 'javascript:alert(1)', 'https://app.example.evil.example/', ''])(
    'does not lead to %p',
    async (uri) => {
      const address = await signInAddress();
      address.searchParams.set('redirect_uri', uri);
      expect((await fetch(address)).status).toBe(400);
      expect((await pick(userId, address)).status).toBe(400);
    },
  );

  it('leads to an origin that the options allow', async () => {
    expect((await pick(userId, await signInAddress('https://app.example/back'))).status).toBe(303);
    expect((await send('GET', '/session/authCodeURL?domain=evil.example')).status).toBe(400);
  });

  it('is for the application that is known, and for users who may', async () => {
    const address = await signInAddress();
    const disabled = sandbox.users().find(({ status }) => status === 1);
    expect((await pick(disabled?.userId ?? '', address)).status).toBe(400);
    expect((await pick('1', address)).status).toBe(400);
    address.searchParams.set('client_id', 'another');
    expect((await fetch(address)).status).toBe(400);
  });
});

describe('a session', () => {
  it('is refreshed with its session id: a new token, and the old one dies', async () => {
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

  it('ends with logout, which may also be called without one', async () => {
    const authorization = sandbox.openSession(userId).accessToken;
    expect((await send('GET', '/session/logoff', { authorization })).status).toBe(200);
    expect((await send('GET', '/session/auth', { authorization })).status).toBe(401);
    expect((await send('GET', '/session/logoff')).status).toBe(200);
  });
});

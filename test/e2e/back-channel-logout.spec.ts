import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../../apps/gateway/src/application.js';
import { type GatewayStack, startGatewayStack, startSecondGateway } from '../support/gateway-stack.js';
import {
  signInAtProvider,
  signOutAtProvider,
  startOpenIdProvider,
  type TestOpenIdProvider,
} from '../support/openid-provider.js';
import { findFreePort } from '../support/ports.js';
import { type RedisServer, startRedis } from '../support/redis.js';
import { type BrowserResponse, SimulatedBrowser } from '../support/simulated-browser.js';
import { problemCode } from '../support/sign-in-stack.js';

const path = '/auth/openid/backchannel-logout';
let redis: RedisServer;
let provider: TestOpenIdProvider;
let stack: GatewayStack;
let second: Gateway;
/** The instance that browsers use, and the one that the provider knows. */
let [first, other] = ['', ''];

beforeAll(async () => {
  redis = await startRedis();
  const [port, otherPort] = [await findFreePort(), await findFreePort()];
  [first, other] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${otherPort}`];
  const callback = `${first}/auth/openid/callback`;
  provider = await startOpenIdProvider(callback, `${first}/bye`, other + path);
  const env = {
    REDIS_URL: redis.url,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_REDIRECT_URL: callback,
    OIDC_USER_CLAIM: 'koodrive_user',
  };
  stack = await startGatewayStack({ env: { ...env, PORT: String(port) } });
  second = await startSecondGateway(stack, { ...env, PORT: String(otherPort) });
  for (const login of ['ada', 'ben']) provider.accounts.set(login, { koodrive_user: stack.userId });
});
afterAll(async () => {
  await second?.close();
  await stack?.close();
  await provider?.close();
  await redis?.stop();
});

async function signIn(login: string, browser = new SimulatedBrowser()): Promise<SimulatedBrowser> {
  const page = (await browser.fetch('GET', `${first}/auth/openid/login`)).headers.get('location') ?? '';
  const callback = await signInAtProvider(browser, page, login);
  expect((await browser.fetch('GET', callback)).status).toBe(200);
  return browser;
}
const isSignedIn = async (browser: SimulatedBrowser): Promise<boolean> =>
  (await browser.fetchSameOrigin('GET', `${first}/auth/session`)).status === 200;
const sendForm = (form: string): Promise<BrowserResponse> =>
  new SimulatedBrowser().fetch('POST', first + path, {}, form);
const sendToken = (token: string) => sendForm(new URLSearchParams({ logout_token: token }).toString());

const signToken = (claims: Readonly<Record<string, unknown>>) => provider.signLogoutToken(claims);
const readAuditLog = (): Promise<string> => readFile(join(stack.keysFile, '../audit.log'), 'utf8');

describe('S28: POST /auth/openid/backchannel-logout', () => {
  let ada: SimulatedBrowser;
  let ben: SimulatedBrowser;

  beforeEach(async () => {
    [ada, ben] = [await signIn('ada'), await signIn('ben')];
  });

  it('ends the session that a user ends at the provider, on the other instances too, and no other session', async () => {
    const adaElsewhere = await signIn('ada');
    await signOutAtProvider(ada, provider.issuer);
    expect(await Promise.all([ada, adaElsewhere, ben].map(isSignedIn))).toEqual([false, true, true]);
    expect(await readAuditLog()).toMatch(
      /"event":"logout","outcome":"done".*"user":"\d+".*"route":"\/auth\/openid\/backchannel-logout"/,
    );
    expect(await readAuditLog()).toContain(`"caller":"openid-provider:${provider.issuer}"`);
  });

  it('ends all sessions of a user whom the provider names without a session', async () => {
    const adaElsewhere = await signIn('ada');
    const response = await sendToken(await signToken({ sub: 'ada' }));
    expect([response.status, response.text, response.headers.get('cache-control')]).toEqual([200, '', 'no-store']);
    expect(await Promise.all([ada, adaElsewhere, ben].map(isSignedIn))).toEqual([false, false, true]);
  });

  it('succeeds for a user who is not signed in, and ignores other fields of the form', async () => {
    const form = new URLSearchParams({ logout_token: await signToken({ sub: 'nobody' }), state: 'x' });
    expect((await sendForm(form.toString())).status).toBe(200);
  });

  it('takes a token once', async () => {
    const token = await signToken({ sub: 'ada' });
    expect((await sendToken(token)).status).toBe(200);
    ada = await signIn('ada');
    const repeated = await sendToken(token);
    expect([repeated.status, problemCode(repeated)]).toEqual([400, 'bad-request']);
    expect(await isSignedIn(ada)).toBe(true);
    expect(await readAuditLog()).toContain('"reason":"used-logout-token"');
  });

  it.each<[string, Record<string, unknown>]>([
    ['of another client', { aud: 'other' }],
    ['of another issuer', { iss: 'https://issuer.example' }],
    ['with a nonce, such as an ID token', { nonce: 'x' }],
    ['without the event', { events: {} }],
    ['that has expired', { iat: 1_000, exp: 2_000 }],
    ['without an id', { jti: undefined }],
    ['that names nobody', { sub: undefined }],
  ])('rejects a token %s', async (_name, claims) => {
    const response = await sendToken(await signToken({ sub: 'ada', ...claims }));
    expect([response.status, problemCode(response)]).toEqual([400, 'bad-request']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await isSignedIn(ada)).toBe(true);
  });

  it('rejects a token with the signature of another key, and records it', async () => {
    const [header, payload] = (await signToken({ sub: 'ada' })).split('.');
    const [, , signature] = (await signToken({ sub: 'ben' })).split('.');
    expect((await sendToken(`${header}.${payload}.${signature}`)).status).toBe(400);
    expect(await isSignedIn(ada)).toBe(true);
    expect(await readAuditLog()).toContain('"reason":"invalid-logout-token"');
  });

  it('rejects a form without a token, with two, or that is too long, and other media types', async () => {
    const token = await signToken({ sub: 'ada' });
    const statusOf = async (form: string) => (await sendForm(form)).status;
    expect(await statusOf('')).toBe(400);
    expect(await statusOf(`logout_token=${token}&logout_token=${token}`)).toBe(400);
    expect(await statusOf(`logout_token=${token}&other=${'x'.repeat(16 * 1024)}`)).toBe(413);
    const json = await stack.call('POST', path, { body: { logout_token: token } });
    expect(json.status).toBe(422);
    expect(await isSignedIn(ada)).toBe(true);
  });
});

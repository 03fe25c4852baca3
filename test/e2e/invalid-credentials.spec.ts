import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSignIn, SimulatedBrowser, selectSandboxUser, signIn } from '../support/simulated-browser.js';
import { gatewayHost, startSignInStack } from '../support/sign-in-stack.js';
import type { GatewayResponse, GatewayStack } from '../support/gateway-stack.js';

const cookieName = 'koodrive-session-dev';
const sameOriginHeaders = { 'x-csrf': '1', 'sec-fetch-site': 'same-origin' };

let stack: GatewayStack;
let gateway: string;
/** The cookie of a valid browser session, and two valid keys. */
let cookie: string;
let ownKey: string;
let otherKey: string;
/** Secrets in a request, which must not be in a log line or in the response. */
type Secrets = readonly string[];

beforeAll(async () => {
  ({ stack, gateway } = await startSignInStack());
  const browser = new SimulatedBrowser();
  await signIn(browser, gateway, stack.userId);
  cookie = browser.findCookie(gatewayHost, cookieName) ?? '';
  ownKey = await stack.issueKey({ scopes: ['spaces:read'], userId: stack.userId });
  otherKey = await stack.issueKey({ scopes: ['*'] });
});
afterAll(() => stack.close());

const sendRequest = (
  headers: Record<string, string | readonly string[]>,
  path = '/v1/spaces',
): Promise<GatewayResponse> => stack.sendRaw({ path, headers });
const tamper = (text: string): string => text.slice(0, 10) + (text[10] === 'A' ? 'B' : 'A') + text.slice(11);

/**
 * The response is that problem, and the request has one log line and `auditLineCount` lines in the audit log. None of them
 * contains a secret.
 */
async function expectRejected(
  response: GatewayResponse,
  code: string,
  secrets: Secrets,
  auditLineCount: number,
): Promise<void> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = response.json<{ code: string; traceId: string; status: number }>();
  expect([problem.code, problem.status]).toEqual([code, response.status]);
  expect(response.status).toBeGreaterThanOrEqual(400);
  const findLines = (lines: readonly string[]): string[] => lines.filter((line) => line.includes(problem.traceId));
  const log = findLines(stack.readLogLines()).filter((line) => line.includes('"msg":"request"'));
  const audit = findLines((await readFile(join(stack.keysFile, '../audit.log'), 'utf8')).split('\n'));
  expect([log.length, audit.length]).toEqual([1, auditLineCount]);
  for (const secret of secrets) {
    for (const line of [...findLines(stack.readLogLines()), ...audit, response.text])
      expect(line).not.toContain(secret);
  }
}

describe('a request is rejected and logged once, without its credential, with', () => {
  it('a modified cookie', async () => {
    const modified = tamper(cookie);
    await expectRejected(
      await sendRequest({ ...sameOriginHeaders, cookie: `${cookieName}=${modified}` }),
      'session-ended',
      [modified],
      1,
    );
  });

  it('a random cookie', async () => {
    const random = randomBytes(32).toString('base64url');
    await expectRejected(
      await sendRequest({ ...sameOriginHeaders, cookie: `${cookieName}=${random}` }),
      'session-ended',
      [random],
      1,
    );
  });

  it('two session cookies, with the valid one first or last, in one header or two', async () => {
    const random = randomBytes(32).toString('base64url');
    const [valid, invalid] = [`${cookieName}=${cookie}`, `${cookieName}=${random}`];
    for (const cookieHeader of [
      `${valid}; ${invalid}`,
      `${invalid}; ${valid}`,
      `${valid}; ${valid}`,
      [valid, invalid],
    ]) {
      await expectRejected(
        await sendRequest({ ...sameOriginHeaders, cookie: cookieHeader }),
        'unauthenticated',
        [cookie, random],
        1,
      );
    }
  });

  it('a cookie beside a key', async () => {
    const headers = { ...sameOriginHeaders, cookie: `${cookieName}=${cookie}`, 'x-api-key': ownKey };
    await expectRejected(await sendRequest(headers), 'unauthenticated', [cookie, ownKey], 1);
  });

  it('a key with the prefix of another key', async () => {
    const [prefix, id] = otherKey.split('_');
    const mixed = [prefix, id, ...ownKey.split('_').slice(2)].join('_');
    await expectRejected(
      await sendRequest({ authorization: `Bearer ${mixed}` }),
      'unauthenticated',
      [mixed, ownKey.slice(-40)],
      1,
    );
  });

  it('a key with one character changed', async () => {
    const modified = ownKey.slice(0, 20) + (ownKey[20] === 'A' ? 'B' : 'A') + ownKey.slice(21);
    await expectRejected(await sendRequest({ 'x-api-key': modified }), 'unauthenticated', [modified], 1);
  });

  it('headers over 16 KiB, which are neither parsed nor logged', async () => {
    const long = `kdg_${'x'.repeat(17_000)}`;
    const response = await sendRequest({ 'x-api-key': long });
    expect([response.status, response.json().code]).toEqual([431, 'header-too-large']);
    expect(stack.readLogLines().filter((line) => line.includes('xxxxxxxx'))).toEqual([]);
  });
});

describe('a sign-in is rejected and logged once, without state and code, with', () => {
  const getCallbackUrl = async (browser: SimulatedBrowser): Promise<URL> =>
    new URL(await selectSandboxUser(browser, await startSignIn(browser, gateway), stack.userId));
  const openCallback = (callback: URL, browser: SimulatedBrowser): Promise<GatewayResponse> =>
    sendRequest({ cookie: browser.cookieHeader(gatewayHost) }, callback.pathname + callback.search);
  const findSecrets = (callback: URL): string[] =>
    [...callback.searchParams.values()].filter((value) => value.length > 20);

  it('a used state', async () => {
    const browser = new SimulatedBrowser();
    const callback = await getCallbackUrl(browser);
    expect((await openCallback(callback, browser)).status).toBe(200);
    await expectRejected(await openCallback(callback, browser), 'sign-in-unknown', findSecrets(callback), 1);
  });

  it('the state of another browser', async () => {
    const callback = await getCallbackUrl(new SimulatedBrowser());
    await expectRejected(
      await openCallback(callback, new SimulatedBrowser()),
      'sign-in-unknown',
      findSecrets(callback),
      1,
    );
  });

  it('a modified state', async () => {
    const browser = new SimulatedBrowser();
    const callback = await getCallbackUrl(browser);
    callback.searchParams.set('state', tamper(callback.searchParams.get('state') ?? ''));
    await expectRejected(await openCallback(callback, browser), 'sign-in-unknown', findSecrets(callback), 1);
  });

  it('a modified code', async () => {
    const browser = new SimulatedBrowser();
    const callback = await getCallbackUrl(browser);
    callback.searchParams.set('code', tamper(callback.searchParams.get('code') ?? ''));
    await expectRejected(await openCallback(callback, browser), 'sign-in-refused', findSecrets(callback), 1);
  });

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', '/auth/login'])(
    'a redirect to %s',
    async (returnTo) => {
      const response = await sendRequest({}, `/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
      await expectRejected(response, 'invalid-input', ['evil.example'], 0);
    },
  );
});

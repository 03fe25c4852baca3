import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beginSignIn, BrowserByHand, pickPerson, signIn } from '../support/browser-by-hand.js';
import { gatewayHost, startSignInStack } from '../support/sign-in-stack.js';
import type { Answer, Stack } from '../support/stack.js';

const cookieName = 'koodrive-session-dev';
const page = { 'x-csrf': '1', 'sec-fetch-site': 'same-origin' };

let stack: Stack;
let gateway: string;
/** The cookie of a session that is good, and two keys that are. */
let cookie: string;
let own: string;
let others: string;
/** Texts that came with a request, and belong into no line about it. */
type Secrets = readonly string[];

beforeAll(async () => {
  ({ stack, gateway } = await startSignInStack());
  const browser = new BrowserByHand();
  await signIn(browser, gateway, stack.userId);
  cookie = browser.cookie(gatewayHost, cookieName) ?? '';
  own = await stack.newKey({ scopes: ['spaces:read'], userId: stack.userId });
  others = await stack.newKey({ scopes: ['*'] });
});
afterAll(() => stack.close());

const ask = (headers: Record<string, string | readonly string[]>, path = '/v1/spaces'): Promise<Answer> =>
  stack.raw({ path, headers });
const changed = (text: string): string => text.slice(0, 10) + (text[10] === 'A' ? 'B' : 'A') + text.slice(11);

/** Refused with that problem; one line of the log is about it, and as many of the audit log as said; none has a secret. */
async function refused(answer: Answer, code: string, secrets: Secrets, audited: number): Promise<void> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = answer.json<{ code: string; traceId: string; status: number }>();
  expect([problem.code, problem.status]).toEqual([code, answer.status]);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const about = (lines: readonly string[]): string[] => lines.filter((line) => line.includes(problem.traceId));
  const log = about(stack.log()).filter((line) => line.includes('"msg":"request"'));
  const audit = about((await readFile(join(stack.keysFile, '../audit.log'), 'utf8')).split('\n'));
  expect([log.length, audit.length]).toEqual([1, audited]);
  for (const secret of secrets) {
    for (const line of [...about(stack.log()), ...audit, answer.text]) expect(line).not.toContain(secret);
  }
}

describe('A credential that is wrong is refused, and logged once without it', () => {
  it('a cookie that was changed', async () => {
    const wrong = changed(cookie);
    await refused(await ask({ ...page, cookie: `${cookieName}=${wrong}` }), 'session-ended', [wrong], 1);
  });

  it('a cookie that nobody was given', async () => {
    const made = randomBytes(32).toString('base64url');
    await refused(await ask({ ...page, cookie: `${cookieName}=${made}` }), 'session-ended', [made], 1);
  });

  it('two cookies of a session, the good one first or last, in one header or two', async () => {
    const other = randomBytes(32).toString('base64url');
    const [good, bad] = [`${cookieName}=${cookie}`, `${cookieName}=${other}`];
    for (const sent of [`${good}; ${bad}`, `${bad}; ${good}`, `${good}; ${good}`, [good, bad]]) {
      await refused(await ask({ ...page, cookie: sent }), 'unauthenticated', [cookie, other], 1);
    }
  });

  it('a cookie beside a key', async () => {
    const headers = { ...page, cookie: `${cookieName}=${cookie}`, 'x-api-key': own };
    await refused(await ask(headers), 'unauthenticated', [cookie, own], 1);
  });

  it('a key with the prefix of another owner’s', async () => {
    const [head, id] = others.split('_');
    const mixed = [head, id, ...own.split('_').slice(2)].join('_');
    await refused(await ask({ authorization: `Bearer ${mixed}` }), 'unauthenticated', [mixed, own.slice(-40)], 1);
  });

  it('a key with one character changed', async () => {
    const wrong = own.slice(0, 20) + (own[20] === 'A' ? 'B' : 'A') + own.slice(21);
    await refused(await ask({ 'x-api-key': wrong }), 'unauthenticated', [wrong], 1);
  });

  it('headers over 16 KiB, of which nothing is read and no line is written', async () => {
    const long = `kdg_${'x'.repeat(17_000)}`;
    const answer = await ask({ 'x-api-key': long });
    expect([answer.status, answer.json().code]).toEqual([431, 'header-too-large']);
    expect(stack.log().filter((line) => line.includes('xxxxxxxx'))).toEqual([]);
  });
});

describe('A sign-in that is wrong is refused, and logged once without its state and code', () => {
  const begun = async (browser: BrowserByHand): Promise<URL> =>
    new URL(await pickPerson(browser, await beginSignIn(browser, gateway), stack.userId));
  const arrive = (back: URL, browser: BrowserByHand): Promise<Answer> =>
    ask({ cookie: browser.cookieHeader(gatewayHost) }, back.pathname + back.search);
  const secretsOf = (back: URL): string[] => [...back.searchParams.values()].filter((value) => value.length > 20);

  it('a state that was used', async () => {
    const browser = new BrowserByHand();
    const back = await begun(browser);
    expect((await arrive(back, browser)).status).toBe(200);
    await refused(await arrive(back, browser), 'sign-in-unknown', secretsOf(back), 1);
  });

  it('a state that another browser began', async () => {
    const back = await begun(new BrowserByHand());
    await refused(await arrive(back, new BrowserByHand()), 'sign-in-unknown', secretsOf(back), 1);
  });

  it('a state that was changed', async () => {
    const browser = new BrowserByHand();
    const back = await begun(browser);
    back.searchParams.set('state', changed(back.searchParams.get('state') ?? ''));
    await refused(await arrive(back, browser), 'sign-in-unknown', secretsOf(back), 1);
  });

  it('a code that was changed', async () => {
    const browser = new BrowserByHand();
    const back = await begun(browser);
    back.searchParams.set('code', changed(back.searchParams.get('code') ?? ''));
    await refused(await arrive(back, browser), 'sign-in-refused', secretsOf(back), 1);
  });

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', '/auth/login'])(
    'a way back to %s',
    async (returnTo) => {
      const answer = await ask({}, `/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
      await refused(answer, 'invalid-input', ['evil.example'], 0);
    },
  );
});

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { beginSignIn, BrowserByHand, pickPerson, signIn } from '../support/browser-by-hand.js';
import { until } from '../support/deadline.js';
import { startRedis } from '../support/redis.js';
import { gatewayHost, startSignInStack } from '../support/sign-in-stack.js';
import type { Stack } from '../support/stack.js';

const minute = 60_000;

let stack: Stack;
let gateway: string;
let browser: BrowserByHand;
let ahead = 0;
/** Real time, and how far the test is ahead of it. */
const clock = { now: () => Date.now() + ahead, monotonic: () => performance.now() + ahead };
async function start(env: Record<string, string> = {}): Promise<void> {
  ({ stack, gateway } = await startSignInStack({ clock, env }));
}
const codeOf = (answer: { json(): Record<string, unknown> }): unknown => answer.json()['code'];
const who = () => browser.call('GET', `${gateway}/auth/session`);
const sessionCookie = (): string => browser.cookie(gatewayHost, 'koodrive-session') ?? '';
const audited = async (): Promise<string> => readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');

beforeEach(() => {
  ahead = 0;
  browser = new BrowserByHand();
});

describe('A session', () => {
  beforeAll(() => start());
  afterAll(() => stack?.close());
  afterEach(() => {
    stack.sandbox.faults.clear();
    stack.sandbox.clock.reset();
  });

  it('ends here and at KooDrive by a sign-out, which may be repeated', async () => {
    await signIn(browser, gateway, stack.userId);
    const old = sessionCookie();
    const before = stack.sandbox.counters().byOperation['logout'] ?? 0;
    const out = await browser.call('POST', `${gateway}/auth/logout`);
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect(sessionCookie()).toBe('');
    expect(stack.sandbox.counters().byOperation['logout']).toBe(before + 1);
    const thief = new BrowserByHand();
    thief.cookies.set(gatewayHost, new Map([['koodrive-session-dev', old]]));
    expect(codeOf(await thief.call('GET', `${gateway}/v1/me`))).toBe('session-ended');
    expect((await browser.call('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect((await thief.call('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect(await audited()).toMatch(/"event":"logout","outcome":"done"/);
  });

  it('ends here by a sign-out though KooDrive does not answer', async () => {
    await signIn(browser, gateway, stack.userId);
    const old = sessionCookie();
    stack.sandbox.faults.add({ match: { operation: 'logout' }, effect: { reset: 'before' } });
    expect((await browser.call('POST', `${gateway}/auth/logout`)).status).toBe(204);
    const answer = await browser.call('GET', `${gateway}/v1/me`, { cookie: `koodrive-session-dev=${old}` });
    expect(codeOf(answer)).toBe('session-ended');
  });

  it('is not signed out by another site', async () => {
    await signIn(browser, gateway, stack.userId);
    const foreign = { 'x-csrf': '1', origin: 'https://evil.example' };
    for (const headers of [{}, { origin: 'https://evil.example' }, foreign]) {
      const answer = await browser.fetch('POST', `${gateway}/auth/logout`, headers);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'cross-site-refused']);
    }
    expect((await who()).status).toBe(200);
  });

  it('lists one’s sessions, and ends one or all of them', async () => {
    const other = new BrowserByHand();
    const stranger = new BrowserByHand();
    const [, someone] = stack.sandbox.users();
    await browser.call('DELETE', `${gateway}/v1/me/sessions`);
    await signIn(other, gateway, stack.userId);
    await other.call('DELETE', `${gateway}/v1/me/sessions`);
    await signIn(other, gateway, stack.userId);
    await signIn(browser, gateway, stack.userId);
    await signIn(stranger, gateway, someone?.userId ?? '');
    const list = async () =>
      (await browser.call('GET', `${gateway}/v1/me/sessions`)).json<{ items: { id: string; current: boolean }[] }>()
        .items;
    const mine = await list();
    expect(mine.map(({ current }) => current).sort()).toEqual([false, true]);
    const theirs = (await stranger.call('GET', `${gateway}/auth/session`)).json()['id'] as string;
    expect((await browser.call('DELETE', `${gateway}/v1/me/sessions/${theirs}`)).status).toBe(404);
    const otherId = mine.find(({ current }) => !current)?.id ?? '';
    expect((await browser.call('DELETE', `${gateway}/v1/me/sessions/${otherId}`)).status).toBe(204);
    expect((await other.call('GET', `${gateway}/auth/session`)).status).toBe(401);
    expect(await list()).toHaveLength(1);
    expect((await browser.call('DELETE', `${gateway}/v1/me/sessions`)).status).toBe(204);
    expect(sessionCookie()).toBe('');
    expect((await stranger.call('GET', `${gateway}/auth/session`)).status).toBe(200);
  });

  it('shows sessions to browsers only', async () => {
    for (const path of ['/auth/session', '/v1/me/sessions']) {
      expect((await stack.call('GET', path)).status).toBe(403);
    }
  });

  it('lasts an hour without use, twelve hours with it', async () => {
    await signIn(browser, gateway, stack.userId);
    for (ahead = 0; ahead < 11.5 * 60 * minute; ahead += 50 * minute) {
      expect([ahead, (await who()).status]).toEqual([ahead, 200]);
    }
    ahead = 12 * 60 * minute + 1000;
    expect(codeOf(await who())).toBe('session-ended');

    browser = new BrowserByHand();
    ahead = 0;
    await signIn(browser, gateway, stack.userId);
    ahead = 61 * minute;
    expect(codeOf(await who())).toBe('session-ended');
    ahead = 0;
  });

  it('ends when KooDrive refuses to go on with it, and not when it cannot be reached', async () => {
    await signIn(browser, gateway, stack.userId);
    expect((await browser.call('GET', `${gateway}/v1/me`)).json()).toMatchObject({ failed: [] });
    const read = () => browser.call('GET', `${gateway}/v1/jobs`);
    stack.sandbox.faults.add({ match: { operation: 'refreshSession' }, effect: { reset: 'before' } });
    stack.sandbox.clock.advance(21 * minute);
    ahead = 21 * minute;
    const away = await read();
    expect([away.status, codeOf(away)]).toEqual([503, 'credential-source-unavailable']);
    expect((await who()).status).toBe(200);
    stack.sandbox.faults.clear();
    const refused = await read();
    expect([refused.status, codeOf(refused)]).toEqual([401, 'session-ended']);
    await until('the session to be ended here', async () => (await who()).status === 401);
  });
});

describe('A session that KooDrive does not see', () => {
  beforeAll(() => start());
  afterAll(() => stack?.close());

  it('is renewed there while it is used here, until our own idle limit', async () => {
    await signIn(browser, gateway, stack.userId);
    const renewals = (): number => stack.sandbox.counters().sessionsRefreshed;
    for (let count = 1; count <= 5; count += 1) {
      ahead += 11 * minute;
      stack.sandbox.clock.advance(11 * minute);
      await until('a renewal', () => {
        stack.gateway.parts.sessionsInUse.look();
        return renewals() === count;
      });
    }
    expect((await browser.call('GET', `${gateway}/v1/jobs`)).status).toBe(200);
    ahead += 61 * minute;
    stack.gateway.parts.sessionsInUse.look();
    expect((await who()).status).toBe(401);
    expect(renewals()).toBe(5);
  });
});

describe('With Redis away', () => {
  it('nobody is let in and no session is revived, until it is back', async () => {
    const redis = await startRedis();
    try {
      await start({ REDIS_URL: redis.url });
      await signIn(browser, gateway, stack.userId);
      const page = await beginSignIn(browser, gateway);
      redis.freeze();
      const answers = [await who(), await browser.call('GET', `${gateway}/v1/me`)];
      answers.push(await browser.call('POST', `${gateway}/auth/logout`));
      answers.push(await browser.fetch('GET', `${gateway}/auth/login`));
      answers.push(await browser.fetch('GET', await pickPerson(browser, page, stack.userId)));
      expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual(
        answers.map(() => [503, 'store-unavailable']),
      );
      redis.thaw();
      await until('the session to be known again', async () => (await who()).status === 200);
    } finally {
      redis.thaw();
      await stack.close();
      await redis.stop();
    }
  });
});

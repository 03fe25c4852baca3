import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSignIn, SimulatedBrowser, selectSandboxUser, signIn } from '../support/simulated-browser.js';
import { waitUntil } from '../support/wait-until.js';
import { startRedis } from '../support/redis.js';
import { gatewayHost, OffsetClock, problemCode, startSignInStack } from '../support/sign-in-stack.js';
import type { GatewayStack } from '../support/gateway-stack.js';

const minuteMs = 60_000;

let stack: GatewayStack;
let gateway: string;
let browser: SimulatedBrowser;
const clock = new OffsetClock();
async function restartStack(env: Record<string, string> = {}): Promise<void> {
  ({ stack, gateway } = await startSignInStack({ clock, env }));
}
const getSession = () => browser.fetchSameOrigin('GET', `${gateway}/auth/session`);
const findSessionCookie = (): string => browser.findCookie(gatewayHost, 'koodrive-session') ?? '';
const readLastLogout = async (): Promise<unknown> => {
  const lines = (await readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8')).trimEnd().split('\n');
  return JSON.parse(lines.findLast((line) => line.includes('"event":"logout"')) ?? 'null');
};
const readSessionId = async (of = browser): Promise<string> =>
  (await of.fetchSameOrigin('GET', `${gateway}/auth/session`)).json<{ id: string }>().id;

beforeEach(() => {
  clock.offsetMs = 0;
  browser = new SimulatedBrowser();
});

describe('a browser session', () => {
  beforeAll(() => restartStack());
  afterAll(() => stack?.close());
  afterEach(() => {
    stack.sandbox.faults.clear();
    stack.sandbox.clock.reset();
  });

  it('ends at the sign-out, here and at KooDrive; the sign-out may be repeated', async () => {
    await signIn(browser, gateway, stack.userId);
    const oldCookie = findSessionCookie();
    const sessionId = await readSessionId();
    const before = stack.sandbox.counters().byOperation['logout'] ?? 0;
    const signOut = await browser.fetchSameOrigin('POST', `${gateway}/auth/logout`);
    expect([signOut.status, signOut.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect(findSessionCookie()).toBe('');
    expect(stack.sandbox.counters().byOperation['logout']).toBe(before + 1);
    const thief = new SimulatedBrowser();
    thief.cookies.set(gatewayHost, new Map([['koodrive-session-dev', oldCookie]]));
    expect(problemCode(await thief.fetchSameOrigin('GET', `${gateway}/v1/me`))).toBe('session-ended');
    expect((await browser.fetchSameOrigin('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect((await thief.fetchSameOrigin('POST', `${gateway}/auth/logout`)).status).toBe(204);
    expect(await readLastLogout()).toMatchObject({
      outcome: 'done',
      caller: `session:${sessionId}`,
      target: { sessionId },
    });
  });

  it('ends at the sign-out even if KooDrive does not respond', async () => {
    await signIn(browser, gateway, stack.userId);
    const oldCookie = findSessionCookie();
    stack.sandbox.faults.add({ match: { operation: 'logout' }, effect: { reset: 'before' } });
    expect((await browser.fetchSameOrigin('POST', `${gateway}/auth/logout`)).status).toBe(204);
    const response = await browser.fetchSameOrigin('GET', `${gateway}/v1/me`, {
      cookie: `koodrive-session-dev=${oldCookie}`,
    });
    expect(problemCode(response)).toBe('session-ended');
  });

  it('is not ended by a sign-out from another site', async () => {
    await signIn(browser, gateway, stack.userId);
    const origin = 'https://evil.example';
    const crossSiteHeaders: Record<string, string>[] = [{}, { origin }, { 'x-csrf': '1', origin }];
    for (const headers of crossSiteHeaders) {
      const response = await browser.fetch('POST', `${gateway}/auth/logout`, headers);
      expect([response.status, problemCode(response)]).toEqual([403, 'cross-site-refused']);
    }
    expect((await getSession()).status).toBe(200);
  });

  it('is listed for its user, who can end one or all browser sessions', async () => {
    const secondBrowser = new SimulatedBrowser();
    const otherUserBrowser = new SimulatedBrowser();
    const [, otherUser] = stack.sandbox.users();
    await browser.fetchSameOrigin('DELETE', `${gateway}/v1/me/sessions`);
    await signIn(secondBrowser, gateway, stack.userId);
    await secondBrowser.fetchSameOrigin('DELETE', `${gateway}/v1/me/sessions`);
    await signIn(secondBrowser, gateway, stack.userId);
    await signIn(browser, gateway, stack.userId);
    await signIn(otherUserBrowser, gateway, otherUser?.userId ?? '');
    const listSessions = async () =>
      (await browser.fetchSameOrigin('GET', `${gateway}/v1/me/sessions`)).json<{
        items: { id: string; current: boolean }[];
      }>().items;
    const ownSessions = await listSessions();
    expect(ownSessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const otherUserSessionId = (await otherUserBrowser.fetchSameOrigin('GET', `${gateway}/auth/session`)).json()[
      'id'
    ] as string;
    expect((await browser.fetchSameOrigin('DELETE', `${gateway}/v1/me/sessions/${otherUserSessionId}`)).status).toBe(
      404,
    );
    const secondSessionId = ownSessions.find(({ current }) => !current)?.id ?? '';
    expect((await browser.fetchSameOrigin('DELETE', `${gateway}/v1/me/sessions/${secondSessionId}`)).status).toBe(204);
    expect((await secondBrowser.fetchSameOrigin('GET', `${gateway}/auth/session`)).status).toBe(401);
    expect(await readLastLogout()).toMatchObject({
      caller: `session:${await readSessionId()}`,
      target: { sessionId: secondSessionId },
    });
    expect(await listSessions()).toHaveLength(1);
    expect((await browser.fetchSameOrigin('DELETE', `${gateway}/v1/me/sessions`)).status).toBe(204);
    expect(findSessionCookie()).toBe('');
    expect((await otherUserBrowser.fetchSameOrigin('GET', `${gateway}/auth/session`)).status).toBe(200);
  });

  it('ends completely when its user has too many, and the new one is recorded as the cause', async () => {
    const [{ userId } = { userId: '' }] = stack.sandbox.users().slice(2);
    const countLogouts = (): number => stack.sandbox.counters().byOperation['logout'] ?? 0;
    await signIn(browser, gateway, userId);
    const [sessionId, before] = [await readSessionId(), countLogouts()];
    const others = Array.from({ length: 50 }, () => new SimulatedBrowser());
    for (const other of others) await signIn(other, gateway, userId);
    expect([(await getSession()).status, countLogouts()]).toEqual([401, before + 1]);
    expect(await readLastLogout()).toMatchObject({
      outcome: 'done',
      reason: 'too-many-sessions',
      caller: `session:${await readSessionId(others.at(-1))}`,
      user: userId,
      target: { sessionId },
    });
  });

  it('is listed for browsers only', async () => {
    for (const path of ['/auth/session', '/v1/me/sessions']) {
      expect((await stack.call('GET', path)).status).toBe(403);
    }
  });

  it('ends after an hour without calls, and after twelve hours with calls', async () => {
    await signIn(browser, gateway, stack.userId);
    for (clock.offsetMs = 0; clock.offsetMs < 11.5 * 60 * minuteMs; clock.offsetMs += 50 * minuteMs) {
      expect([clock.offsetMs, (await getSession()).status]).toEqual([clock.offsetMs, 200]);
    }
    clock.offsetMs = 12 * 60 * minuteMs + 1000;
    expect(problemCode(await getSession())).toBe('session-ended');

    browser = new SimulatedBrowser();
    clock.offsetMs = 0;
    await signIn(browser, gateway, stack.userId);
    clock.offsetMs = 61 * minuteMs;
    expect(problemCode(await getSession())).toBe('session-ended');
    clock.offsetMs = 0;
  });

  it('ends when KooDrive rejects the refresh, but not when KooDrive cannot be reached', async () => {
    await signIn(browser, gateway, stack.userId);
    const sessionId = await readSessionId();
    expect((await browser.fetchSameOrigin('GET', `${gateway}/v1/me`)).json()).toMatchObject({ failed: [] });
    const listJobs = () => browser.fetchSameOrigin('GET', `${gateway}/v1/jobs`);
    stack.sandbox.faults.add({ match: { operation: 'refreshSession' }, effect: { reset: 'before' } });
    stack.sandbox.clock.advance(21 * minuteMs);
    clock.offsetMs = 21 * minuteMs;
    const whileUnreachable = await listJobs();
    expect([whileUnreachable.status, problemCode(whileUnreachable)]).toEqual([503, 'credential-source-unavailable']);
    expect((await getSession()).status).toBe(200);
    stack.sandbox.faults.clear();
    const afterRejection = await listJobs();
    expect([afterRejection.status, problemCode(afterRejection)]).toEqual([401, 'session-ended']);
    await waitUntil('the browser session to end', async () => (await getSession()).status === 401);
    const line = await readLastLogout();
    expect(line).toMatchObject({ reason: 'koodrive-session-ended', user: stack.userId, target: { sessionId } });
    expect(line).not.toHaveProperty('caller');
  });
});

describe('a KooDrive session', () => {
  beforeAll(() => restartStack());
  afterAll(() => stack?.close());

  it('is refreshed in the background until the idle limit of the browser session', async () => {
    await signIn(browser, gateway, stack.userId);
    const countRefreshes = (): number => stack.sandbox.counters().sessionsRefreshed;
    for (let count = 1; count <= 5; count += 1) {
      clock.offsetMs += 11 * minuteMs;
      stack.sandbox.clock.advance(11 * minuteMs);
      await waitUntil('a refresh', () => {
        stack.gateway.context.sessionKeepAlive.renewTracked();
        return countRefreshes() === count;
      });
    }
    expect((await browser.fetchSameOrigin('GET', `${gateway}/v1/jobs`)).status).toBe(200);
    clock.offsetMs += 61 * minuteMs;
    stack.gateway.context.sessionKeepAlive.renewTracked();
    expect((await getSession()).status).toBe(401);
    expect(countRefreshes()).toBe(5);
  });
});

describe('without Redis', () => {
  it('sign-ins and calls with a browser session get 503 until Redis is back', async () => {
    const redis = await startRedis();
    try {
      await restartStack({ REDIS_URL: redis.url });
      await signIn(browser, gateway, stack.userId);
      const page = await startSignIn(browser, gateway);
      redis.freeze();
      const responses = [await getSession(), await browser.fetchSameOrigin('GET', `${gateway}/v1/me`)];
      responses.push(await browser.fetchSameOrigin('POST', `${gateway}/auth/logout`));
      responses.push(await browser.fetch('GET', `${gateway}/auth/login`));
      responses.push(await browser.fetch('GET', await selectSandboxUser(browser, page, stack.userId)));
      expect(responses.map((response) => [response.status, problemCode(response)])).toEqual(
        responses.map(() => [503, 'store-unavailable']),
      );
      redis.thaw();
      await waitUntil('the browser session to be available again', async () => (await getSession()).status === 200);
    } finally {
      redis.thaw();
      await stack.close();
      await redis.stop();
    }
  });
});

describe('S37: the browser sessions of one user', () => {
  beforeAll(() => restartStack({ RATE_LIMIT_READS: '4' }));
  afterAll(() => stack?.close());

  it('have one limit together, and other users have theirs', async () => {
    const [first, second, other] = [browser, new SimulatedBrowser(), new SimulatedBrowser()];
    for (const each of [first, second]) await signIn(each, gateway, stack.userId);
    await signIn(other, gateway, stack.sandbox.users()[1]?.userId ?? '');
    const statuses: number[] = [];
    for (const each of [first, first, second, second, second, first, other]) {
      statuses.push((await each.fetchSameOrigin('GET', `${gateway}/auth/session`)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429, 200]);
  });
});

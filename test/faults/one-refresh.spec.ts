import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { beginSignIn, BrowserByHand, pickPerson } from '../support/browser-by-hand.js';
import { until } from '../support/deadline.js';
import { type Fleet, type Reply, startFleet, timed } from '../support/fleet.js';
import { SandboxControl } from '../support/sandbox-control.js';
import { WaitTable } from '../support/wait-table.js';

jest.setTimeout(120_000);

const callers = 100;
/** The operation behind the calls of a session. */
const operation = 'getSpace';
/** Without the last one, which is frozen and killed. */
const survivors = [0, 1, 2, 3, 4, 5, 6];
const table = new WaitTable('refreshes');
afterAll(() => table.print());

let fleet: Fleet;
let sandbox: SandboxControl;
let calls = 0;

/** A sign-in by the first instance, whatever address the provider was told. @returns the cookie header */
async function signIn(): Promise<string> {
  const browser = new BrowserByHand();
  const gateway = fleet.gateways[0]?.url ?? '';
  const back = new URL(await pickPerson(browser, await beginSignIn(browser, gateway), fleet.userId));
  await browser.fetch('GET', `${gateway}${back.pathname}${back.search}`);
  return browser.cookieHeader('127.0.0.1');
}

/** A call with the session, at an address that nobody has asked for. */
const ask = (instance: number, cookie: string): Promise<Reply> =>
  timed(`${fleet.gateways[instance]?.url ?? ''}/v1/spaces?kind=individual&q=${++calls}`, {
    headers: { cookie, 'x-csrf': '1', 'sec-fetch-site': 'same-origin' },
  });

interface Row {
  readonly replies: Reply[];
  readonly refreshed: number;
  readonly twice: number;
}

async function row(scenario: string, cookie: string, among = [0, 1, 2, 3, 4, 5, 6, 7]): Promise<Row> {
  const before = await fleet.counters();
  const replies = await Promise.all(
    among.flatMap((instance) => Array.from({ length: callers }, () => ask(instance, cookie))),
  );
  const after = await fleet.counters();
  const refreshed = after.sessionsRefreshed - before.sessionsRefreshed;
  const twice = after.sessionsRefreshedTwice - before.sessionsRefreshedTwice;
  const waits = replies.map(({ ms }) => ms);
  const errors = replies.filter(({ status }) => status !== 200);
  const told = [...new Set(errors.map(({ status, body }) => `${status} ${String(body.code)}`))].join(', ');
  table.add({
    scenario,
    waits,
    errors: errors.length,
    made: refreshed,
    note: [`spent twice: ${twice}`, told].join(' '),
  });
  expect(Math.max(...waits)).toBeLessThan(20_000);
  return { replies, refreshed, twice };
}

const statuses = ({ replies }: Row): number[] => [...new Set(replies.map(({ status }) => status))].sort();

const refreshTakes = (delayMs: number, times?: number): Promise<number> =>
  sandbox.addFault({ match: { operation: 'refreshSession' }, effect: { delayMs }, ...(times && { times }) });
/** The next call with the session finds its token lapsed. */
const lapse = (): Promise<number> =>
  sandbox.addFault({ match: { operation }, effect: { tokenExpired: true }, times: 1 });

/** One instance has begun a refresh. @returns its caller's answer, if any, and the fault that counts */
async function refreshOf(
  instance: number,
  cookie: string,
  delay = 1_000,
): Promise<{ own: Promise<Reply | null>; refreshing: number }> {
  await sandbox.clearFaults();
  const refreshing = await refreshTakes(delay, delay > 1_000 ? 1 : undefined);
  await lapse();
  const own = ask(instance, cookie).catch(() => null);
  await until('the refresh', async () => (await sandbox.struck(refreshing)) === 1);
  return { own, refreshing };
}

const start = async (once: boolean): Promise<void> => {
  fleet = await startFleet({
    instances: 8,
    sandboxEnv: {
      SANDBOX_REFRESH_AFTER_LAPSE: 'true',
      SANDBOX_REFRESH_ONCE_PER_TOKEN: String(once),
    },
    gatewayEnv: {
      NODE_ENV: 'test',
      LOGIN_DOMAIN: 'http://127.0.0.1:1/auth/callback',
      KOODRIVE_REFRESH_ONCE: once ? 'on' : 'off',
    },
  });
  sandbox = new SandboxControl(fleet.sandbox.url);
};

describe('A session whose refresh value may be spent once, with 8 gateways and 100 callers each', () => {
  beforeAll(() => start(true));
  afterAll(() => fleet.close());

  it.each([300, 5_000])('is refreshed once when its token was revoked, in %i ms', async (delay) => {
    const cookie = await signIn();
    await sandbox.clearFaults();
    await refreshTakes(delay);
    await lapse();
    const all = await row(`token revoked, refresh of ${delay} ms`, cookie);
    expect({ ...all, replies: statuses(all) }).toEqual({ replies: [200], refreshed: 1, twice: 0 });
  });

  it.each([300, 5_000])('is refreshed once when its token has lapsed upstream, in %i ms', async (delay) => {
    const cookie = await signIn();
    await sandbox.clearFaults();
    await refreshTakes(delay);
    await sandbox.advanceClock(21 * 60_000);
    const all = await row(`token lapsed (20 min idle), refresh of ${delay} ms`, cookie);
    expect({ ...all, replies: statuses(all) }).toEqual({ replies: [200], refreshed: 1, twice: 0 });
  });

  it('is never spent twice when the instance that was refreshing froze, and goes on when that does', async () => {
    const cookie = await signIn();
    const frozen = fleet.gateways[7];
    const { own, refreshing } = await refreshOf(7, cookie);
    frozen?.signal('SIGSTOP');
    const others = await row('refreshing instance frozen (SIGSTOP)', cookie, survivors);
    expect(statuses(others)).toEqual([503]);
    frozen?.signal('SIGCONT');
    expect((await own)?.status).toBe(200);
    const after = await row('... going on again (SIGCONT)', cookie);
    expect({ ...after, replies: statuses(after) }).toEqual({ replies: [200], refreshed: 0, twice: 0 });
    expect(await sandbox.struck(refreshing)).toBe(1);
  });

  it('is never spent twice when the instance that was refreshing is killed: the user signs in again', async () => {
    const cookie = await signIn();
    const { refreshing } = await refreshOf(7, cookie);
    await fleet.gateways[7]?.kill();
    const others = await row('refreshing instance killed (SIGKILL)', cookie, survivors);
    expect(statuses(others)).toEqual([503]);
    await until('the session to end', async () => (await ask(0, cookie)).status === 401, {
      within: 40_000,
      every: 500,
    });
    expect(await sandbox.struck(refreshing)).toBe(1);
    expect((await fleet.counters()).sessionsRefreshedTwice).toBe(0);
  });

  it.each(['frozen', 'killed'] as const)(
    'is never spent twice, and refused for the time being, with Redis %s',
    async (how) => {
      const cookie = await signIn();
      await sandbox.clearFaults();
      await refreshTakes(300);
      await lapse();
      if (how === 'frozen') fleet.redis.freeze();
      else await fleet.redis.kill();
      const all = await row(`Redis ${how}, token revoked`, cookie, survivors);
      expect(statuses(all)).toEqual([503]);
      expect(all.twice).toBe(0);
      if (how === 'killed') return;
      fleet.redis.thaw();
      const again = async (): Promise<boolean> => {
        const replies = await Promise.all(survivors.map((instance) => ask(instance, cookie)));
        return replies.every(({ status }) => status === 200);
      };
      await until('the session again', again, { within: 5_000, every: 100 });
      const after = await row('... Redis back', cookie, survivors);
      expect(statuses(after)).toEqual([200]);
      expect(after.twice).toBe(0);
    },
  );
});

describe('A session that may be refreshed again, with 8 gateways and 100 callers each', () => {
  beforeAll(() => start(false));
  afterAll(() => fleet.close());

  it('is refreshed by another when the instance that was refreshing is killed, and no caller sees an error', async () => {
    const cookie = await signIn();
    // What the dead one asked for would take effect long after.
    await refreshOf(7, cookie, 5_000);
    await fleet.gateways[7]?.kill();
    expect(statuses(await row('may be repeated; refreshing instance killed', cookie, survivors))).toEqual([200]);
  });
});

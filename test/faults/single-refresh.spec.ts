import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startSignIn, SimulatedBrowser, selectSandboxUser } from '../support/simulated-browser.js';
import { waitUntil } from '../support/wait-until.js';
import { type Fleet, type TimedResponse, startFleet, fetchTimed } from '../support/fleet.js';
import type { SandboxControl } from '../support/sandbox-control.js';
import { LatencyTable } from '../support/latency-table.js';

jest.setTimeout(120_000);

const callersPerInstance = 100;
const maxWaitMs = 20_000;
/** The upstream operation of the calls with a KooDrive session. */
const sessionOperation = 'getSpace';
/** All instances except the last one, which is frozen or killed. */
const survivingInstances = [0, 1, 2, 3, 4, 5, 6];
const latencyTable = new LatencyTable('refreshes');
afterAll(() => latencyTable.print());

let fleet: Fleet;
let sandbox: SandboxControl;
let requestCount = 0;

/** Signs in at the first instance, although the provider redirects to another origin. @returns the cookie header */
async function signInAtFirstInstance(): Promise<string> {
  const browser = new SimulatedBrowser();
  const gateway = fleet.gateways[0]?.url ?? '';
  const callback = new URL(await selectSandboxUser(browser, await startSignIn(browser, gateway), fleet.userId));
  await browser.fetch('GET', `${gateway}${callback.pathname}${callback.search}`);
  return browser.cookieHeader('127.0.0.1');
}

/** A call with the browser session and a URL that was not called before. */
const sendRequest = (instance: number, cookie: string): Promise<TimedResponse> =>
  fetchTimed(`${fleet.gateways[instance]?.url ?? ''}/v1/spaces?kind=individual&q=${++requestCount}`, {
    headers: { cookie, 'x-csrf': '1', 'sec-fetch-site': 'same-origin' },
  });

interface RefreshMeasurement {
  readonly responses: TimedResponse[];
  readonly refreshCount: number;
  readonly repeatedRefreshCount: number;
}

async function measureRefreshes(
  scenario: string,
  cookie: string,
  instances = [0, 1, 2, 3, 4, 5, 6, 7],
): Promise<RefreshMeasurement> {
  const before = await fleet.counters();
  const responses = await Promise.all(
    instances.flatMap((instance) => Array.from({ length: callersPerInstance }, () => sendRequest(instance, cookie))),
  );
  const after = await fleet.counters();
  const refreshCount = after.sessionsRefreshed - before.sessionsRefreshed;
  const repeatedRefreshCount = after.sessionsRefreshedTwice - before.sessionsRefreshedTwice;
  const latenciesMs = responses.map(({ durationMs }) => durationMs);
  const errors = responses.filter(({ status }) => status !== 200);
  const distinctErrors = [...new Set(errors.map(({ status, body }) => `${status} ${String(body.code)}`))].join(', ');
  latencyTable.add({
    scenario,
    latenciesMs,
    errorCount: errors.length,
    createdTokenCount: refreshCount,
    note: [`spent twice: ${repeatedRefreshCount}`, distinctErrors].join(' '),
  });
  expect(Math.max(...latenciesMs)).toBeLessThan(maxWaitMs);
  return { responses, refreshCount, repeatedRefreshCount };
}

const distinctStatuses = ({ responses }: RefreshMeasurement): number[] =>
  [...new Set(responses.map(({ status }) => status))].sort();

/** All responses are 200, with that number of refreshes and no repeated refresh. */
function expectRefreshes(measurement: RefreshMeasurement, refreshCount: number): void {
  const { repeatedRefreshCount } = measurement;
  expect({
    statuses: distinctStatuses(measurement),
    refreshCount: measurement.refreshCount,
    repeatedRefreshCount,
  }).toEqual({ statuses: [200], refreshCount, repeatedRefreshCount: 0 });
}

const delayRefreshes = (delayMs: number, times?: number): Promise<number> =>
  sandbox.addFault({ match: { operation: 'refreshSession' }, effect: { delayMs }, times });
/** Expires the token of the KooDrive session: the upstream rejects it at the next call. */
const expireToken = (): Promise<number> =>
  sandbox.addFault({ match: { operation: sessionOperation }, effect: { tokenExpired: true }, times: 1 });

/** Starts a refresh in one instance. @returns the response to its caller, and the fault that counts refreshes */
async function startRefresh(
  instance: number,
  cookie: string,
  delayMs = 1_000,
): Promise<{ response: Promise<TimedResponse | undefined>; refreshFault: number }> {
  await sandbox.clearFaults();
  const refreshFault = await delayRefreshes(delayMs, delayMs > 1_000 ? 1 : undefined);
  await expireToken();
  const response = sendRequest(instance, cookie).catch(() => undefined);
  await waitUntil('the refresh', async () => (await sandbox.getFaultHits(refreshFault)) === 1);
  return { response, refreshFault };
}

const startScenario = async (refreshOnce: boolean): Promise<void> => {
  fleet = await startFleet({
    instances: 8,
    sandboxEnv: {
      SANDBOX_REFRESH_AFTER_LAPSE: 'true',
      SANDBOX_REFRESH_ONCE_PER_TOKEN: String(refreshOnce),
    },
    gatewayEnv: {
      NODE_ENV: 'test',
      LOGIN_DOMAIN: 'http://127.0.0.1:1/auth/callback',
      KOODRIVE_REFRESH_ONCE: refreshOnce ? 'on' : 'off',
    },
  });
  sandbox = fleet.sandbox.control;
};

describe('a KooDrive session whose refresh value may be spent once, with 8 gateways and 100 callers each', () => {
  beforeAll(() => startScenario(true));
  afterAll(() => fleet.close());

  it.each([300, 5_000])('is refreshed once after its token was revoked, with a refresh of %i ms', async (refreshMs) => {
    const cookie = await signInAtFirstInstance();
    await sandbox.clearFaults();
    await delayRefreshes(refreshMs);
    await expireToken();
    const all = await measureRefreshes(`token revoked, refresh of ${refreshMs} ms`, cookie);
    expectRefreshes(all, 1);
  });

  it.each([300, 5_000])(
    'is refreshed once after its token has expired upstream, with a refresh of %i ms',
    async (refreshMs) => {
      const cookie = await signInAtFirstInstance();
      await sandbox.clearFaults();
      await delayRefreshes(refreshMs);
      await sandbox.advanceClock(21 * 60_000);
      const all = await measureRefreshes(`token expired (20 min idle), refresh of ${refreshMs} ms`, cookie);
      expectRefreshes(all, 1);
    },
  );

  it('is never refreshed twice when the refreshing instance freezes, and is valid again when it continues', async () => {
    const cookie = await signInAtFirstInstance();
    const frozenGateway = fleet.gateways[7];
    const { response, refreshFault } = await startRefresh(7, cookie);
    frozenGateway?.signal('SIGSTOP');
    const others = await measureRefreshes('refreshing instance frozen (SIGSTOP)', cookie, survivingInstances);
    expect(distinctStatuses(others)).toEqual([503]);
    frozenGateway?.signal('SIGCONT');
    expect((await response)?.status).toBe(200);
    const after = await measureRefreshes('... continued (SIGCONT)', cookie);
    expectRefreshes(after, 0);
    expect(await sandbox.getFaultHits(refreshFault)).toBe(1);
  });

  it('is never refreshed twice when the refreshing instance is killed: the user must sign in again', async () => {
    const cookie = await signInAtFirstInstance();
    const { refreshFault } = await startRefresh(7, cookie);
    await fleet.gateways[7]?.kill();
    const others = await measureRefreshes('refreshing instance killed (SIGKILL)', cookie, survivingInstances);
    expect(distinctStatuses(others)).toEqual([503]);
    await waitUntil('the browser session to end', async () => (await sendRequest(0, cookie)).status === 401, {
      timeoutMs: 40_000,
      intervalMs: 500,
    });
    expect(await sandbox.getFaultHits(refreshFault)).toBe(1);
    expect((await fleet.counters()).sessionsRefreshedTwice).toBe(0);
  });

  it.each(['frozen', 'killed'] as const)(
    'is never refreshed twice, and calls get 503 until Redis is back, with Redis %s',
    async (state) => {
      const cookie = await signInAtFirstInstance();
      await sandbox.clearFaults();
      await delayRefreshes(300);
      await expireToken();
      if (state === 'frozen') fleet.redis.freeze();
      else await fleet.redis.kill();
      const all = await measureRefreshes(`Redis ${state}, token revoked`, cookie, survivingInstances);
      expect(distinctStatuses(all)).toEqual([503]);
      expect(all.repeatedRefreshCount).toBe(0);
      if (state === 'killed') return;
      fleet.redis.thaw();
      const allSucceed = async (): Promise<boolean> => {
        const responses = await Promise.all(survivingInstances.map((instance) => sendRequest(instance, cookie)));
        return responses.every(({ status }) => status === 200);
      };
      await waitUntil('all calls to succeed again', allSucceed, { timeoutMs: 5_000, intervalMs: 100 });
      const after = await measureRefreshes('... Redis back', cookie, survivingInstances);
      expect(distinctStatuses(after)).toEqual([200]);
      expect(after.repeatedRefreshCount).toBe(0);
    },
  );
});

describe('a KooDrive session that may be refreshed again, with 8 gateways and 100 callers each', () => {
  beforeAll(() => startScenario(false));
  afterAll(() => fleet.close());

  it('is refreshed by another instance when the refreshing instance is killed, without errors for callers', async () => {
    const cookie = await signInAtFirstInstance();
    // The refresh of the killed instance would take effect much later.
    await startRefresh(7, cookie, 5_000);
    await fleet.gateways[7]?.kill();
    expect(
      distinctStatuses(
        await measureRefreshes('may be repeated; refreshing instance killed', cookie, survivingInstances),
      ),
    ).toEqual([200]);
  });
});

import { selectSandboxUser, SimulatedBrowser, startSignIn } from '../support/simulated-browser.js';
import { waitUntil } from '../support/wait-until.js';
import { type CallResult, type Calls, fetchResult, succeeded } from './calls.js';
import type { RedisSystem } from './system.js';

const sameOriginHeaders = { 'x-csrf': '1', 'sec-fetch-site': 'same-origin' } as const;
const successStatus = 200;
const unauthorizedStatus = 401;
const gatewayHost = 'localhost';
/** On a machine with other load, Redis may miss its timeout at first. */
const startTimeoutMs = 20_000;
/** Sessions that exist before the fault. */
const initialCount = 8;

interface EndedSession {
  readonly cookie: string;
  revived: boolean;
}

/** Browsers that sign in and out. An ended session must stay ended at both gateways. */
export class BrowserSessions {
  /** Cookies, oldest first. */
  private readonly live: string[] = [];
  private readonly ended: EndedSession[] = [];
  private nextUser = 0;

  private constructor(
    private readonly calls: Calls,
    private readonly system: RedisSystem,
  ) {}

  static async create(calls: Calls, system: RedisSystem): Promise<BrowserSessions> {
    const sessions = new BrowserSessions(calls, system);
    for (let count = 0; count < initialCount; count += 1) {
      await waitUntil(
        'a sign-in',
        () =>
          sessions.signIn().then(
            () => true,
            () => false,
          ),
        { timeoutMs: startTimeoutMs },
      );
    }
    return sessions;
  }

  /** Sessions that a gateway accepted after their sign-out had succeeded. */
  get revivedCount(): number {
    return this.ended.filter(({ revived }) => revived).length;
  }

  /** Uses the oldest session, ends it, looks at both gateways whether it has ended, and starts another. */
  async run(instance: number): Promise<void> {
    const cookie = this.live.shift();
    if (cookie !== undefined) {
      // A Redis that was restarted without data, or with older data, may have lost the session.
      await this.request(instance, 'GET', 'session', cookie, [unauthorizedStatus]);
      if (succeeded(await this.request(instance, 'POST', 'logout', cookie))) {
        const session = { cookie, revived: false };
        this.ended.push(session);
        await this.checkEnded(1 - instance, session);
        await this.checkEnded(instance, session);
      } else this.live.push(cookie);
    }
    await this.signIn().catch(() => undefined);
  }

  /** Looks again at a session that ended earlier. */
  async recheck(instance: number, index: number): Promise<void> {
    const session = this.ended[index % this.ended.length];
    if (session) await this.checkEnded(instance, session);
  }

  async recheckAll(): Promise<void> {
    for (const [index, session] of this.ended.entries()) await this.checkEnded(index % 2, session);
  }

  private async checkEnded(instance: number, session: EndedSession): Promise<void> {
    const result = await this.request(instance, 'GET', 'session', session.cookie, [unauthorizedStatus]);
    if (succeeded(result)) session.revived = true;
  }

  private async request(
    instance: number,
    method: string,
    name: string,
    cookie: string,
    expected: readonly number[] = [],
  ): Promise<CallResult> {
    const url = `${this.system.origins[instance] ?? ''}/auth/${name}`;
    const result = await fetchResult(url, { method, headers: { ...sameOriginHeaders, cookie } });
    return this.calls.record('session', result, expected);
  }

  private async signIn(): Promise<void> {
    const { userIds, origins } = this.system;
    const userId = userIds[this.nextUser++ % userIds.length] ?? '';
    const startedAtMs = performance.now();
    const outcome = await signInThrough(origins[0] ?? '', userId);
    const times = { startedAtMs, endedAtMs: performance.now() };
    this.calls.record('session', { ...outcome, headers: new Headers(), body: undefined, ...times });
    if (outcome.cookie === undefined) throw new Error(`the sign-in failed: ${outcome.status} ${outcome.code}`);
    this.live.push(outcome.cookie);
  }
}

interface SignInOutcome {
  readonly status: number;
  readonly code: string;
  /** Undefined if the sign-in failed. */
  readonly cookie?: string;
}

async function signInThrough(origin: string, userId: string): Promise<SignInOutcome> {
  const browser = new SimulatedBrowser();
  try {
    const callback = await selectSandboxUser(browser, await startSignIn(browser, origin), userId);
    const { status, text } = await browser.fetch('GET', callback.replace('https:', 'http:'));
    if (status !== successStatus) return { status, code: parseCode(text) };
    return { status, code: '', cookie: browser.cookieHeader(gatewayHost) };
  } catch (error) {
    const { message } = error as Error;
    return { status: Number(/ responded (\d+)/.exec(message)?.[1] ?? 0), code: parseCode(message) };
  }
}

const parseCode = (text: string): string => /"code":"([^"]+)"/.exec(text)?.[1] ?? 'network';

import passport from 'passport';
import { sleep, StoreUnavailableError } from '#store';
import { AuthenticationFailure } from '../authentication-failure.js';
import { buildCallerId, type Caller } from '../caller.js';
import type { CallerRequest } from '../credential-headers.js';
import type { ScopeSet } from '../scopes.js';
import type { BrowserSession } from './browser-session.js';
import type { BrowserSessionStore } from './browser-session-store.js';
import { passesCsrfCheck } from './csrf-check.js';
import type { GatewayCookies } from './gateway-cookies.js';

// A short outage of the store must not reject a signed-in user.
const maxReadAttempts = 4;
const retryDelayMs = 150;

export interface BrowserSessionStrategyOptions {
  readonly browserSessions: BrowserSessionStore;
  readonly cookies: GatewayCookies;
  /** The scopes of every browser session. */
  readonly scopes: ScopeSet;
  /** Other origins whose pages may call with a browser session. */
  readonly allowedOrigins: ReadonlySet<string>;
}

/** Passport strategy for browsers: the session cookie, sent by a page of an allowed origin. */
export class BrowserSessionStrategy extends passport.Strategy {
  override readonly name = 'session';

  constructor(private readonly options: BrowserSessionStrategyOptions) {
    super();
  }

  countCredentials(request: CallerRequest): number {
    return this.options.cookies.countSessionCookies(request);
  }

  override async authenticate(request: CallerRequest): Promise<void> {
    const { cookies, allowedOrigins, browserSessions, scopes } = this.options;
    const cookie = cookies.readSessionCookie(request);
    if (cookie === undefined) return this.pass();
    // First, so that a page of another origin cannot learn whether a user is signed in.
    if (!passesCsrfCheck(request, allowedOrigins)) return this.fail(new AuthenticationFailure('cross-site'));
    try {
      const session = await findWithRetry(browserSessions, cookie);
      if (session) this.success(toCaller(session, scopes));
      else this.fail(new AuthenticationFailure('unknown-session'));
    } catch (cause) {
      if (!(cause instanceof StoreUnavailableError)) throw cause;
      this.fail(new AuthenticationFailure('store-unavailable', { cause }));
    }
  }
}

/** @throws StoreUnavailableError if the last attempt fails too */
async function findWithRetry(sessions: BrowserSessionStore, cookie: string): Promise<BrowserSession | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sessions.find(cookie);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || attempt === maxReadAttempts) throw error;
      await sleep(retryDelayMs);
    }
  }
}

/** Only a sign-in with KooDrive has a KooDrive session. For other users the gateway signs the requests as the app. */
function toCaller(session: BrowserSession, scopes: ScopeSet): Caller {
  const { id, userId, signInMethod } = session;
  return {
    id: buildCallerId('session', id),
    kind: 'session',
    owner: userId,
    scopes,
    principal:
      signInMethod === 'koodrive' ? { kind: 'session', browserSessionId: id, userId } : { kind: 'user', userId },
    browserSession: session,
  };
}

import passport from 'passport';
import { pause, StoreUnavailableError } from '#store';
import type { Caller } from '../caller.js';
import type { CallerRequest } from '../credential-headers.js';
import { Refusal } from '../refusal.js';
import type { ScopeSet } from '../scopes.js';
import type { Cookies } from './cookies.js';
import { comesFromAllowedPage } from './cross-site.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

/** Tries to read a session, and milliseconds between two: a store that was silent for a moment is no reason to turn people away. */
const mostTries = 4;
const betweenTries = 150;

export interface SessionStrategyOptions {
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  /** What every session may. */
  readonly scopes: ScopeSet;
  /** Pages of other origins that may call with a session. */
  readonly allowedOrigins: ReadonlySet<string>;
}

/** Passport strategy for browsers: the session's cookie, from a page that may send it. */
export class SessionStrategy extends passport.Strategy {
  override readonly name = 'session';

  constructor(private readonly options: SessionStrategyOptions) {
    super();
  }

  override async authenticate(request: CallerRequest): Promise<void> {
    const { cookies, allowedOrigins, sessions, scopes } = this.options;
    const cookie = cookies.session(request);
    if (cookie === undefined) return this.pass();
    // First, so that a foreign page does not even learn whether somebody is signed in.
    if (!comesFromAllowedPage(request, allowedOrigins)) return this.fail(new Refusal('cross-site'));
    try {
      const session = await found(sessions, cookie);
      if (session) this.success(callerOf(session, scopes));
      else this.fail(new Refusal('unknown-session'));
    } catch (cause) {
      if (!(cause instanceof StoreUnavailableError)) throw cause;
      this.fail(new Refusal('store-unavailable', { cause }));
    }
  }
}

/** @throws StoreUnavailableError where the store stays away */
async function found(sessions: Sessions, cookie: string): Promise<Session | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await sessions.find(cookie);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || tries === mostTries) throw error;
      await pause(betweenTries);
    }
  }
}

function callerOf(session: Session, scopes: ScopeSet): Caller {
  const { id, userId, door } = session;
  return {
    id: `session:${id}`,
    kind: 'session',
    owner: userId,
    scopes,
    principal: door === 'koodrive' ? { kind: 'session', sessionId: id, userId } : { kind: 'user', userId },
    session,
  };
}

import { randomBytes } from 'node:crypto';
import type { Counters } from '../control/counters.js';
import type { SecretListener, SessionOptions } from '../options.js';
import type { VirtualClock } from '../time.js';
import { NotAuthenticated } from './not-authenticated.js';

/** A user's sign-in. */
export interface Session {
  readonly sessionId: string;
  readonly userId: string;
}

interface TokenRecord {
  readonly session: Session;
  lastUsed: number;
  /** It was refreshed, so that a newer token has taken its place. */
  replaced: boolean;
}

const FORGET_AFTER = 24 * 3_600_000;
const BETWEEN_SWEEPS = 60_000;

/** Session tokens: 48 hex digits without the `Bearer` before them, good while they are used (20 minutes, sliding). */
export class Sessions {
  private readonly tokens = new Map<string, TokenRecord>();
  private lastSweep = 0;

  constructor(
    private readonly clock: VirtualClock,
    private readonly options: SessionOptions,
    private readonly counters: Pick<Counters, 'sessionsRefreshedTwice'>,
    private readonly onSecret: SecretListener,
  ) {}

  create(userId: string): { readonly session: Session; readonly token: string } {
    const session = { sessionId: randomBytes(16).toString('hex'), userId };
    this.onSecret('session-id', session.sessionId);
    return { session, token: this.issue(session) };
  }

  /** The session of a token that is good, whose 20 minutes begin anew. Throws NotAuthenticated otherwise. */
  use(token: string): Session {
    const record = this.find(token);
    if (record.replaced && !this.options.oldTokenSurvivesRefresh) {
      throw new NotAuthenticated('session token was replaced by a refresh');
    }
    if (this.hasLapsed(record)) throw new NotAuthenticated('session token has lapsed');
    record.lastUsed = this.clock.now();
    return record.session;
  }

  /** The session of a token that is shown for a refresh: a lapsed or replaced one may do, by the options. */
  useForRefresh(token: string): Session {
    const record = this.find(token);
    if (record.replaced && this.options.refreshOncePerToken) {
      this.counters.sessionsRefreshedTwice += 1;
      this.end(record.session);
      throw new NotAuthenticated('session token was refreshed before; its session is ended');
    }
    return this.options.refreshAfterLapse && !record.replaced ? record.session : this.use(token);
  }

  /** A new token for the session of `token`, whose session id must be `sessionId`. */
  refresh(token: string, sessionId: string): string {
    const session = this.useForRefresh(token);
    if (session.sessionId !== sessionId) throw new NotAuthenticated('x-session-id is not that of the token');
    const record = this.find(token);
    if (record.replaced) this.counters.sessionsRefreshedTwice += 1;
    record.replaced = true;
    return this.issue(session);
  }

  /** Ends a session with all its tokens. */
  end(session: Session): void {
    for (const [token, record] of this.tokens) if (record.session === session) this.tokens.delete(token);
  }

  /** Lets a token lapse now. */
  lapse(token: string): void {
    const record = this.tokens.get(token);
    if (record) record.lastUsed = this.clock.now() - this.options.idleMs;
  }

  clear(): void {
    this.tokens.clear();
  }

  private issue(session: Session): string {
    this.forgetOld();
    const token = randomBytes(24).toString('hex');
    this.onSecret('token', token);
    this.tokens.set(token, { session, lastUsed: this.clock.now(), replaced: false });
    return token;
  }

  private find(token: string): TokenRecord {
    const record = this.tokens.get(token);
    if (!record) throw new NotAuthenticated('session token is unknown');
    return record;
  }

  private hasLapsed(record: TokenRecord): boolean {
    return this.clock.now() - record.lastUsed >= this.options.idleMs;
  }

  private forgetOld(): void {
    const now = this.clock.now();
    if (Math.abs(now - this.lastSweep) < BETWEEN_SWEEPS) return;
    this.lastSweep = now;
    for (const [token, record] of this.tokens) if (now - record.lastUsed > FORGET_AFTER) this.tokens.delete(token);
  }
}

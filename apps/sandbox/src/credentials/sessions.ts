import { randomBytes } from 'node:crypto';
import type { SandboxCounters } from '../control/counters.js';
import type { SecretListener, SessionOptions } from '../options.js';
import type { VirtualClock } from '../virtual-clock.js';
import { AuthenticationError } from './authentication-error.js';

/** The KooDrive session of a user. */
export interface SandboxSession {
  readonly sessionId: string;
  readonly userId: string;
}

interface SessionTokenRecord {
  readonly session: SandboxSession;
  lastUsedAt: number;
  /** A refresh has issued a newer token. */
  replaced: boolean;
}

const tokenBytes = 24;
/** Hex digits of a token. */
export const sessionTokenLength = 2 * tokenBytes;
/** An unused token is distinguished from an unknown one for this time. */
const tokenRetentionMs = 24 * 3_600_000;
const sweepIntervalMs = 60_000;

/**
 * KooDrive sessions and their tokens. A token is 48 hex digits, without `Bearer`. It expires after 20 minutes without a
 * call.
 */
export class SandboxSessions {
  private readonly tokens = new Map<string, SessionTokenRecord>();
  private lastSweepAt = 0;

  constructor(
    private readonly clock: VirtualClock,
    private readonly options: SessionOptions,
    private readonly counters: Pick<SandboxCounters, 'sessionsRefreshedTwice'>,
    private readonly onSecret: SecretListener,
  ) {}

  create(userId: string): { readonly session: SandboxSession; readonly token: string } {
    const session = { sessionId: randomBytes(16).toString('hex'), userId };
    this.onSecret('session-id', session.sessionId);
    return { session, token: this.issue(session) };
  }

  /**
   * Returns the session of a valid token and restarts its 20 minutes.
   * @throws AuthenticationError
   */
  authenticate(token: string): SandboxSession {
    const record = this.find(token);
    if (record.replaced && !this.options.oldTokenSurvivesRefresh) {
      throw new AuthenticationError('session token was replaced by a refresh');
    }
    if (this.isExpired(record)) throw new AuthenticationError('session token has expired');
    record.lastUsedAt = this.clock.now();
    return record.session;
  }

  /**
   * Returns the session of a token that is to be refreshed. The options may allow an expired or replaced token.
   * @throws AuthenticationError
   */
  authenticateForRefresh(token: string): SandboxSession {
    const record = this.find(token);
    if (record.replaced && this.options.refreshOncePerToken) {
      this.counters.sessionsRefreshedTwice += 1;
      this.end(record.session);
      throw new AuthenticationError('session token was refreshed before; its session is ended');
    }
    return this.options.refreshAfterExpiry && !record.replaced ? record.session : this.authenticate(token);
  }

  /**
   * Issues a new token for the session of `token`.
   * @throws AuthenticationError, also when the session of `token` does not have the id `sessionId`
   */
  refresh(token: string, sessionId: string): string {
    const session = this.authenticateForRefresh(token);
    if (session.sessionId !== sessionId) throw new AuthenticationError('x-session-id is not the session of the token');
    const record = this.find(token);
    if (record.replaced) this.counters.sessionsRefreshedTwice += 1;
    record.replaced = true;
    return this.issue(session);
  }

  /** Ends a session with all its tokens. */
  end(session: SandboxSession): void {
    for (const [token, record] of this.tokens) if (record.session === session) this.tokens.delete(token);
  }

  /** Makes a token expire now. */
  expire(token: string): void {
    const record = this.tokens.get(token);
    if (record) record.lastUsedAt = this.clock.now() - this.options.idleMs;
  }

  clear(): void {
    this.tokens.clear();
  }

  private issue(session: SandboxSession): string {
    this.deleteOldTokens();
    const token = randomBytes(tokenBytes).toString('hex');
    this.onSecret('token', token);
    this.tokens.set(token, { session, lastUsedAt: this.clock.now(), replaced: false });
    return token;
  }

  private find(token: string): SessionTokenRecord {
    const record = this.tokens.get(token);
    if (!record) throw new AuthenticationError('session token is unknown');
    return record;
  }

  private isExpired(record: SessionTokenRecord): boolean {
    return this.clock.now() - record.lastUsedAt >= this.options.idleMs;
  }

  private deleteOldTokens(): void {
    const now = this.clock.now();
    if (Math.abs(now - this.lastSweepAt) < sweepIntervalMs) return;
    this.lastSweepAt = now;
    for (const [token, record] of this.tokens)
      if (now - record.lastUsedAt > tokenRetentionMs) this.tokens.delete(token);
  }
}

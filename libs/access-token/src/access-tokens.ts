import {
  type Credential,
  type CredentialKind,
  type CredentialSource,
  CredentialUnavailableError,
  type Principal,
} from '#koodrive';
import { type Clock, type Store, systemClock } from '#store';
import type { AppTokenMinter } from './app-token-minter.js';
import { AppTokens } from './app-tokens.js';
import type { SessionRefresher, UpstreamSession } from './session-refresher.js';
import { type SessionPrincipal, SessionTokens } from './session-tokens.js';
import { normaliseToken } from './token-form.js';
import type { Vault } from './vault.js';

export interface AccessTokensOptions {
  readonly store: Store;
  readonly vault: Vault;
  /** Absent: there are no app tokens. */
  readonly minter?: AppTokenMinter | undefined;
  /** Absent: nothing is signed. */
  readonly app?: { readonly appId: string; readonly appSecret: string } | undefined;
  /** Absent: there are no sessions. */
  readonly refresher?: SessionRefresher | undefined;
  /** Hears of sessions that have no token any more, as the upstream refused to refresh it. Must not throw. */
  readonly onSessionEnded?: ((principal: SessionPrincipal) => void) | undefined;
  /** Whether tokens that a person pasted are brought into the form `Bearer <token>`; true. */
  readonly normalisePasted?: boolean;
  readonly clock?: Clock;
  readonly random?: () => number;
  /**
   * Milliseconds after which others take over from an instance that died or froze while it renewed; 4000: a busy
   * machine may hold a process up for seconds.
   */
  readonly lockLife?: number;
  /** Milliseconds to wait for another instance that is renewing; 30 000. */
  readonly patience?: number;
}

export interface NewSession extends UpstreamSession {
  /** The token was pasted by a person, and did not come from createSession. */
  readonly pasted?: boolean;
  /** The refresh value works once only; false, which for KooDrive is inferred (x-session-id stays the same). */
  readonly spendOnce?: boolean;
}

/** The credentials of every principal: kept, renewed before the need, one at a time, never shown. */
export class AccessTokens implements CredentialSource {
  readonly #options: AccessTokensOptions;
  readonly #appTokens: AppTokens | undefined;
  readonly #sessions: SessionTokens | undefined;

  constructor(options: AccessTokensOptions) {
    this.#options = options;
    const { store, vault, minter, refresher, onSessionEnded, clock = systemClock, random = Math.random } = options;
    const { lockLife = 4_000, patience = 30_000 } = options;
    const how = { store, vault, clock, lockLife, patience };
    this.#appTokens = minter && new AppTokens({ ...how, minter, random });
    this.#sessions = refresher && new SessionTokens({ ...how, refresher, onEnded: onSessionEnded });
  }

  /**
   * @throws CredentialUnavailableError where the principal can have none of that kind, or the session has ended
   * @throws CredentialSourceError where it cannot be had now
   */
  async obtain(principal: Principal, kind: Exclude<CredentialKind, 'none'>, signal: AbortSignal): Promise<Credential> {
    if (kind === 'session' && principal.kind === 'session' && this.#sessions) {
      return { kind, token: await this.#sessions.obtain(principal, signal) };
    }
    if (kind === 'app-token' && principal.kind !== 'session' && this.#appTokens) {
      return { kind, token: await this.#appTokens.obtain(signal) };
    }
    if (kind === 'signature' && principal.kind === 'user' && this.#options.app) {
      const { appId, appSecret } = this.#options.app;
      return { kind, appId, appSecret, userId: principal.userId };
    }
    throw new CredentialUnavailableError(principal.kind, [kind]);
  }

  /** Throws as obtain. A signature is made for each request, so that there the same credential is given again. */
  async renew(principal: Principal, refused: Credential, signal: AbortSignal): Promise<Credential> {
    if (refused.kind === 'session' && principal.kind === 'session' && this.#sessions) {
      return { kind: refused.kind, token: await this.#sessions.renew(principal, refused.token, signal) };
    }
    if (refused.kind === 'app-token' && principal.kind !== 'session' && this.#appTokens) {
      return { kind: refused.kind, token: await this.#appTokens.renew(refused.token, signal) };
    }
    if (refused.kind === 'none') throw new CredentialUnavailableError(principal.kind, [refused.kind]);
    return this.obtain(principal, refused.kind, signal);
  }

  used(principal: Principal, credential: Credential): void {
    if (principal.kind === 'session' && credential.kind === 'session')
      this.#sessions?.used(principal, credential.token);
  }

  /** The user behind a session is there, though the answer was a kept one: the token must not lapse under them. */
  keepAlive(principal: Principal): void {
    if (principal.kind === 'session') this.#sessions?.keepAlive(principal);
  }

  /**
   * Keeps the token of a new session, or a new token of a session.
   * @throws StoreUnavailableError: no session begins without the store
   */
  async put(principal: SessionPrincipal, session: NewSession): Promise<void> {
    if (!this.#sessions) throw new CredentialUnavailableError('session', ['session']);
    const { upstreamSessionId, pasted = false, spendOnce = false } = session;
    const normalise = pasted && (this.#options.normalisePasted ?? true);
    const token = normalise ? normaliseToken(session.token) : session.token;
    await this.#sessions.put(principal, { token, upstreamSessionId }, spendOnce);
  }

  /**
   * Forgets a session's token, on every instance within five seconds.
   * @throws StoreUnavailableError: then it is not certain
   */
  async drop(principal: SessionPrincipal): Promise<void> {
    await this.#sessions?.drop(principal);
  }
}

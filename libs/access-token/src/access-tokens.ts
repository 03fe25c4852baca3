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
import type { KooDriveSessionRefresher, KooDriveSession } from './koodrive-session-refresher.js';
import { type KooDriveSessionPrincipal, KooDriveSessionTokens } from './koodrive-session-tokens.js';
import type { Vault } from '#vault';

export interface AccessTokensOptions {
  readonly store: Store;
  readonly vault: Vault;
  /** Without a minter there are no app tokens. */
  readonly minter?: AppTokenMinter;
  /** Without an app no request is signed. */
  readonly app?: { readonly appId: string; readonly appSecret: string };
  /** Without a refresher there are no KooDrive sessions. */
  readonly refresher?: KooDriveSessionRefresher;
  /** Called when a KooDrive session has no token any more because the upstream rejected its refresh. Must not throw. */
  readonly onKooDriveSessionEnded?: (principal: KooDriveSessionPrincipal) => void;
  readonly clock?: Clock;
  readonly random?: () => number;
  /**
   * Milliseconds after which other instances take over from an instance that died or froze during a renewal; 4000.
   * A shorter time is risky: a busy machine may suspend a process for seconds.
   */
  readonly lockTtlMs?: number;
  /** Milliseconds to wait for another instance that is renewing; 30 000. */
  readonly maxWaitMs?: number;
}

export interface NewKooDriveSession extends KooDriveSession {
  /** The refresh value works only once; false. For KooDrive this is inferred: x-session-id does not change. */
  readonly singleUseRefresh?: boolean;
}

const defaultLockTtlMs = 4_000;
const defaultMaxWaitMs = 30_000;

/** The credentials of all principals. Tokens are stored encrypted, renewed before they expire, and renewed once at a time. */
export class AccessTokens implements CredentialSource {
  private readonly options: AccessTokensOptions;
  private readonly appTokens: AppTokens | undefined;
  private readonly kooDriveSessionTokens: KooDriveSessionTokens | undefined;

  constructor(options: AccessTokensOptions) {
    this.options = options;
    const { store, vault, minter, refresher, onKooDriveSessionEnded } = options;
    const { clock = systemClock, random = Math.random } = options;
    const { lockTtlMs = defaultLockTtlMs, maxWaitMs = defaultMaxWaitMs } = options;
    const shared = { store, vault, clock, lockTtlMs, maxWaitMs };
    this.appTokens = minter && new AppTokens({ ...shared, minter, random });
    this.kooDriveSessionTokens =
      refresher && new KooDriveSessionTokens({ ...shared, refresher, onEnded: onKooDriveSessionEnded });
  }

  /**
   * @throws CredentialUnavailableError when the principal cannot have a credential of this kind, or its KooDrive session
   * has ended
   * @throws CredentialSourceError when the credential cannot be obtained now
   */
  async obtain(principal: Principal, kind: Exclude<CredentialKind, 'none'>, signal: AbortSignal): Promise<Credential> {
    if (kind === 'session' && principal.kind === 'session' && this.kooDriveSessionTokens) {
      return { kind, token: await this.kooDriveSessionTokens.obtain(principal, signal) };
    }
    if (kind === 'app-token' && principal.kind !== 'session' && this.appTokens) {
      return { kind, token: await this.appTokens.obtain(signal) };
    }
    if (kind === 'signature' && principal.kind === 'user' && this.options.app) {
      const { appId, appSecret } = this.options.app;
      return { kind, appId, appSecret, userId: principal.userId };
    }
    throw new CredentialUnavailableError(principal.kind, [kind]);
  }

  /**
   * A credential other than the rejected one. A signature is computed for each request, so for a signature this returns
   * the same credential again. Throws as `obtain`.
   */
  async renew(principal: Principal, rejected: Credential, signal: AbortSignal): Promise<Credential> {
    if (rejected.kind === 'session' && principal.kind === 'session' && this.kooDriveSessionTokens) {
      const token = await this.kooDriveSessionTokens.renew(principal, rejected.token, signal);
      return { kind: rejected.kind, token };
    }
    if (rejected.kind === 'app-token' && principal.kind !== 'session' && this.appTokens) {
      return { kind: rejected.kind, token: await this.appTokens.renew(rejected.token, signal) };
    }
    if (rejected.kind === 'none') throw new CredentialUnavailableError(principal.kind, [rejected.kind]);
    return this.obtain(principal, rejected.kind, signal);
  }

  recordUse(principal: Principal, credential: Credential): void {
    if (principal.kind === 'session' && credential.kind === 'session')
      this.kooDriveSessionTokens?.recordUse(principal, credential.token);
  }

  /** Call this when a signed-in user got a cached response: the token must not expire while its user is active. */
  keepAlive(principal: Principal): void {
    if (principal.kind === 'session') this.kooDriveSessionTokens?.keepAlive(principal);
  }

  /**
   * Stores the token of a new KooDrive session, or a new token of a known one.
   * @throws StoreUnavailableError: no KooDrive session starts without the store
   */
  async put(principal: KooDriveSessionPrincipal, session: NewKooDriveSession): Promise<void> {
    if (!this.kooDriveSessionTokens) throw new CredentialUnavailableError('session', ['session']);
    const { token, kooDriveSessionId, singleUseRefresh = false } = session;
    await this.kooDriveSessionTokens.put(principal, { token, kooDriveSessionId }, singleUseRefresh);
  }

  /**
   * Deletes the token of a KooDrive session. All instances stop using it within five seconds.
   * @throws StoreUnavailableError: the token may still exist
   */
  async delete(principal: KooDriveSessionPrincipal): Promise<void> {
    await this.kooDriveSessionTokens?.delete(principal);
  }
}

import type { AcceptedCredential } from '../contract/contract.js';
import type { Subject } from '../operation.js';
import type { SandboxOptions } from '../options.js';
import type { VirtualClock } from '../virtual-clock.js';
import type { SandboxAppTokens } from './app-tokens.js';
import type { SignedRequest } from './canonical-request.js';
import { AuthenticationError } from './authentication-error.js';
import { sessionTokenLength, type SandboxSessions } from './sessions.js';
import { verifySignature } from './signature.js';

/** The kind of credential that a caller presents, for the ledger. `token`: a token of unknown kind. */
export type PresentedCredentialKind = 'session' | 'signature' | 'app-token' | 'token' | 'none';

export interface AuthenticatorDependencies {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly sessions: SandboxSessions;
  readonly appTokens: SandboxAppTokens;
  /** True for a user who exists and is enabled. */
  readonly isUserEnabled: (userId: string) => boolean;
}

/**
 * Authenticates callers. It is written from the reference and shares no code with the gateway's client, so that the two
 * can disagree.
 */
export class Authenticator {
  constructor(private readonly dependencies: AuthenticatorDependencies) {}

  /**
   * Returns the subject that the credential of a request proves.
   * @param forRefresh the request refreshes the token, so the options may allow an expired or replaced one
   * @throws AuthenticationError
   */
  authenticate(accepted: AcceptedCredential, request: SignedRequest, forRefresh = false): Subject {
    const { authorization } = request.headers;
    if (accepted === 'none') return { kind: 'anonymous' };
    if (authorization === undefined) {
      if (accepted === 'optional-session') return { kind: 'anonymous' };
      throw new AuthenticationError('no Authorization', 'none');
    }
    if (String(authorization).startsWith('HMAC-SHA256')) return this.authenticateSignature(accepted, request);
    const token = parseBearerToken(authorization);
    if (token === undefined) throw new AuthenticationError('Authorization is neither a token nor a signature');
    return accepted === 'app-token'
      ? this.authenticateAppToken(token, request.headers['x-user-id'])
      : this.authenticateSessionToken(token, forRefresh);
  }

  classifyCredential(authorization: string | undefined): PresentedCredentialKind {
    if (authorization === undefined) return 'none';
    if (authorization.startsWith('HMAC-SHA256')) return 'signature';
    const token = parseBearerToken(authorization) ?? '';
    if (this.dependencies.appTokens.statusOf(token) !== 'unknown') return 'app-token';
    return token.length === sessionTokenLength ? 'session' : 'token';
  }

  /** Makes the presented token expire now. A signature has no state to expire. */
  expireToken(authorization: string | undefined): void {
    const token = parseBearerToken(authorization);
    if (token === undefined) return;
    this.dependencies.sessions.expire(token);
    this.dependencies.appTokens.expire(token);
  }

  private authenticateSessionToken(token: string, forRefresh: boolean): Subject {
    const { sessions, appTokens, isUserEnabled } = this.dependencies;
    if (appTokens.statusOf(token) !== 'unknown')
      throw new AuthenticationError('an app token instead of a token of a user');
    const { userId } = forRefresh ? sessions.authenticateForRefresh(token) : sessions.authenticate(token);
    if (!isUserEnabled(userId)) throw new AuthenticationError('the user of the session does not exist or is disabled');
    return { kind: 'user', userId, via: 'session' };
  }

  /** Inferred: the user of X-User-Id is checked as the one of a signature is. */
  private authenticateAppToken(token: string, userId: string | string[] | undefined): Subject {
    const status = this.dependencies.appTokens.statusOf(token);
    if (status !== 'valid') throw new AuthenticationError(`app token is ${status}`);
    if (userId !== undefined && !this.dependencies.isUserEnabled(String(userId)))
      throw new AuthenticationError('the user of X-User-Id is unknown or disabled');
    return { kind: 'app' };
  }

  private authenticateSignature(accepted: AcceptedCredential, request: SignedRequest): Subject {
    if (accepted !== 'user') throw new AuthenticationError('a signature instead of a token', 'signature');
    const { options, clock, isUserEnabled } = this.dependencies;
    const userId = verifySignature(request, options, clock.now(), options.signature);
    if (!isUserEnabled(userId)) throw new AuthenticationError('the user of the signature is unknown or disabled');
    return { kind: 'user', userId, via: 'signature' };
  }
}

/**
 * Returns the token after `Bearer `. `Bearer+` is accepted too, as older pages print it, presumably from a cookie with an
 * encoded space (inferred).
 */
export function parseBearerToken(authorization: string | string[] | undefined): string | undefined {
  return /^Bearer[ +]([0-9a-f]+)$/.exec(String(authorization))?.[1];
}

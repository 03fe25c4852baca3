import type { Credential } from '../contract/contract.js';
import type { Subject } from '../operation.js';
import type { SandboxOptions } from '../options.js';
import type { VirtualClock } from '../time.js';
import type { AppTokens } from './app-tokens.js';
import type { SignedRequest } from './canonical-request.js';
import { NotAuthenticated } from './not-authenticated.js';
import type { Sessions } from './sessions.js';
import { verifySignature } from './signature.js';

/** What a caller showed, for the ledger. */
export type CredentialKind = 'session' | 'signature' | 'app-token' | 'token' | 'none';

export interface JudgeParts {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly sessions: Sessions;
  readonly appTokens: AppTokens;
  /** True for a user who exists and is enabled. */
  readonly mayCall: (userId: string) => boolean;
}

/** Says who calls. Written apart from the gateway's client, from the reference alone, so that the two can disagree. */
export class Judge {
  constructor(private readonly parts: JudgeParts) {}

  /** Throws NotAuthenticated. `forRefresh`: the token is shown to be refreshed, and may be older than usual. */
  identify(takes: Credential, request: SignedRequest, forRefresh = false): Subject {
    const { authorization } = request.headers;
    if (takes === 'none') return { kind: 'nobody' };
    if (authorization === undefined) {
      if (takes === 'optional-session') return { kind: 'nobody' };
      throw new NotAuthenticated('no Authorization', 'none');
    }
    if (String(authorization).startsWith('HMAC-SHA256')) return this.signature(takes, request);
    const token = bearerToken(authorization);
    if (token === undefined) throw new NotAuthenticated('Authorization is neither a token nor a signature');
    return takes === 'app-token' ? this.appToken(token) : this.session(token, forRefresh);
  }

  /** The kind of what was shown, as far as it can be told. */
  kindOf(authorization: string | undefined): CredentialKind {
    if (authorization === undefined) return 'none';
    if (authorization.startsWith('HMAC-SHA256')) return 'signature';
    const token = bearerToken(authorization) ?? '';
    if (this.parts.appTokens.state(token) !== 'unknown') return 'app-token';
    return token.length === 48 ? 'session' : 'token';
  }

  /** Lets the token shown lapse at once; a signature has no state. */
  lapse(authorization: string | undefined): void {
    const token = bearerToken(authorization);
    if (token === undefined) return;
    this.parts.sessions.lapse(token);
    this.parts.appTokens.lapse(token);
  }

  private session(token: string, forRefresh: boolean): Subject {
    const { sessions, appTokens, mayCall } = this.parts;
    if (appTokens.state(token) !== 'unknown') throw new NotAuthenticated('an app token, where a user is asked for');
    const { userId } = forRefresh ? sessions.useForRefresh(token) : sessions.use(token);
    if (!mayCall(userId)) throw new NotAuthenticated('the user of the session is gone or disabled');
    return { kind: 'user', userId, via: 'session' };
  }

  private appToken(token: string): Subject {
    const state = this.parts.appTokens.state(token);
    if (state !== 'good') throw new NotAuthenticated(`app token is ${state}`);
    return { kind: 'app' };
  }

  private signature(takes: Credential, request: SignedRequest): Subject {
    if (takes !== 'user') throw new NotAuthenticated('a signature, where a token is asked for', 'signature');
    const { options, clock, mayCall } = this.parts;
    const userId = verifySignature(request, options, clock.now(), options.signature);
    if (!mayCall(userId)) throw new NotAuthenticated('the user named is unknown or disabled', 'signature');
    return { kind: 'user', userId, via: 'signature' };
  }
}

/**
 * The token behind `Bearer `. `Bearer+` is taken too: older pages print the token so, presumably from a cookie in
 * which the space was encoded (inferred).
 */
export function bearerToken(authorization: string | string[] | undefined): string | undefined {
  return /^Bearer[ +]([0-9a-f]+)$/.exec(String(authorization))?.[1];
}

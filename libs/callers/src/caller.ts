import type { Principal } from '#koodrive';
import type { ScopeSet } from './scopes.js';
import type { BrowserSession } from './browser-sessions/browser-session.js';

/** An authenticated caller of the gateway. */
export interface Caller {
  /** Identifies the credential in logs, rate limits and the audit log, such as `api-key:k3v9…`. It is not secret. */
  readonly id: string;
  readonly kind: 'api-key' | 'jwt' | 'session';
  /** Who is responsible for the credential. */
  readonly owner: string;
  readonly scopes: ScopeSet;
  /** The identity that the upstream is called with. */
  readonly principal: Principal;
  /** The KooDrive user of X-On-Behalf-Of. */
  readonly actingFor?: string;
  /** The browser session, if the kind is `session`. */
  readonly browserSession?: BrowserSession;
}

/** The id of a caller: the kind of its credential, and the id of the credential or the subject of the token. */
export function buildCallerId(kind: Caller['kind'], id: string): string {
  return `${kind}:${id}`;
}

/**
 * Whom the calls of a caller are counted for: a credential of a service, but for browser sessions their user, so that a
 * user does not get more by signing in again.
 */
export function getAccountableId({ id, kind, owner }: Caller): string {
  return kind === 'session' ? `user:${owner}` : id;
}

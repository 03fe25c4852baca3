import type { Principal } from '#koodrive';
import type { ScopeSet } from './scopes.js';
import type { Session } from './sessions/session.js';

/** Who calls the gateway, once that is certain. */
export interface Caller {
  /** Names the credential, for logs, rate limits and the audit log; no secret. Such as `api-key:k3v9…`. */
  readonly id: string;
  readonly kind: 'api-key' | 'jwt' | 'session';
  /** Who answers for it. */
  readonly owner: string;
  readonly scopes: ScopeSet;
  /** On whose behalf the upstream is called. */
  readonly principal: Principal;
  /** The KooDrive user that this request named in X-On-Behalf-Of. */
  readonly actingFor?: string;
  /** The browser's session, where the kind is `session`. */
  readonly session?: Session;
}

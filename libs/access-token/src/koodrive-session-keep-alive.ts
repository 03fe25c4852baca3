import { LRUCache } from 'lru-cache';
import { type Principal, principalKey } from '#koodrive';
import type { Clock } from '#store';
import type { AccessTokens } from './access-tokens.js';
import type { KooDriveSessionPrincipal } from './koodrive-session-tokens.js';

/** Well below the twenty minutes after which an unused token expires. */
const checkIntervalMs = 60_000;
const maxTrackedSessions = 10_000;

/**
 * Renews, in the background, the tokens of the KooDrive sessions that were used on this instance. KooDrive lets a token
 * expire after twenty minutes without a call, but its user may go on with cached responses, or make no request for a
 * while. The tokens are renewed until our own idle limit (`idleMs`) is reached.
 */
export class KooDriveSessionKeepAlive {
  private readonly lastUses = new LRUCache<
    string,
    { readonly principal: KooDriveSessionPrincipal; readonly usedAt: number }
  >({ max: maxTrackedSessions });
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly credentials: Pick<AccessTokens, 'keepAlive'>,
    private readonly options: { readonly idleMs: number; readonly clock: Clock },
  ) {
    this.timer = setInterval(() => this.renewTracked(), checkIntervalMs).unref();
  }

  /** Call this for each request of the principal. */
  track(principal: Principal): void {
    if (principal.kind !== 'session') return;
    this.lastUses.set(principalKey(principal), { principal, usedAt: this.options.clock.now() });
  }

  untrack(principal: KooDriveSessionPrincipal): void {
    this.lastUses.delete(principalKey(principal));
  }

  /** Starts the renewals that are due. Does not wait for them and does not throw. */
  renewTracked(): void {
    const oldestAllowed = this.options.clock.now() - this.options.idleMs;
    for (const [key, { principal, usedAt }] of this.lastUses.entries()) {
      if (usedAt < oldestAllowed) this.lastUses.delete(key);
      else this.credentials.keepAlive(principal);
    }
  }

  close(): void {
    clearInterval(this.timer);
    this.lastUses.clear();
  }
}

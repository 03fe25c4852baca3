import type { AccessTokens, SessionPrincipal } from '#access-token';
import { type Principal, principalKey } from '#koodrive';
import type { Clock } from '#store';

/** Milliseconds between two looks; a token that nobody uses lapses after twenty minutes. */
const lookEveryMs = 60_000;
const mostRemembered = 10_000;

/**
 * The sessions that were used on this instance. KooDrive lets a token lapse that it has not seen for twenty minutes,
 * while its user may go on here with kept answers, or only think for a while: until our own idle limit the token is
 * renewed in the background.
 */
export class SessionsInUse {
  readonly #seen = new Map<string, { readonly principal: SessionPrincipal; readonly at: number }>();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly credentials: Pick<AccessTokens, 'keepAlive'>,
    private readonly options: { readonly idleMs: number; readonly clock: Clock },
  ) {
    this.#timer = setInterval(() => this.look(), lookEveryMs).unref();
  }

  /** A request came with this principal. */
  used(principal: Principal): void {
    if (principal.kind !== 'session') return;
    const key = principalKey(principal);
    this.#seen.delete(key);
    this.#seen.set(key, { principal, at: this.options.clock.now() });
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > mostRemembered && oldest !== undefined) this.#seen.delete(oldest);
  }

  ended(principal: SessionPrincipal): void {
    this.#seen.delete(principalKey(principal));
  }

  /** Renews what needs it. Neither waits nor throws. */
  look(): void {
    const oldest = this.options.clock.now() - this.options.idleMs;
    for (const [key, { principal, at }] of this.#seen) {
      if (at < oldest) this.#seen.delete(key);
      else this.credentials.keepAlive(principal);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#seen.clear();
  }
}

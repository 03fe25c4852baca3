import type { Vault } from '#access-token';
import {
  Cookies,
  type GrantedScope,
  isSessionScope,
  LoginTransactions,
  type ScopeSet,
  Sessions,
  SessionStrategy,
  standardSessionScopes,
} from '#callers';
import { type Configuration, ConfigurationError } from '#config';
import type { Clock, Store } from '#store';

/** What browsers sign in with and stay signed in by. */
export class BrowserSessions {
  readonly cookies: Cookies;
  /** What every session may. */
  readonly scopes: ScopeSet;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly sessions: Sessions;
  readonly logins: LoginTransactions;
  readonly strategy: SessionStrategy;

  /** @throws ConfigurationError where SESSION_SCOPES holds what is none, or none for a session */
  constructor(
    { sessions: settings, server }: Pick<Configuration, 'sessions' | 'server'>,
    { store, vault: seal, clock }: { readonly store: Store; readonly vault: Vault; readonly clock: Clock },
  ) {
    const { idleMs, lifetimeMs, secureCookies } = settings;
    this.cookies = new Cookies(secureCookies);
    this.scopes = scopesOf(settings.scopes);
    this.allowedOrigins = new Set(server.allowedOrigins);
    this.sessions = new Sessions({ store, seal, idleMs, lifetimeMs, clock });
    this.logins = new LoginTransactions({ store, seal, cookies: this.cookies, clock });
    this.strategy = new SessionStrategy(this);
  }
}

function scopesOf(words: readonly string[] | undefined): ScopeSet {
  if (!words) return new Set<GrantedScope>(standardSessionScopes);
  const known = words.filter(isSessionScope);
  if (known.length === words.length) return new Set<GrantedScope>(known);
  throw new ConfigurationError([{ variable: 'SESSION_SCOPES', problem: 'must hold scopes that a session may have' }]);
}

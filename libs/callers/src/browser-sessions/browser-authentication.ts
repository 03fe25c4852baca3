import { type Configuration, ConfigurationError } from '#config';
import type { Clock, Store } from '#store';
import type { Vault } from '#vault';
import type { BudgetLedger } from '../budgets/budget-ledger.js';
import { BackChannelLogout } from '../openid/back-channel-logout.js';
import { type GrantedScope, type ScopeSet, defaultBrowserSessionScopes, isBrowserSessionScope } from '../scopes.js';
import { BrowserSessionStore } from './browser-session-store.js';
import { BrowserSessionStrategy } from './browser-session.strategy.js';
import { GatewayCookies } from './gateway-cookies.js';
import { LoginTransactions } from './login-transactions.js';
import type { AskKooDrive } from './revived-sessions.js';

export interface BrowserAuthenticationDependencies {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly budgetLedger: BudgetLedger;
  readonly askKooDrive?: AskKooDrive;
}

/** The parts that sign browsers in and authenticate them by their cookie. */
export class BrowserAuthentication {
  readonly cookies: GatewayCookies;
  /** The scopes of every browser session. */
  readonly scopes: ScopeSet;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly browserSessions: BrowserSessionStore;
  readonly loginTransactions: LoginTransactions;
  readonly backChannelLogout: BackChannelLogout;
  readonly strategy: BrowserSessionStrategy;

  /** @throws ConfigurationError if SESSION_SCOPES contains a scope that a browser session must not have */
  constructor(
    { browserSessions: settings, server }: Pick<Configuration, 'browserSessions' | 'server'>,
    { store, vault, clock, budgetLedger, askKooDrive }: BrowserAuthenticationDependencies,
  ) {
    const { idleMs, lifetimeMs, secureCookies } = settings;
    this.cookies = new GatewayCookies(secureCookies);
    this.scopes = parseSessionScopes(settings.scopes);
    this.allowedOrigins = new Set(server.allowedOrigins);
    const { observe: observeBudget } = budgetLedger;
    this.browserSessions = new BrowserSessionStore({
      store,
      cipher: vault,
      idleMs,
      lifetimeMs,
      clock,
      observeBudget,
      askKooDrive,
    });
    this.loginTransactions = new LoginTransactions({
      store,
      cipher: vault,
      cookies: this.cookies,
      budgetLedger,
      clock,
    });
    this.backChannelLogout = new BackChannelLogout({ store, browserSessions: this.browserSessions });
    this.strategy = new BrowserSessionStrategy(this);
  }
}

/** `loadConfiguration` checks the scopes too, but only if its caller passes the check. */
function parseSessionScopes(scopes: readonly string[] | undefined): ScopeSet {
  if (!scopes) return new Set<GrantedScope>(defaultBrowserSessionScopes);
  const valid = scopes.filter(isBrowserSessionScope);
  if (valid.length === scopes.length) return new Set<GrantedScope>(valid);
  throw new ConfigurationError([
    { variable: 'SESSION_SCOPES', message: 'must hold scopes that a browser session may have' },
  ]);
}

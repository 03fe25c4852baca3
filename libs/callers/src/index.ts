export { type ApiKeyRegistryOptions, ApiKeyRegistry } from './api-keys/api-key-registry.js';
export { ApiKeyStrategy } from './api-keys/api-key.strategy.js';
export { readApiKeyFile } from './api-keys/api-key-file.js';
export { ApiKeyFileError, type ApiKeyRecord, printableNamePattern, userIdPattern } from './api-keys/api-key-record.js';
export { issueApiKey, type NewApiKey, revokeApiKey } from './api-keys/issue-api-key.js';
export { authenticate, type AuthenticationStrategy } from './authenticate.js';
export { AuthenticationFailure, type AuthenticationFailureReason } from './authentication-failure.js';
export type { AskKooDrive } from './browser-sessions/revived-sessions.js';
export { BrowserAuthentication } from './browser-sessions/browser-authentication.js';
export type { BrowserSession, NewBrowserSession, SignInMethod } from './browser-sessions/browser-session.js';
export type { LoginTransaction } from './browser-sessions/login-transactions.js';
export { passesCsrfCheck } from './browser-sessions/csrf-check.js';
export { resolveReturnPath } from './browser-sessions/return-path.js';
export { type Admission, BudgetLedger, createBudgetProblem } from './budgets/budget-ledger.js';
export {
  type BudgetObserver,
  type BudgetOutcome,
  type CallerBudget,
  type CallerBudgetName,
  callerBudgets,
} from './budgets/caller-budgets.js';
export { LocalBudget } from './budgets/local-budget.js';
export { type Caller, getAccountableId } from './caller.js';
export type { CallerRequest } from './credential-headers.js';
export { JwksCache, type JwksCacheOptions } from './jwt/jwks-cache.js';
export { JwksFetcher, type JwksFetcherOptions } from './jwt/jwks-fetcher.js';
export { JwtStrategy } from './jwt/jwt.strategy.js';
export { JwtVerifier, type JwtVerifierOptions } from './jwt/jwt-verifier.js';
export {
  OpenIdProvider,
  type OpenIdProviderOptions,
  OpenIdSignInError,
  type OpenIdSignInFailureReason,
  type OpenIdUser,
} from './openid/openid-provider.js';
export { LogoutTokenError } from './openid/logout-token.js';
export { OpenIdProviderUnavailableError } from './openid/openid-http-client.js';
export { replacePrivateFile } from './private-file.js';
export {
  type GrantedScope,
  hasScope,
  isBrowserSessionScope,
  isGrantedScope,
  renderScopeTable,
  type ScopeName,
  scopeNames,
  type ScopeSet,
} from './scopes.js';

export { ApiKeyRegistry, type RegistryOptions } from './api-keys/api-key-registry.js';
export { ApiKeyStrategy } from './api-keys/api-key.strategy.js';
export { authenticate, type CallerStrategy } from './authenticate.js';
export type { Caller } from './caller.js';
export type { CallerRequest } from './credential-headers.js';
export { issueApiKey, type KeyOrder, revokeApiKey } from './api-keys/issue-key.js';
export { IssuerKeys, type IssuerKeysOptions } from './jwt/issuer-keys.js';
export { type JwtRules, JwtVerifier } from './jwt/jwt-verifier.js';
export { JwtStrategy } from './jwt/jwt.strategy.js';
export { KeySetFetch, type KeySetFetchOptions } from './jwt/key-set-fetch.js';
export { readKeyFile } from './api-keys/key-file.js';
export { KeyFileError, type KeyRecord, ownerForm, userIdForm } from './api-keys/key-record.js';
export {
  OpenIdProvider,
  OpenIdRefusedError,
  type OpenIdRefusal,
  type OpenIdRules,
  type OpenIdUser,
} from './openid/openid-provider.js';
export { ProviderUnavailableError } from './openid/provider-fetch.js';
export { Refusal, type RefusalReason } from './refusal.js';
export {
  covers,
  type GrantedScope,
  isGrantedScope,
  isSessionScope,
  type ScopeName,
  scopeNames,
  scopesDocumentation,
  type ScopeSet,
  scopeTable,
  standardSessionScopes,
} from './scopes.js';
export { Cookies } from './sessions/cookies.js';
export { comesFromAllowedPage } from './sessions/cross-site.js';
export { type LoginTransaction, LoginTransactions } from './sessions/login-transactions.js';
export { returnPath } from './sessions/return-path.js';
export type { Door, Session, SignIn } from './sessions/session.js';
export { SessionStrategy } from './sessions/session.strategy.js';
export { Sessions } from './sessions/sessions.js';

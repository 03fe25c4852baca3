export { AccessTokens, type AccessTokensOptions, type NewSession } from './access-tokens.js';
export type { SessionPrincipal } from './session-tokens.js';
export type { AppTokenMinter, MintedToken } from './app-token-minter.js';
export { CredentialSourceError, MintFailedError } from './errors.js';
export { HttpTokenMinter, type HttpTokenMinterOptions } from './http-token-minter.js';
export type { RefreshedSession, SessionRefresher, UpstreamSession } from './session-refresher.js';
export { normaliseToken } from './token-form.js';
export { type Resealed, resealAll, type SealedStore } from './reseal-all.js';
export { Vault, VaultError, type VaultKey } from './vault.js';

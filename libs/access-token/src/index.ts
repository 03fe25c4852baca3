export { AccessTokens, type AccessTokensOptions, type NewKooDriveSession } from './access-tokens.js';
export type { KooDriveSessionPrincipal } from './koodrive-session-tokens.js';
export type { AppTokenMinter, MintedToken } from './app-token-minter.js';
export { CredentialSourceError, MintFailedError } from './errors.js';
export { HttpTokenMinter, type HttpTokenMinterOptions } from './http-token-minter.js';
export type {
  RefreshedKooDriveSession,
  KooDriveSessionRefresher,
  KooDriveSession,
} from './koodrive-session-refresher.js';
export { KooDriveSessionKeepAlive } from './koodrive-session-keep-alive.js';

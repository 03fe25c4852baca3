import type { CredentialKind } from './operation.js';
import type { Principal } from './principal.js';

/** What is sent to prove who calls. Secret: never logged, never answered. */
export type Credential =
  | { readonly kind: 'session'; /** Value of Authorization, exactly as the upstream gave it. */ readonly token: string }
  | { readonly kind: 'app-token'; /** Without the word Bearer. */ readonly token: string }
  | {
      readonly kind: 'signature';
      readonly appId: string;
      readonly appSecret: string;
      readonly userId: string;
    }
  | { readonly kind: 'none' };

/** Where the client gets credentials; it does not know who mints them (libs/access-token does). */
export interface CredentialSource {
  /**
   * A credential of that kind for the principal, from memory, the store, or freshly minted.
   * @throws CredentialUnavailableError where that principal can have none of that kind
   */
  obtain(principal: Principal, kind: Exclude<CredentialKind, 'none'>, signal: AbortSignal): Promise<Credential>;
  /** A credential other than `refused`, after the upstream answered 401 to it. Called once for a call. */
  renew(principal: Principal, refused: Credential, signal: AbortSignal): Promise<Credential>;
  /** The upstream accepted this credential now: a session token's 20 minutes start again. Must not wait or throw. */
  used(principal: Principal, credential: Credential): void;
}

import type { CredentialKind } from './operation.js';
import type { Principal } from './principal.js';

/** What authenticates a request. Secret: never logged, never part of a response. */
export type Credential =
  | {
      readonly kind: 'session';
      /** Value of Authorization, exactly as the upstream issued it. */ readonly token: string;
    }
  | { readonly kind: 'app-token'; /** Without the word Bearer. */ readonly token: string }
  | {
      readonly kind: 'signature';
      readonly appId: string;
      readonly appSecret: string;
      readonly userId: string;
    }
  | { readonly kind: 'none' };

/** Where the client gets credentials. libs/access-token implements it and mints the tokens. */
export interface CredentialSource {
  /**
   * A credential of that kind for the principal: from memory, from the store, or newly minted.
   * @throws CredentialUnavailableError when the principal cannot have a credential of that kind
   */
  obtain(principal: Principal, kind: Exclude<CredentialKind, 'none'>, signal: AbortSignal): Promise<Credential>;
  /** A credential other than `rejected`, to which the upstream responded 401. Called at most once for a call. */
  renew(principal: Principal, rejected: Credential, signal: AbortSignal): Promise<Credential>;
  /**
   * The upstream accepted this credential now: the 20 minutes of a KooDrive session token start again. Must not wait or
   * throw.
   */
  recordUse(principal: Principal, credential: Credential): void;
}

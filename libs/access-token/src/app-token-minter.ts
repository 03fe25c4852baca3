/** An app token as the token endpoint answers it. */
export interface MintedToken {
  /** Without the word Bearer. */
  readonly token: string;
  /** Seconds it holds, from the answer on. */
  readonly expiresIn: number;
}

/** Where app tokens come from. */
export interface AppTokenMinter {
  /** Tells apart the tokens of different endpoints and clients that share a store. No secret. */
  readonly identity: string;
  /** @throws MintFailedError, or any error, where there is no token to be had */
  mint(signal: AbortSignal): Promise<MintedToken>;
}

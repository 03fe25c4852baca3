/** An app token from a response of the token endpoint. */
export interface MintedToken {
  /** Without the word Bearer. */
  readonly token: string;
  /** Seconds from the response until the token expires. */
  readonly expiresInSeconds: number;
}

/** Mints app tokens. */
export interface AppTokenMinter {
  /** Separates the tokens of different endpoints and clients in one store. Not secret. */
  readonly identity: string;
  /** @throws MintFailedError, or any other error, when it cannot mint a token */
  mint(signal: AbortSignal): Promise<MintedToken>;
}

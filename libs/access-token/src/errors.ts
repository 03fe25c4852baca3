/**
 * The principal may have the credential, but it cannot be obtained now: the token endpoint or the upstream failed, or
 * another instance was renewing it for too long. A later attempt may succeed.
 */
export class CredentialSourceError extends Error {
  override readonly name = 'CredentialSourceError';
}

/** A single-use refresh value was consumed, and this instance does not know the result. */
export class RefreshConsumedError extends CredentialSourceError {
  constructor(
    /** No instance can deliver the result any more: the instance that consumed the value died or got no response. */
    readonly outcomeLost: boolean,
  ) {
    super('the refresh value was consumed, and its outcome is unknown');
  }
}

/** The token endpoint issued no token. The message contains no secret and no text of the endpoint. */
export class MintFailedError extends Error {
  override readonly name = 'MintFailedError';
  constructor(
    message: string,
    /** Whether the same request may succeed after a short wait. */
    readonly transient: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

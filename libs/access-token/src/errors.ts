/**
 * A credential that the principal has, but that cannot be had now: the token endpoint or the upstream failed, or
 * another instance has been busy with it for too long. A later try may succeed.
 */
export class CredentialSourceError extends Error {
  override readonly name = 'CredentialSourceError';
}

/** The refresh value was spent, and what it brought is not known here. */
export class RefreshSpentError extends CredentialSourceError {
  constructor(
    /** Nobody can bring the outcome any more: whoever spent it has died, or was not answered. */
    readonly lost: boolean,
  ) {
    super('the refresh value was spent, and its outcome is unknown');
  }
}

/** The token endpoint did not give a token. The message holds no secret and no text of the endpoint's. */
export class MintFailedError extends Error {
  override readonly name = 'MintFailedError';
  constructor(
    message: string,
    /** Whether the same request may succeed in a moment. */
    readonly transient: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The identity that a credential proves. `via` says which kind of credential a user presented. */
export type Subject =
  | { readonly kind: 'user'; readonly userId: string; readonly via: 'session' | 'signature' }
  | { readonly kind: 'app' }
  | { readonly kind: 'anonymous' };

/** A call whose credential and shape were accepted. */
export interface OperationRequest {
  readonly operationId: string;
  readonly subject: Subject;
  /** Path parameters, percent-decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** Values are text. Each handler parses the numbers that it needs. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Integers beyond 2^53 are text. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type JsonObject = Record<string, unknown>;

/** The members of the body without `code` and `msg`, which the server adds. */
export type OperationResponse = Readonly<JsonObject>;
export type OperationHandler = (request: OperationRequest) => OperationResponse | Promise<OperationResponse>;
/** Handlers by operationId. */
export type OperationHandlers = Readonly<Record<string, OperationHandler>>;

/** A handler throws it to fail. The response has the status and the message that errors.yaml lists for the code. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
  constructor(
    readonly code: number,
    readonly detail?: string,
  ) {
    super(`${code}${detail ? `: ${detail}` : ''}`);
  }
}

/** An integer beyond 2^53 that the contract types as a JSON number. It is serialized as digits without quotes. */
export class BigNumber {
  constructor(readonly digits: string) {
    if (!/^-?\d+$/.test(digits)) throw new TypeError('digits only');
  }

  /** Digits between two markers. `stringifyLossless` removes the markers and the quotes. */
  toJSON(): string {
    return `\uE000${this.digits}\uE000`;
  }
}

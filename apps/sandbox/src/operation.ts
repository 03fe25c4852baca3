/** Who the sandbox found behind a credential. */
export type Subject =
  | { readonly kind: 'user'; readonly userId: string; readonly via: 'session' | 'signature' }
  | { readonly kind: 'app' }
  | { readonly kind: 'nobody' };

/** A call that passed credentials and contract. */
export interface OperationRequest {
  readonly operation: string;
  readonly subject: Subject;
  readonly path: Readonly<Record<string, string>>;
  /** Still text: each handler reads the numbers it wants. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Integers beyond 2^53 arrive as text. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The members beside code and msg; the server adds those. */
export type Answer = Readonly<Record<string, unknown>>;
export type Handler = (request: OperationRequest) => Answer | Promise<Answer>;
/** By operationId. */
export type Handlers = Readonly<Record<string, Handler>>;

/** Thrown by a handler: answered with the status and message that errors.yaml gives for the code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: number,
    readonly detail?: string,
  ) {
    super(`${code}${detail ? `: ${detail}` : ''}`);
  }
}

/** An integer beyond 2^53 that the contract prints as a JSON number: serialised as bare digits. */
export class BigNumber {
  constructor(readonly digits: string) {
    if (!/^-?\d+$/.test(digits)) throw new TypeError('digits only');
  }

  /** Marked digits; `printJson` of the contract takes marks and quotes away again. */
  toJSON(): string {
    return `\uE000${this.digits}\uE000`;
  }
}

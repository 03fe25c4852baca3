import { getProblemDefinition, type ProblemDefinition, type ProblemCode } from './problem-catalog.js';
import type { UpstreamErrorDetails } from './problem-document.js';

/** A text in each language. */
export interface LocalizedText {
  readonly en: string;
  readonly zh: string;
}

/** An InputError (problem-document.ts) before the language is known. */
export interface LocalizedInputError {
  readonly pointer: string;
  readonly message: LocalizedText;
}

export interface ProblemOptions {
  /** Replaces the detail of the catalog. It must hold no secret, host, file path or text of the upstream. */
  readonly detail?: LocalizedText;
  readonly errors?: readonly LocalizedInputError[];
  readonly upstream?: UpstreamErrorDetails;
  /** Replaces `retryAfterSeconds` of the catalog. */
  readonly retryAfterSeconds?: number;
  readonly outcome?: 'unknown';
  /** Replaces `retryable` of the catalog. */
  readonly retryable?: boolean;
  /** Headers of the response that belong to this problem: `allow` with 405, `content-range` with 416. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The original error. It is logged, and never sent to the caller. */
  readonly cause?: unknown;
}

/** Problems that do not need the operation of KooDrive that they are about. */
export type OwnProblemCode = Exclude<ProblemCode, 'upstream-protocol'>;

/** A failure that is reported to the caller with a code of the catalog. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  /** `upstream-protocol` says nothing without the operation whose response it is about. */
  constructor(code: OwnProblemCode, options?: ProblemOptions);
  constructor(code: ProblemCode, options: ProblemOptions & { readonly upstream: UpstreamErrorDetails });
  constructor(
    readonly code: ProblemCode,
    readonly options: ProblemOptions = {},
  ) {
    // With `{ cause: undefined }` the error would have an own member `cause`.
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
  }

  /** A problem that was reported before, and so has what its code requires. */
  static restore(code: ProblemCode, options: ProblemOptions): ProblemError {
    return new ProblemError(code as OwnProblemCode, options);
  }

  get definition(): ProblemDefinition {
    return getProblemDefinition(this.code);
  }

  get status(): number {
    return this.definition.status;
  }

  get retryable(): boolean {
    return this.options.retryable ?? this.definition.retryable ?? false;
  }

  get retryAfterSeconds(): number | undefined {
    return this.options.retryAfterSeconds ?? this.definition.retryAfterSeconds;
  }
}

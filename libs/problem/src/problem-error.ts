import { catalogueEntry, type CatalogueEntry, type ProblemCode } from './catalogue.js';
import type { UpstreamRefusal } from './problem.js';

/** One text for all languages, or one for each. */
export type LocalText = string | { readonly en: string; readonly zh: string };

/** An InputError (problem.ts) before the language is known. */
export interface LocalInputError {
  readonly pointer: string;
  readonly message: LocalText;
}

export interface ProblemOptions {
  /** In place of the catalogue's detail. Must hold no secret, host, file path or text of the upstream's. */
  readonly detail?: LocalText | undefined;
  readonly errors?: readonly LocalInputError[] | undefined;
  readonly upstream?: UpstreamRefusal | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly outcome?: 'unknown' | undefined;
  /** In place of the catalogue's judgement, where the one who raises it knows better. */
  readonly retryable?: boolean | undefined;
  /** Headers that belong to this problem: `allow` with 405, `content-range` with 416. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What really happened: for the log, never for the caller. */
  readonly cause?: unknown;
}

/** A failure that the caller is told about, by a code of the catalogue. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ProblemCode,
    readonly options: ProblemOptions = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
  }

  get entry(): CatalogueEntry {
    return catalogueEntry(this.code);
  }

  get status(): number {
    return this.entry.status;
  }

  get retryable(): boolean {
    return this.options.retryable ?? this.entry.retryable ?? false;
  }

  get retryAfterSeconds(): number | undefined {
    return this.options.retryAfterSeconds ?? this.entry.retryAfterSeconds;
  }
}

import { getProblemTexts, type Language } from './problem-catalog.js';
import type { InputError, ProblemDocument, UpstreamErrorDetails } from './problem-document.js';
import type { LocalizedInputError, ProblemError } from './problem-error.js';

export interface ProblemDocumentContext {
  readonly language: Language;
  readonly traceId?: string;
  /** Path of the request without its query, which can hold secrets. */
  readonly instance?: string;
}

/**
 * The document of a problem (RFC 9457). `type` is a relative reference, so that it is valid at every origin of the
 * gateway. A member that does not apply is undefined, and is absent in the JSON.
 */
export function createProblemDocument(error: ProblemError, context: ProblemDocumentContext): ProblemDocument {
  const { detail, errors, upstream } = error.options;
  const outcome = error.options.outcome ?? (error.code === 'outcome-unknown' ? 'unknown' : undefined);
  const texts = getProblemTexts(error.code, context.language);
  return {
    type: `/problems/${error.code}`,
    title: texts.title,
    status: error.status,
    detail: detail?.[context.language] ?? texts.detail,
    instance: context.instance,
    code: error.code,
    retryable: error.retryable,
    traceId: context.traceId,
    upstream: upstream && pickUpstreamErrorDetails(upstream),
    errors: errors?.map((entry) => localizeInputError(entry, context.language)),
    outcome,
  };
}

function localizeInputError(entry: LocalizedInputError, language: Language): InputError {
  return { pointer: entry.pointer, message: entry.message[language] };
}

/** Picks the members by name: the object may hold more members, which callers must not see. */
function pickUpstreamErrorDetails({ operation, code }: UpstreamErrorDetails): UpstreamErrorDetails {
  return { operation, code };
}

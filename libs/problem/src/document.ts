import { problemTexts, type Language } from './catalogue.js';
import type { InputError, ProblemDocument } from './problem.js';
import type { LocalInputError, LocalText, ProblemError } from './problem-error.js';

export interface DocumentContext {
  readonly language: Language;
  readonly traceId?: string | undefined;
  /** Path of the request, without its query: a query can hold secrets. */
  readonly instance?: string | undefined;
}

/** The document of a problem (RFC 9457). Its `type` is a reference relative to the gateway, where docs may be served. */
export function problemDocument(error: ProblemError, context: DocumentContext): ProblemDocument {
  const { detail, errors, upstream } = error.options;
  const outcome = error.options.outcome ?? (error.code === 'outcome-unknown' ? 'unknown' : undefined);
  const texts = problemTexts(error.code, context.language);
  return {
    type: `/problems/${error.code}`,
    title: texts.title,
    status: error.status,
    detail: detail === undefined ? texts.detail : inLanguage(detail, context.language),
    ...(context.instance !== undefined && { instance: context.instance }),
    code: error.code,
    retryable: error.retryable,
    ...(context.traceId !== undefined && { traceId: context.traceId }),
    ...(upstream && { upstream: upstreamRefusal(upstream) }),
    ...(errors && { errors: errors.map((entry) => inputError(entry, context.language)) }),
    ...(outcome && { outcome }),
  };
}

function inLanguage(text: LocalText, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

function inputError(entry: LocalInputError, language: Language): InputError {
  return { pointer: entry.pointer, message: inLanguage(entry.message, language) };
}

/** Picks by name: whoever raises the problem may hand in an object that knows more than callers should. */
function upstreamRefusal(upstream: NonNullable<ProblemDocument['upstream']>): NonNullable<ProblemDocument['upstream']> {
  return { operation: upstream.operation, ...(upstream.code !== undefined && { code: upstream.code }) };
}

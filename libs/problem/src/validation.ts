import type { ValidationError } from 'class-validator';
import type { LocalizedInputError, LocalizedText } from './problem-error.js';
import { ProblemError } from './problem-error.js';
import { localizeConstraint } from './localize-constraint.js';

export type InputLocation = 'body' | 'query' | 'path';

// Limits of the error list, because the caller decides how many mistakes the input has and how deep they are. The limits
// of the input itself (S22) are checked elsewhere. Lengths are in characters.
const maxErrors = 50;
const maxDepth = 32;
const maxPointerTokenLength = 100;
const maxPointerLength = 256;

const locationNames: Readonly<Record<InputLocation, { readonly en: string; readonly zh: string }>> = {
  body: { en: 'body', zh: '请求体' },
  query: { en: 'query', zh: '查询参数' },
  path: { en: 'path', zh: '路径参数' },
};

function createDetail(location: InputLocation, isComplete: boolean): LocalizedText {
  const { en, zh } = locationNames[location];
  return isComplete
    ? { en: `The ${en} breaks the rules that "errors" names.`, zh: `${zh}不符合 "errors" 中列出的规则。` }
    : {
        en: `The ${en} breaks the rules that "errors" names. Only the first ${maxErrors} mistakes are listed.`,
        zh: `${zh}不符合 "errors" 中列出的规则。仅列出前 ${maxErrors} 个错误。`,
      };
}

/**
 * The problem for the errors of class-validator: one entry for each violated constraint, with a JSON Pointer (RFC 6901).
 * The values of the input are not repeated, because they may be secret.
 */
export function createValidationProblem(
  validationErrors: readonly ValidationError[],
  location?: InputLocation,
): ProblemError {
  const errors: LocalizedInputError[] = [];
  collectErrors(validationErrors, '', 0, errors);
  return new ProblemError('invalid-input', {
    errors: errors.slice(0, maxErrors),
    detail: location && createDetail(location, errors.length <= maxErrors),
  });
}

/** The problem for one mistake, for rules that a decorator cannot express. */
export function createInvalidInputProblem(pointer: string, message: LocalizedText): ProblemError {
  return new ProblemError('invalid-input', { errors: [{ pointer, message }] });
}

/** One token of a JSON Pointer, with its slash. Long names are truncated. */
export function encodePointerToken(name: string): string {
  return `/${name.slice(0, maxPointerTokenLength).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function collectErrors(
  validationErrors: readonly ValidationError[],
  parentPointer: string,
  depth: number,
  errors: LocalizedInputError[],
): void {
  for (const error of validationErrors) {
    const pointer = (parentPointer + encodePointerToken(error.property)).slice(0, maxPointerLength);
    const contexts = (error.contexts ?? {}) as Readonly<Record<string, { readonly zh?: string }>>;
    for (const [constraint, message] of Object.entries(error.constraints ?? {})) {
      // One more than is listed shows that the list is not complete.
      if (errors.length > maxErrors) return;
      errors.push({ pointer, message: localizeConstraint(constraint, message, contexts[constraint]) });
    }
    if (error.children && depth < maxDepth) collectErrors(error.children, pointer, depth + 1, errors);
  }
}

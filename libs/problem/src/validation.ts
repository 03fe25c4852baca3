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

const detailsByLocation: Readonly<Record<InputLocation, LocalizedText>> = {
  body: { en: 'The body breaks the rules that "errors" names.', zh: '请求体不符合 "errors" 中列出的规则。' },
  query: { en: 'The query breaks the rules that "errors" names.', zh: '查询参数不符合 "errors" 中列出的规则。' },
  path: { en: 'The path breaks the rules that "errors" names.', zh: '路径参数不符合 "errors" 中列出的规则。' },
};

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
  return new ProblemError('invalid-input', { errors, detail: location && detailsByLocation[location] });
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
    for (const [constraint, message] of Object.entries(error.constraints ?? {})) {
      if (errors.length >= maxErrors) return;
      errors.push({ pointer, message: localizeConstraint(constraint, message) });
    }
    if (error.children && depth < maxDepth) collectErrors(error.children, pointer, depth + 1, errors);
  }
}

import type { ValidationError } from 'class-validator';
import type { LocalInputError, LocalText } from './problem-error.js';
import { ProblemError } from './problem-error.js';
import { constraintText } from './constraint-text.js';

export type InputPlace = 'body' | 'query' | 'path';

/** Bounds for what is answered: a caller decides how many mistakes are made and how deep. */
const mostErrors = 50;
const mostDepth = 32;
const longestStep = 100;
const longestPointer = 256;

const details: Readonly<Record<InputPlace, LocalText>> = {
  body: { en: 'The body breaks the rules that "errors" names.', zh: '请求体不符合 "errors" 中列出的规则。' },
  query: { en: 'The query breaks the rules that "errors" names.', zh: '查询参数不符合 "errors" 中列出的规则。' },
  path: { en: 'The path breaks the rules that "errors" names.', zh: '路径参数不符合 "errors" 中列出的规则。' },
};

/**
 * The problem of what class-validator found: one error for each broken rule, with a JSON Pointer (RFC 6901). Values are
 * not repeated: they are the caller's and may be secret.
 */
export function validationProblem(found: readonly ValidationError[], place?: InputPlace): ProblemError {
  const errors: LocalInputError[] = [];
  collect(found, '', 0, errors);
  return new ProblemError('invalid-input', { errors, detail: place && details[place] });
}

/** The problem of one mistake found by hand, for rules that no decorator can say. */
export function invalidInput(pointer: string, message: LocalText): ProblemError {
  return new ProblemError('invalid-input', { errors: [{ pointer, message }] });
}

/** One step of a JSON Pointer. */
export function pointerStep(name: string): string {
  return `/${name.slice(0, longestStep).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function collect(found: readonly ValidationError[], above: string, depth: number, into: LocalInputError[]): void {
  for (const error of found) {
    const pointer = (above + pointerStep(error.property)).slice(0, longestPointer);
    for (const [constraint, message] of Object.entries(error.constraints ?? {})) {
      if (into.length >= mostErrors) return;
      into.push({ pointer, message: constraintText(constraint, message) });
    }
    if (error.children && depth < mostDepth) collect(error.children, pointer, depth + 1, into);
  }
}

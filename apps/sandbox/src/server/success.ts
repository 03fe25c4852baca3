import { printJson } from '../contract/lossless-json.js';
import type { Answer } from '../operation.js';

/** Texts of success seen in the reference's examples: different from page to page, and never to be tested. */
const TEXTS = ['success', '成功', 'OK', 'Success.', 'success.', 'Successful.'];

/** How the table of an operation types `code`; a few tables have neither `code` nor `msg`. */
export type CodeForm = 'number' | 'text' | 'absent';

/** The members that an operation adds to every success; the same in every run. */
export function successMembers(operationId: string, code: CodeForm): Answer {
  if (code === 'absent') return {};
  let sum = 0;
  for (const letter of operationId) sum += letter.charCodeAt(0);
  return { code: code === 'text' ? '0' : 0, msg: TEXTS[sum % TEXTS.length] };
}

/** The body of a success: as a plain value for the contract's judge, and as the text that goes out. */
export function successBody(answer: Answer, members: Answer): { readonly value: unknown; readonly text: string } {
  const body = { ...answer, ...members };
  const { text, hasBigNumbers } = printJson(body);
  return { value: hasBigNumbers ? (JSON.parse(text) as unknown) : body, text };
}

import { stringifyLossless } from '../contract/lossless-json.js';
import type { CodeType } from '../contract/response-validator.js';
import type { OperationResponse } from '../operation.js';

/** The texts of `msg` in the reference's examples. They differ from page to page, so a caller must not compare them. */
const successMessages = ['success', '成功', 'OK', 'Success.', 'success.', 'Successful.'];

/** The members that the server adds to each successful response of an operation. They are the same in every run. */
export function createSuccessMembers(operationId: string, code: CodeType): OperationResponse {
  if (code === 'absent') return {};
  let sum = 0;
  for (const letter of operationId) sum += letter.charCodeAt(0);
  return { code: code === 'text' ? '0' : 0, msg: successMessages[sum % successMessages.length] };
}

/** The body of a successful response: as a plain value for the response validator, and as the text to send. */
export function createSuccessBody(
  response: OperationResponse,
  members: OperationResponse,
): { readonly value: unknown; readonly text: string } {
  const body = { ...response, ...members };
  const { text, hasBigNumbers } = stringifyLossless(body);
  return { value: hasBigNumbers ? (JSON.parse(text) as unknown) : body, text };
}

import { ProblemError } from '#problem';
import { Text } from './fields.js';

/** `?confirm=` of calls that cannot be undone: the id of what is to go, a second time. */
export class ConfirmationQuery {
  @Text({ max: 128, optional: true, description: 'The id of what is to go, once more: this cannot be undone.' })
  confirm?: string | undefined;
}

/** @throws ProblemError confirmation-required unless `confirm` is what is expected */
export function requireConfirmation({ confirm }: ConfirmationQuery, expected: string): void {
  if (confirm !== expected) {
    throw new ProblemError('confirmation-required', {
      detail: { en: `Repeat the call with ?confirm=${expected}.`, zh: `请使用 ?confirm=${expected} 重新调用。` },
      errors: [{ pointer: '/confirm', message: `must be ${expected}` }],
    });
  }
}

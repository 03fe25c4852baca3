import { ProblemError } from '#problem';
import { StringField } from './fields.js';

/** `?confirm=` of calls that cannot be undone. It repeats the id of what the call deletes. */
export class ConfirmationQuery {
  @StringField({
    maxLength: 128,
    optional: true,
    description: 'Repeats the id of what is deleted. This cannot be undone.',
  })
  confirm?: string;
}

/** @throws ProblemError confirmation-required unless `confirm` equals `expected` */
export function requireConfirmation({ confirm }: ConfirmationQuery, expected: string): void {
  if (confirm !== expected) {
    throw new ProblemError('confirmation-required', {
      detail: { en: `Repeat the call with ?confirm=${expected}.`, zh: `请使用 ?confirm=${expected} 重新调用。` },
      errors: [{ pointer: '/confirm', message: { en: `must be ${expected}`, zh: `必须是 ${expected}` } }],
    });
  }
}

import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { StringField } from './fields.js';

/**
 * The name of a group, which is also the name of its space: 1 to 30 characters, none of `< > | : " * ? / \`, not
 * blank, not `.` or `..`. Control characters are allowed, unlike in the names of files.
 */
export function GroupNameField(options: { optional?: boolean; description?: string } = {}): PropertyDecorator {
  return applyDecorators(
    StringField({ maxLength: 30, example: 'Launch', ...options }),
    Matches(/^(?!\s*$)(?!\.{1,2}$)[^<>|:"*?/\\]*$/, {
      message: '$property must not contain < > | : " * ? / \\ and must not be blank, "." or ".."',
    }),
  );
}

import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { StringField } from './fields.js';
import { ruleText } from './rule-text.js';

/**
 * The name of a group, which is also the name of its space: 1 to 30 characters, none of `< > | : " * ? / \`, not
 * blank, not `.` or `..`. Control characters are allowed, unlike in the names of files.
 */
export function GroupNameField(options: { optional?: boolean; description?: string } = {}): PropertyDecorator {
  return applyDecorators(
    StringField({ maxLength: 30, example: 'Launch', ...options }),
    Matches(
      /^(?!\s*$)(?!\.{1,2}$)[^<>|:"*?/\\]*$/,
      ruleText(
        'must not contain < > | : " * ? / \\ and must not be blank, "." or ".."',
        '不得包含 < > | : " * ? / \\，不得为空白，也不得为“.”或“..”',
      ),
    ),
  );
}

import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Text } from './fields.js';

/** Name of a group, which is that of its space: one to thirty characters, without those that no file name holds. */
export function GroupName(options: { optional?: boolean; description?: string } = {}): PropertyDecorator {
  return applyDecorators(
    Text({ max: 30, example: 'Launch', ...options }),
    Matches(/^(?!\s*$)(?!\.{1,2}$)[^<>|:"*?/\\]*$/, {
      message: '$property must not contain < > | : " * ? / \\ and must not be blank, "." or ".."',
    }),
  );
}

import { type Type, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { createInvalidInputProblem, createValidationProblem, encodePointerToken, type InputLocation } from '#problem';
import type { InputType } from './declared-inputs.js';

const createValidator = (location: InputLocation): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    // One error for each field is enough: the length of a value that is no string says nothing.
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => createValidationProblem(errors, location),
  });

const loneSurrogatePattern = /\p{Surrogate}/u;

const validators = {
  param: createValidator('path'),
  query: createValidator('query'),
  body: createValidator('body'),
} as const satisfies Record<InputType, ValidationPipe>;

/**
 * Validates a value against its DTO class with class-validator and converts it to an instance.
 *
 * @throws ProblemError invalid-input; names each wrong member by JSON Pointer, unknown members included
 */
export function validateInput(type: InputType, dtoClass: unknown, value: unknown): Promise<unknown> {
  // A missing body counts as an empty one: the errors then name the members that are required.
  const input = type === 'body' && value === undefined ? {} : value;
  rejectUnusualValues(input);
  return validators[type].transform(input, { type, metatype: dtoClass as Type });
}

/**
 * What class-validator does not reject: a value that is not an object; members with the names of Object.prototype
 * (`constructor`, `toString`), which it takes for known members; half of a surrogate pair, which no UTF-8 can express, so
 * that the upstream would store another text.
 */
function rejectUnusualValues(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw createInvalidInputProblem('', { en: 'must be an object', zh: '必须是对象' });
  }
  rejectUnusualValuesBelow(value, '');
}

function rejectUnusualValuesBelow(node: unknown, parentPointer: string): void {
  if (typeof node === 'string' && loneSurrogatePattern.test(node)) {
    throw createInvalidInputProblem(parentPointer, { en: 'must be Unicode text', zh: '必须是 Unicode 文本' });
  }
  if (typeof node !== 'object' || node === null) return;
  for (const [name, member] of Object.entries(node)) {
    const pointer = parentPointer + encodePointerToken(name);
    if (name in Object.prototype) throw createInvalidInputProblem(pointer, { en: 'is no known field', zh: '未知字段' });
    rejectUnusualValuesBelow(member, pointer);
  }
}

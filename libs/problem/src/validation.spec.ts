import { describe, expect, it } from '@jest/globals';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  validateSync,
  ValidateNested,
} from 'class-validator';
import 'reflect-metadata';
import { createProblemDocument } from './create-problem-document.js';
import type { InputError } from './problem-document.js';
import { createInvalidInputProblem, encodePointerToken, createValidationProblem } from './validation.js';

class Entry {
  @IsString()
  id!: unknown;
}

class Input {
  @IsString()
  @MaxLength(5)
  name: unknown = 'ok';

  @IsInt()
  @Min(1)
  @Max(100)
  limit: unknown = 1;

  @IsIn(['copy', 'move'])
  action: unknown = 'copy';

  @IsOptional()
  @Matches(/^x$/, { message: 'must be the letter x', context: { zh: '必须是字母 x' } })
  letter: unknown = 'x';

  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(2)
  tags: unknown = [];

  @ValidateNested({ each: true })
  @Type(() => Entry)
  entries: unknown = [];
}

function validate(plain: object, language: 'en' | 'zh' = 'en'): readonly InputError[] {
  const errors = validateSync(plainToInstance(Input, plain, { exposeDefaultValues: true }), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  return createProblemDocument(createValidationProblem(errors, 'body'), { language }).errors ?? [];
}

describe('A validation problem', () => {
  it('contains a JSON Pointer to the field, and the limit', () => {
    expect(validate({ name: 'too long' })).toEqual([
      { pointer: '/name', message: 'must be at most 5 characters long' },
    ]);
    expect(validate({ limit: 101 })).toEqual([{ pointer: '/limit', message: 'must be at most 100' }]);
    expect(validate({ action: 'jump' })).toEqual([{ pointer: '/action', message: 'must be one of: copy, move' }]);
  });

  it('has messages in Chinese', () => {
    expect(validate({ name: 'too long', limit: 0, action: 'jump' }, 'zh').map(({ message }) => message)).toEqual([
      '长度不得超过 5 个字符',
      '不得小于 1',
      '必须是下列之一：copy, move',
    ]);
  });

  it('points to nested entries by their index', () => {
    expect(validate({ entries: [{ id: 'a' }, { id: 7 }] })).toEqual([
      { pointer: '/entries/1/id', message: 'must be text' },
    ]);
  });

  it('says that a message is about each entry of an array', () => {
    expect(validate({ tags: [1] })).toEqual([{ pointer: '/tags', message: 'each entry must be text' }]);
  });

  it('points to an unknown field, escaped by RFC 6901, and truncates a long name', () => {
    expect(validate({ 'a/b~c': 1 })).toEqual([{ pointer: '/a~1b~0c', message: 'is no known field' }]);
    expect(validate({ ['x'.repeat(10_000)]: 1 })[0]?.pointer.length).toBeLessThan(300);
  });

  it('contains the custom message of a decorator', () => {
    expect(validate({ letter: 'y' })).toEqual([{ pointer: '/letter', message: 'must be the letter x' }]);
    expect(validate({ letter: 'y' }, 'zh')).toEqual([{ pointer: '/letter', message: '必须是字母 x' }]);
  });

  it('never contains the value', () => {
    expect(JSON.stringify(validate({ name: 'hunter2-hunter2', limit: 'hunter2', tags: [['hunter2']] }))).not.toContain(
      'hunter2',
    );
  });

  it('contains at most fifty errors', () => {
    const entries = Array.from({ length: 500 }, () => ({ id: 1 }));
    expect(validate({ entries })).toHaveLength(50);
  });

  it('can be created for a single mistake', () => {
    const document = createProblemDocument(
      createInvalidInputProblem('/cursor', { en: 'is not one of ours', zh: '不是此列表的游标' }),
      {
        language: 'en',
      },
    );
    expect(document).toMatchObject({ status: 422, errors: [{ pointer: '/cursor', message: 'is not one of ours' }] });
  });

  it('handles __proto__ like any other name', () => {
    expect(encodePointerToken('__proto__')).toBe('/__proto__');
  });
});

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
import { problemDocument } from './document.js';
import type { InputError } from './problem.js';
import { invalidInput, pointerStep, validationProblem } from './validation.js';

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
  @Matches(/^x$/, { message: 'must be the letter x' })
  letter: unknown = 'x';

  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(2)
  tags: unknown = [];

  @ValidateNested({ each: true })
  @Type(() => Entry)
  entries: unknown = [];
}

function errorsOf(plain: object, language: 'en' | 'zh' = 'en'): readonly InputError[] {
  const found = validateSync(plainToInstance(Input, plain, { exposeDefaultValues: true }), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  return problemDocument(validationProblem(found, 'body'), { language }).errors ?? [];
}

describe('What validation found', () => {
  it('names the field by a JSON Pointer and the limit by its number', () => {
    expect(errorsOf({ name: 'too long' })).toEqual([
      { pointer: '/name', message: 'must be at most 5 characters long' },
    ]);
    expect(errorsOf({ limit: 101 })).toEqual([{ pointer: '/limit', message: 'must be at most 100' }]);
    expect(errorsOf({ action: 'jump' })).toEqual([{ pointer: '/action', message: 'must be one of: copy, move' }]);
  });

  it('says the same in Chinese', () => {
    expect(errorsOf({ name: 'too long', limit: 0, action: 'jump' }, 'zh').map(({ message }) => message)).toEqual([
      '长度不得超过 5 个字符',
      '不得小于 1',
      '必须是下列之一：copy, move',
    ]);
  });

  it('reaches into nested entries by their index', () => {
    expect(errorsOf({ entries: [{ id: 'a' }, { id: 7 }] })).toEqual([
      { pointer: '/entries/1/id', message: 'must be text' },
    ]);
  });

  it('says when each entry is meant', () => {
    expect(errorsOf({ tags: [1] })).toEqual([{ pointer: '/tags', message: 'each entry must be text' }]);
  });

  it('names an unknown field, escaped as RFC 6901 wants, and cuts one that is absurdly long', () => {
    expect(errorsOf({ 'a/b~c': 1 })).toEqual([{ pointer: '/a~1b~0c', message: 'is no known field' }]);
    expect(errorsOf({ ['x'.repeat(10_000)]: 1 })[0]?.pointer.length).toBeLessThan(300);
  });

  it('passes on a message that the rule itself brings', () => {
    expect(errorsOf({ letter: 'y' })).toEqual([{ pointer: '/letter', message: 'must be the letter x' }]);
  });

  it('never repeats the value', () => {
    expect(JSON.stringify(errorsOf({ name: 'hunter2-hunter2', limit: 'hunter2', tags: [['hunter2']] }))).not.toContain(
      'hunter2',
    );
  });

  it('stops at fifty mistakes', () => {
    const entries = Array.from({ length: 500 }, () => ({ id: 1 }));
    expect(errorsOf({ entries })).toHaveLength(50);
  });

  it('can be a single mistake that no decorator could find', () => {
    const document = problemDocument(invalidInput('/cursor', 'is not one of ours'), { language: 'en' });
    expect(document).toMatchObject({ status: 422, errors: [{ pointer: '/cursor', message: 'is not one of ours' }] });
  });

  it('keeps __proto__ a name like any other', () => {
    expect(pointerStep('__proto__')).toBe('/__proto__');
  });
});

import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import 'reflect-metadata';
import { CommaSeparated } from './query-conversions.js';
import { UniqueItems } from './unique-items.js';

class Query {
  @CommaSeparated(3)
  ids: unknown;
}

const convert = (ids: unknown): unknown => plainToInstance(Query, { ids }).ids;

describe('A list in a query', () => {
  it('is split at its commas', () => {
    expect(convert('a, b')).toEqual(['a', 'b']);
    expect(convert(['a', 'b'])).toBe(false);
  });

  it('holds at most one value too many, by which the validation sees that it is too long', () => {
    expect(convert('a,'.repeat(5_000))).toEqual(['a', 'a', 'a', 'a']);
  });
});

describe('UniqueItems', () => {
  let identified = 0;
  class Files {
    @UniqueItems((file) => {
      identified += 1;
      return (file as { id: string }).id;
    })
    files: unknown;
  }
  const isValid = (files: unknown): boolean => validateSync(Object.assign(new Files(), { files })).length === 0;
  const createFiles = (count: number): { id: string }[] =>
    Array.from({ length: count }, (_, id) => ({ id: String(id) }));

  it('accepts different items only', () => {
    expect(isValid(createFiles(3))).toBe(true);
    expect(isValid([...createFiles(3), { id: '1' }])).toBe(false);
    expect(isValid([null, null])).toBe(false);
    expect(isValid('text')).toBe(false);
  });

  it('looks at each item once', () => {
    identified = 0;
    isValid(createFiles(1000));
    expect(identified).toBe(1000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { projectFields } from './projection.js';

describe('projectFields', () => {
  const file = { id: 'F1', name: 'a.txt', size: 3 };

  it('picks the named fields of one resource', () => {
    expect(projectFields(file, ['id', 'size'])).toEqual({ id: 'F1', size: 3 });
  });

  it('picks the named fields of each entry of a list and keeps all fields of the list itself', () => {
    expect(projectFields({ items: [file], nextCursor: null, total: 1 }, ['name'])).toEqual({
      items: [{ name: 'a.txt' }],
      nextCursor: null,
      total: 1,
    });
  });

  it('returns all fields when no fields are requested', () => {
    expect(projectFields(file, undefined)).toBe(file);
  });

  it('returns no member of the prototype', () => {
    expect(projectFields(file, ['constructor'])).toEqual({});
  });
});

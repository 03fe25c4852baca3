import { describe, expect, it } from '@jest/globals';
import { project } from './projection.js';

describe('?fields=', () => {
  const file = { id: 'F1', name: 'a.txt', size: 3 };

  it('picks the named fields of one resource', () => {
    expect(project(file, 'id,size')).toEqual({ id: 'F1', size: 3 });
  });

  it('picks the named fields of each entry of a list and leaves the list itself whole', () => {
    expect(project({ items: [file], nextCursor: null, total: 1 }, 'name')).toEqual({
      items: [{ name: 'a.txt' }],
      nextCursor: null,
      total: 1,
    });
  });

  it('answers everything when nothing is asked for', () => {
    expect(project(file, undefined)).toBe(file);
  });

  it('gives no field of the prototype', () => {
    expect(project(file, 'constructor')).toEqual({});
  });
});

import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { StringField, NestedArrayField, NestedField } from './fields.js';
import { createJsonBounds } from './json-bounds.js';

class Tree {
  @NestedField(() => Tree)
  child!: unknown;
}

class Row {
  @StringField({ maxLength: 5 })
  name!: string;
}

class Table {
  @NestedArrayField(() => Row)
  rows!: Row[];
}

class LimitedTable {
  @NestedArrayField(() => Row, { maxItems: 3 })
  rows!: Row[];
}

describe('The bounds of a body', () => {
  it('are those of its decorators, also in lists of other classes', () => {
    const rows = createJsonBounds(LimitedTable).members?.get('rows');
    expect(rows?.maxEntries).toBe(3);
    expect(rows?.entries?.members?.get('name')?.maxTextLength).toBe(5);
  });

  it('cannot be computed for a list without a limit', () => {
    expect(() => createJsonBounds(Table)).toThrow('Table.rows is a list of a body: it needs maxItems');
  });

  it('cannot be computed for a class that contains itself', () => {
    expect(() => createJsonBounds(Tree)).toThrow('Tree contains itself');
  });
});

import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { IdField, NestedArrayField, StringArrayField, StringField } from './fields.js';
import { createJsonBounds, type JsonBounds, undeclared } from './json-bounds.js';
import { type JsonScan, scanJson } from './json-scanner.js';

class Entry {
  @IdField()
  id!: string;

  @StringField({ maxLength: 8192 })
  path!: string;

  @StringField({ maxLength: 1024 })
  ifNoneMatch!: string;
}

class Batch {
  @NestedArrayField(() => Entry, { maxItems: 50 })
  requests!: Entry[];
}

class Job {
  @StringArrayField({ maxItems: 999, maxLength: 4096 })
  entries!: string[];

  @StringField({ maxLength: 256 })
  password!: string;
}

const batch = createJsonBounds(Batch);
const job = createJsonBounds(Job);
const maxBodyBytes = 1024 * 1024;

const scan = (text: string, bounds: JsonBounds = batch): JsonScan => scanJson(Buffer.from(text), bounds);
const findPointer = (text: string, bounds?: JsonBounds): string | undefined => scan(text, bounds).violation?.pointer;
/** Values in a list, and members, up to the limit of a body. */
const fillList = (item: string): string => `[${`${item},`.repeat(maxBodyBytes / (item.length + 1))}${item}]`;
const createMembers = (count: number, value = '1'): string =>
  Array.from({ length: count }, (_, index) => `"a${index}":${value}`).join();

describe('S29: the work for a body is bounded before it is parsed', () => {
  it.each([
    ['a list of objects', `{"requests":${fillList('{}')}}`, '/requests', 300],
    ['a list of numbers', `{"requests":${fillList('0')}}`, '/requests', 300],
    ['a list of lists', `{"requests":${fillList('[]')}}`, '/requests', 300],
    ['unknown members', `{${createMembers(80_000)}}`, '/a50', 1_000],
    ['unknown members of an entry', `{"requests":[{${createMembers(80_000)}}]}`, '/requests/0/a50', 1_000],
    ['a list in place of a text', `{"requests":[{"id":${fillList('1')}}]}`, '/requests/0/id/50', 300],
    ['an unknown list', `{"surprise":${fillList('"x"')}}`, '/surprise/49', 300],
    ['members of one name', `{${'"requests":[],'.repeat(70_000)}"requests":[]}`, '/requests', 100],
    ['a text', `{"requests":[{"path":"${'x'.repeat(1_000_000)}"}]}`, '/requests/0/path', 17_000],
    ['a text of escapes', `{"requests":[{"path":"${'\\u0041'.repeat(170_000)}"}]}`, '/requests/0/path', 100_000],
    ['an unknown text', `{"surprise":"${'x'.repeat(1_000_000)}"}`, '/surprise', 1_000],
  ])('%s: stops where the bound is exceeded', (_name, text, pointer, maxBytes) => {
    const { violation, bytes, values } = scan(text);
    expect(violation?.pointer).toBe(pointer);
    expect(bytes).toBeLessThan(maxBytes);
    expect(values).toBeLessThanOrEqual(1 + 1 + 50 * 4 + 50 + 1);
  });

  it('a long name of a member: names its beginning', () => {
    const { violation, bytes } = scan(`{"${'x'.repeat(1_000_000)}":1}`);
    expect(violation?.pointer).toBe(`/${'x'.repeat(100)}`);
    expect(bytes).toBeLessThan(1_000);
  });

  it('reads each byte once', () => {
    expect(scan(`${' '.repeat(1_000_000)}{"requests":[]}`).bytes).toBe(1_000_015);
  });

  it('nesting: 16 levels', () => {
    const nest = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    expect(scan(nest(16)).violation).toBeUndefined();
    expect(findPointer(nest(17))).toBe('');
    expect(findPointer('['.repeat(maxBodyBytes))).toBe('');
  });

  it('a route that takes no body: 50 values', () => {
    expect(scan('{}', undeclared).violation).toBeUndefined();
    expect(findPointer(`{${createMembers(50)}}`, undeclared)).toBe('/a49');
  });
});

describe('What the DTO can hold is within the bounds', () => {
  it('the largest batch', () => {
    const requests = Array.from({ length: 50 }, (_, id) => ({
      id: `i${id}`,
      path: 'x'.repeat(8192),
      ifNoneMatch: '"1"',
    }));
    expect(scan(JSON.stringify({ requests }))).toMatchObject({ values: 1 + 1 + 50 * 4, malformed: false });
    expect(findPointer(JSON.stringify({ requests: [...requests, requests[0]] }))).toBe('/requests');
  });

  it('lists of texts, up to their number and length', () => {
    const createEntries = (count: number, length: number) =>
      JSON.stringify({ entries: Array(count).fill('x'.repeat(length)) });
    expect(scan(createEntries(999, 1000), job).violation).toBeUndefined();
    expect(scan(createEntries(10, 4096), job).violation).toBeUndefined();
    expect(findPointer(createEntries(1000, 1), job)).toBe('/entries');
    expect(findPointer(createEntries(10, 8193), job)).toBe('/entries/0');
  });

  it.each([
    ['an emoji of two code units', '😀', '\\ud83d\\ude00'],
    ['a character with a variation selector', '❤\ufe0f', '\\u2764\\uFE0F'],
    ['a character of three bytes', '文', '\\u6587'],
  ])('%s counts as one character', (_name, character, escaped) => {
    for (const text of [character, escaped]) {
      expect(scan(`{"password":"${text.repeat(256)}"}`, job).violation).toBeUndefined();
      expect(findPointer(`{"password":"${text.repeat(513)}"}`, job)).toBe('/password');
    }
  });

  it('up to 50 values that it does not hold: the validation names them', () => {
    expect(scan(`{${createMembers(49)},"requests":[{"id":{}}]}`).violation).toBeUndefined();
    expect(findPointer(`{${createMembers(50)},"requests":[{"id":{"x":1}}]}`)).toBe('/requests/0/id/x');
  });
});

describe('The names of members', () => {
  it('are compared as JSON reads them', () => {
    expect(findPointer(`{"\\u0072equests":${fillList('{}')}}`)).toBe('/requests');
    expect(findPointer('{"requests":[],"\\u0072equests":[]}')).toBe('/requests');
    expect(findPointer('{"a/b":1,"a\\/b":2}')).toBe('/a~1b');
  });

  it('may be those of Object.prototype', () => {
    expect(findPointer(`{"constructor":${fillList('1')}}`)).toBe('/constructor/49');
    expect(findPointer(`{"__proto__":${fillList('1')}}`)).toBe('/__proto__/49');
  });
});

describe('A text that is not JSON', () => {
  it.each([
    '',
    ' ',
    '{',
    '[',
    '"',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{a:1}',
    '{"a":1}}',
    '[1 2]',
    '[1,',
    '"\\',
    '{"\\x":1}',
    ':',
    '{"a":1,}',
    '\u0000',
  ])('%j is not parsed where the scan cannot go on', (text) => expect(scan(text).malformed).toBe(true));

  it('is whatever JSON.parse rejects, after any change of one character', () => {
    const text = '{"a":[1,-0.5e+3,true,null,"x\\u00e9\\n"],"b":{"c":""}}';
    const changes = [...'{}[],:"\\/-+.0e tnuf', '\n', '\u0001', '文', ''];
    const accepts = (parse: () => unknown): boolean => {
      try {
        parse();
        return true;
      } catch {
        return false;
      }
    };
    for (let index = 0; index < text.length; index += 1) {
      for (const change of changes) {
        const changed = text.slice(0, index) + change + text.slice(index + 1);
        const { malformed, violation } = scan(changed, undeclared);
        if (violation) continue;
        expect([changed, malformed]).toEqual([changed, !accepts(() => JSON.parse(changed) as unknown)]);
      }
    }
  });
});

import type { OpenApiDocument } from './openapi-validator.js';
import { dereference, type OpenApiSchema, schemaType } from './schema-samples.js';

/* Values that break one rule of a schema of the OpenAPI description each. */

/** Escapes that are not UTF-8: of GBK, of half a character, and no escape at all. */
export const invalidEscapes = ['%BB%E1', '%E4%BC', '100%zz'];
export const invalidIds = ['a%2Fb', '..', '%2e%2e', '.', 'a.b', 'a%00b', '%20', '%E6%96%87', 'a;b', 'x'.repeat(129)];
const invalidFileNames = [
  ...['<', '>', '|', ':', '"', '*', '?', '/', '\\', '\n', '\u0000', '\u007f'].map((c) => `a${c}b`),
  ...['.', '..', '', '\ud800', 'x'.repeat(251)],
];
const invalidNumbers = [
  'x',
  '1e1',
  '5.5',
  '',
  ' 5',
  '5 ',
  '+5',
  '0x5',
  '99999999999999999999',
  'NaN',
  'Infinity',
  'null',
];
/** Names of parameters that no route declares. */
export const undeclaredNames = [
  'surprise',
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  '$where',
  'a%2Fb',
];
const wrongTypeValues: Readonly<Record<string, readonly unknown[]>> = {
  string: [5, true, {}, ['x'], null],
  integer: ['5', 1.5, -1, 1e300, true, {}, [1], null],
  boolean: ['true', 0, {}, null],
  array: ['x', {}, 5, null, [null], [[]], [[[]]]],
  object: ['x', 5, [], null],
};

/** Texts that are invalid for a parameter with this schema. */
export function invalidQueryValues({
  type,
  enum: words,
  pattern,
  minimum,
  maximum,
  maxLength,
}: OpenApiSchema): string[] {
  if (words) return ['nonsense', 'constructor', '', `${String(words[0])} `, String(words[0]).toUpperCase() + 'X'];
  if (type === 'integer' || type === 'number') {
    const outOfRange = [minimum !== undefined && minimum - 1, maximum !== undefined && maximum + 1];
    return [...invalidNumbers, ...outOfRange.filter((value) => value !== false).map(String)];
  }
  if (type === 'boolean') return ['TRUE', '1', '', 'yes'];
  if (pattern?.includes('\\u0000')) return invalidFileNames.filter((name) => !name.includes('\ud800'));
  if (pattern) return invalidIds.map((id) => decodeURIComponent(id)).filter((id) => !new RegExp(pattern, 'u').test(id));
  return maxLength === undefined ? [] : ['', 'x'.repeat(maxLength + 1)];
}

/** Members with values that are invalid for their schemas. */
export function invalidBodyMembers(
  description: OpenApiDocument,
  { properties = {} }: OpenApiSchema,
): [name: string, value: unknown][] {
  return Object.entries(properties).flatMap(([name, member]) => {
    const schema = dereference(description, member);
    const nullable = Array.isArray(schema.type);
    const type = schemaType(schema);
    const values = (wrongTypeValues[type] ?? []).filter((value) => !(nullable && value === null));
    const texts = type === 'string' ? invalidStrings(schema) : [];
    const outOfRange = [
      schema.minimum !== undefined && schema.minimum - 1,
      schema.maximum !== undefined && schema.maximum + 1,
    ].filter((value) => value !== false);
    return [...values, ...texts, ...outOfRange].map((value): [string, unknown] => [name, value]);
  });
}

function invalidStrings({ enum: words, pattern, maxLength }: OpenApiSchema): string[] {
  if (words) return ['nonsense', 'constructor', ''];
  if (pattern?.includes('\\u0000')) return invalidFileNames;
  if (pattern) return ['', 'a b', '..', 'a/b', '{}'];
  return maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)];
}

/** A text that is valid for the schema. */
export function sampleQueryValue({ enum: words, minimum }: OpenApiSchema): string {
  const [word] = words ?? [];
  return typeof word === 'string' ? word : String(minimum ?? 'a1');
}

import type { Type as Class } from '@nestjs/common';

/** What a DTO can hold at one place of a body, by its decorators. A place without a declaration holds `undeclared`. */
export interface JsonBounds {
  /** Of an object: its members. */
  readonly members?: ReadonlyMap<string, JsonBounds>;
  /** Of a list: its entries. */
  readonly entries?: JsonBounds;
  readonly maxEntries: number;
  /** Of a text, in characters. */
  readonly maxTextLength: number;
}

/** For ids, words of enumerations and timestamps, whose decorators declare a pattern or a list instead of a length. */
const defaultMaxTextLength = 256;

export const undeclared: JsonBounds = { maxEntries: 0, maxTextLength: defaultMaxTextLength };

/** The part of a documented property that bounds its value. fields.ts writes it. */
interface PropertySchema {
  readonly type?: unknown;
  readonly isArray?: boolean;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly items?: { readonly maxLength?: number };
}

/**
 * The bounds of a body that is an instance of `dtoClass`.
 * @throws Error for a list without `maxItems` and for a class that contains itself: such a body would have no bound
 */
export function createJsonBounds(dtoClass: Class, parents: readonly Class[] = []): JsonBounds {
  if (parents.includes(dtoClass)) throw new Error(`${dtoClass.name} contains itself: its size has no bound`);
  const members = getPropertyNames(dtoClass).map((name): [string, JsonBounds] => [
    name,
    createPropertyBounds(dtoClass, name, parents),
  ]);
  return { ...undeclared, members: new Map(members) };
}

/** The names of the documented properties of a class. */
export const getPropertyNames = (dtoClass: Class): readonly string[] =>
  (
    (Reflect.getMetadata('swagger/apiModelPropertiesArray', dtoClass.prototype as object) ?? []) as readonly string[]
  ).map((name) => name.replace(/^:/, ''));

function createPropertyBounds(dtoClass: Class, name: string, parents: readonly Class[]): JsonBounds {
  const schema = Reflect.getMetadata(
    'swagger/apiModelProperties',
    dtoClass.prototype as object,
    name,
  ) as PropertySchema;
  const { type, isArray, maxItems, maxLength, items } = schema;
  const nestedClass = getNestedClass(type);
  const value = nestedClass
    ? createJsonBounds(nestedClass, [...parents, dtoClass])
    : { ...undeclared, maxTextLength: items?.maxLength ?? maxLength ?? defaultMaxTextLength };
  if (!isArray) return value;
  if (maxItems === undefined) throw new Error(`${dtoClass.name}.${name} is a list of a body: it needs maxItems`);
  return { ...undeclared, entries: value, maxEntries: maxItems };
}

/** fields.ts declares nested classes by a function with the name `type`. Every other function is String, Number or Boolean. */
const getNestedClass = (type: unknown): Class | undefined =>
  typeof type === 'function' && type.name === 'type' ? (type as () => Class)() : undefined;

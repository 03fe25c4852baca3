import type { Schema } from './contract.js';

/** Turns the text of a parameter into what its schema speaks of; text that does not fit stays text, for ajv to refuse. */
export type Coercion = (text: string) => unknown;

/** `schemas` are the contract's components, for references. */
export function coercionFor(schema: Schema, schemas: Readonly<Record<string, Schema>>): Coercion {
  const { type, items } = resolve(schema, schemas);
  if (type === 'integer') return (text) => (/^-?\d+$/.test(text) ? Number(text) : text);
  if (type === 'number') return (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  if (type === 'boolean') return (text) => (text === 'true' ? true : text === 'false' ? false : text);
  if (type === 'array') {
    const item = coercionFor(items as Schema, schemas);
    return (text) => text.split(',').map(item);
  }
  return (text) => text;
}

export function resolve(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').pop() : undefined;
  return (name === undefined ? undefined : schemas[name]) ?? schema;
}

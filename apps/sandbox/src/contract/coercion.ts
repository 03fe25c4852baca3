import type { ContractSchema } from './contract.js';

/** Converts the text of a parameter to the type of its schema. Unsuitable text stays text, so that ajv rejects it. */
export type Coercion = (text: string) => unknown;

/** @param schemas the components of the contract, to resolve references */
export function createCoercion(schema: ContractSchema, schemas: Readonly<Record<string, ContractSchema>>): Coercion {
  const { type, items } = resolveReference(schema, schemas);
  if (type === 'integer') return (text) => (/^-?\d+$/.test(text) ? Number(text) : text);
  if (type === 'number') return (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  if (type === 'boolean') return (text) => (text === 'true' ? true : text === 'false' ? false : text);
  if (type === 'array') {
    const item = createCoercion(items as ContractSchema, schemas);
    return (text) => text.split(',').map(item);
  }
  return (text) => text;
}

export function resolveReference(
  schema: ContractSchema,
  schemas: Readonly<Record<string, ContractSchema>>,
): ContractSchema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').pop() : undefined;
  return (name === undefined ? undefined : schemas[name]) ?? schema;
}

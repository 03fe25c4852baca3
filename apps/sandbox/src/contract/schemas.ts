import type { ContractSchema } from './contract.js';

const scalarTypes: readonly unknown[] = ['string', 'integer', 'number', 'boolean'];

/**
 * Returns a schema that rejects undocumented members, unless the contract allows additional members.
 * References point into the document `id`.
 */
export function toStrictSchema(schema: ContractSchema, id: string): ContractSchema {
  return transformSchema(schema, id, (part) => part);
}

/**
 * Rejects undocumented members too, but tolerates contradictions of the reference (`x-doc-conflict`): a scalar may have
 * any scalar type, and an object may be one object or a list, as KooDrive may return either.
 */
export function toLenientSchema(schema: ContractSchema, id: string): ContractSchema {
  return transformSchema(schema, id, (part) => {
    if (!hasConflict(part)) return part;
    if (part.$ref === undefined) return anyScalar;
    const { $ref } = part;
    return { anyOf: [{ $ref }, { type: 'array', items: { $ref } }] };
  });
}

const anyScalar: ContractSchema = { type: ['string', 'number', 'boolean'] };

function hasConflict(part: ContractSchema): boolean {
  if (part['x-doc-conflict'] === undefined) return false;
  return part.allOf !== undefined || part.$ref !== undefined || scalarTypes.includes(part.type);
}

function transformSchema(
  schema: ContractSchema,
  id: string,
  change: (part: ContractSchema) => ContractSchema,
): ContractSchema {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(change(schema))) {
    if (key === '$ref') result.$ref = `${id}${value as string}`;
    else if (key === 'properties') {
      const members = Object.entries(value as Readonly<Record<string, ContractSchema>>);
      result.properties = Object.fromEntries(
        members.map(([name, member]) => [name, transformSchema(member, id, change)]),
      );
    } else if (key === 'anyOf')
      result.anyOf = (value as ContractSchema[]).map((part) => transformSchema(part, id, change));
    else if (key === 'items') result.items = transformSchema(value as ContractSchema, id, change);
    else if (key === 'allOf')
      result.allOf = (value as ContractSchema[]).map((part) => transformSchema(part, id, change));
    else if (key === 'additionalProperties' && typeof value === 'object') {
      result.additionalProperties = transformSchema(value as ContractSchema, id, change);
    } else if (key !== 'description') result[key] = value;
  }
  if (result.properties && result.additionalProperties === undefined) result.additionalProperties = false;
  return result;
}

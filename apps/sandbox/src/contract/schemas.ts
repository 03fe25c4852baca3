import type { Schema } from './contract.js';

const SCALARS: readonly unknown[] = ['string', 'integer', 'number', 'boolean'];

/**
 * A schema in which objects have no members but those documented, unless the contract says that more may come.
 * References lead into the document `id`.
 */
export function closed(schema: Schema, id: string): Schema {
  return derive(schema, id, (part) => part);
}

/**
 * Closed too, and tolerant where the reference contradicts itself: a scalar with `x-doc-conflict` may be any scalar,
 * and an object with it one or a list of them, since what is served may be either.
 */
export function tolerant(schema: Schema, id: string): Schema {
  return derive(schema, id, (part) => {
    if (!hasConflict(part)) return part;
    if (part.$ref === undefined) return anyScalar;
    const { $ref } = part;
    return { anyOf: [{ $ref }, { type: 'array', items: { $ref } }] };
  });
}

const anyScalar: Schema = { type: ['string', 'number', 'boolean'] };

function hasConflict(part: Schema): boolean {
  if (part['x-doc-conflict'] === undefined) return false;
  return part.allOf !== undefined || part.$ref !== undefined || SCALARS.includes(part.type);
}

function derive(schema: Schema, id: string, change: (part: Schema) => Schema): Schema {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(change(schema))) {
    if (key === '$ref') result.$ref = `${id}${value as string}`;
    else if (key === 'properties') {
      const members = Object.entries(value as Readonly<Record<string, Schema>>);
      result.properties = Object.fromEntries(members.map(([name, member]) => [name, derive(member, id, change)]));
    } else if (key === 'anyOf') result.anyOf = (value as Schema[]).map((part) => derive(part, id, change));
    else if (key === 'items') result.items = derive(value as Schema, id, change);
    else if (key === 'allOf') result.allOf = (value as Schema[]).map((part) => derive(part, id, change));
    else if (key === 'additionalProperties' && typeof value === 'object') {
      result.additionalProperties = derive(value as Schema, id, change);
    } else if (key !== 'description') result[key] = value;
  }
  if (result.properties && result.additionalProperties === undefined) result.additionalProperties = false;
  return result;
}

import type { OpenApi } from './openapi-check.js';

/** A schema of our description, as far as it is used there. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What a schema says, its reference followed. */
export function deref(description: OpenApi, schema: Schema): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference === undefined) return schema;
  return description.components.schemas[reference.split('/').at(-1) ?? ''] ?? {};
}

export const typeOf = ({ type }: Schema): string => [type].flat().find((each) => each !== 'null') ?? 'object';

/** The smallest value that a schema takes, made of its example, its words or its limits. */
export function sampleOf(description: OpenApi, given: Schema): unknown {
  const schema = deref(description, given);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  switch (typeOf(schema)) {
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(description, schema.items ?? {}));
    case 'string':
      if (schema.format === 'date-time') return '2026-03-01T08:30:00.000Z';
      return '1'.repeat(Math.max(1, schema.minLength ?? 1));
    default: {
      const wanted = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
      return Object.fromEntries(wanted.map(([name, member]) => [name, sampleOf(description, member)]));
    }
  }
}

import type { OpenApiDocument } from './openapi-validator.js';

/** The part of JSON Schema that the OpenAPI description uses. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
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
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly items?: OpenApiSchema;
}

/** The schema itself, or the schema that it references. */
export function dereference(description: OpenApiDocument, schema: OpenApiSchema): OpenApiSchema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference === undefined) return schema;
  return description.components.schemas[reference.split('/').at(-1) ?? ''] ?? {};
}

export const schemaType = ({ type }: OpenApiSchema): string =>
  [type].flat().find((each) => each !== 'null') ?? 'object';

/** The smallest valid value of a schema, from its example, its enum or its limits. */
export function createSample(description: OpenApiDocument, schemaOrReference: OpenApiSchema): unknown {
  const schema = dereference(description, schemaOrReference);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  switch (schemaType(schema)) {
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => createSample(description, schema.items ?? {}));
    case 'string':
      if (schema.format === 'date-time') return '2026-03-01T08:30:00.000Z';
      return '1'.repeat(Math.max(1, schema.minLength ?? 1));
    default: {
      const required = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
      return Object.fromEntries(required.map(([name, member]) => [name, createSample(description, member)]));
    }
  }
}

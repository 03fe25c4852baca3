import { type ApiRoute, type OpenApiDocument } from './openapi-validator.js';
import { findJsonBodySchema, listParameters } from './invalid-requests.js';
import { createSample, dereference, type OpenApiSchema, schemaType } from './schema-samples.js';
import { buildPath } from './requests/request-generators.js';

/** A request with as many ids as the description allows, each different and as long as allowed. */
export interface LargestRequest {
  readonly path: string;
  readonly body?: unknown;
  /** All ids of path, query and body. */
  readonly ids: readonly string[];
}

const idLengths: Readonly<Record<string, number>> = {
  '^[A-Za-z0-9_-]{1,128}$': 128,
  '^[1-9]\\d{0,18}$': 19,
};

/** Builds the largest request of a route: all parameters, all members of the body, and full lists of ids. */
export function buildLargestRequest(description: OpenApiDocument, route: ApiRoute): LargestRequest {
  const ids: string[] = [];
  const createId = (length: number): string => {
    const id = `1${String(ids.length).padStart(length - 1, '0')}`;
    ids.push(id);
    return id;
  };
  const createValue = (schemaOrReference: OpenApiSchema): unknown => {
    const schema = dereference(description, schemaOrReference);
    const idLength = idLengths[schema.pattern ?? ''];
    if (idLength !== undefined) return createId(idLength);
    const { items, maxItems = 1, properties } = schema;
    if (items && schemaType(schema) === 'array') {
      if (items.enum) return [items.enum[0]];
      const hasIds = idLengths[items.pattern ?? ''] !== undefined || items.$ref !== undefined;
      return Array.from({ length: hasIds ? maxItems : 1 }, () => createValue(items));
    }
    if (properties) return mapValues(properties, createValue);
    return createSample(description, schema);
  };
  const createParameters = (location: string): Record<string, string> =>
    Object.fromEntries(
      listParameters(route, location).map(({ name, schema }) => [name, String(createValue(schema))] as const),
    );
  const path = buildPath(route.path, createParameters('path'), createParameters('query'));
  const bodySchema = findJsonBodySchema(description, route);
  return { path, body: bodySchema && createValue(bodySchema), ids };
}

const mapValues = (members: Readonly<Record<string, OpenApiSchema>>, map: (schema: OpenApiSchema) => unknown): object =>
  Object.fromEntries(Object.entries(members).map(([name, schema]) => [name, map(schema)]));

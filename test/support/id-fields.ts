import { findJsonBodySchema, listParameters } from './invalid-requests.js';
import type { ApiRoute, OpenApiDocument } from './openapi-validator.js';
import type { ValidRequest } from './requests/generator-context.js';
import { createSample, dereference, type OpenApiSchema, schemaType } from './schema-samples.js';

/** A parameter or a member of a body that takes the id of a resource. */
export interface IdField {
  readonly location: 'params' | 'query' | 'body';
  readonly name: string;
  /** As a problem names it, for the first entry of lists. */
  readonly pointer: string;
  readonly description: string;
  /** Replaces the id in a request; adds the field where the request has none. */
  readonly set: (request: ValidRequest, id: string) => ValidRequest;
}

const idPatterns: readonly unknown[] = ['^[A-Za-z0-9_-]{1,128}$', '^[1-9]\\d{0,18}$'];

type DescribedSchema = OpenApiSchema & { readonly description?: string };

/** Every field of a route that takes an id, by its pattern in the description. */
export function listIdFields(description: OpenApiDocument, route: ApiRoute): IdField[] {
  const parameters = (['path', 'query'] as const).flatMap((parameterLocation) =>
    listParameters(route, parameterLocation).flatMap(({ name, schema, description: text = '' }): IdField[] => {
      const { pattern, items } = dereference(description, schema);
      if (!idPatterns.includes(pattern ?? items?.pattern)) return [];
      const location = parameterLocation === 'path' ? 'params' : 'query';
      const set: IdField['set'] = (request, id) => ({ ...request, [location]: { ...request[location], [name]: id } });
      return [{ location, name, pointer: `/${name}`, description: text, set }];
    }),
  );
  const bodySchema = findJsonBodySchema(description, route);
  return [...parameters, ...(bodySchema ? listBodyFields(description, bodySchema, []) : [])];
}

type Change = (value: unknown, id: string) => unknown;

function listBodyFields(
  description: OpenApiDocument,
  { properties = {} }: OpenApiSchema,
  parents: readonly {
    readonly name: string;
    readonly change: (value: unknown, inner: Change, id: string) => unknown;
  }[],
): IdField[] {
  return Object.entries(properties).flatMap(([name, member]): IdField[] => {
    const schema: DescribedSchema = dereference(description, member);
    const items = schema.items && dereference(description, schema.items);
    const isList = schemaType(schema) === 'array';
    if (idPatterns.includes(isList ? items?.pattern : schema.pattern)) {
      const set: IdField['set'] = (request, id) => {
        const setMember: Change = (object) => ({ ...(object as object), [name]: isList ? [id] : id });
        const changeBody = parents.reduceRight<Change>(
          (inner, { change }) =>
            (value) =>
              change(value, inner, id),
          setMember,
        );
        return { ...request, body: changeBody(request.body, id) };
      };
      const pointer = ['', ...parents.map((parent) => `${parent.name}/0`), name].join('/');
      return [{ location: 'body', name, pointer, description: schema.description ?? '', set }];
    }
    if (!isList || !items?.properties) return [];
    const change = (value: unknown, inner: Change, id: string): unknown => {
      const object = value as Readonly<Record<string, readonly unknown[] | undefined>>;
      const first = object[name]?.[0] ?? createSample(description, items);
      return { ...object, [name]: [inner(first, id)] };
    };
    return listBodyFields(description, items, [...parents, { name, change }]);
  });
}

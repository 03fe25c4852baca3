import type { OpenApiDocument } from './openapi-validator.js';
import { dereference, type OpenApiSchema, schemaType } from './schema-samples.js';

/** A little less than the limit of a body. */
const maxBytes = 1024 * 1024 - 1024;

/** A body of almost 1 MiB that a route must reject without reading it. */
export interface OversizedBody {
  readonly description: string;
  readonly body: string;
  /** Where the bound is exceeded. */
  readonly pointer: string;
}

/** A place in a body, and the text of a body around its value. */
interface Place {
  readonly schema: OpenApiSchema;
  readonly pointer: string;
  readonly wrap: (value: string) => string;
}

/** Bodies that exceed each bound of the schema, one after the other. */
export function buildOversizedBodies(description: OpenApiDocument, schema: OpenApiSchema): OversizedBody[] {
  const root: Place = { schema: dereference(description, schema), pointer: '', wrap: (value) => value };
  return [root, ...listPlacesBelow(description, root)].flatMap(({ schema: { ...place }, pointer, wrap }) => {
    const create = (name: string, value: string, at = pointer): OversizedBody => ({
      description: `${name} at ${pointer || 'the root'}`,
      body: wrap(value),
      pointer: at,
    });
    switch (schemaType(place)) {
      case 'object':
        return [create('unknown members', `{${fill((index) => `"a${index}":1`)}}`, `${pointer}/a50`)];
      case 'array':
        return ['{}', '0', '[]', '""'].map((item) => create(`entries ${item}`, `[${fill(() => item)}]`));
      case 'string':
        return [
          create('a long text', `"${'x'.repeat(maxBytes)}"`),
          create('a list in place of a text', `[${fill(() => '1')}]`, `${pointer}/50`),
        ];
      default:
        return [create('a list in place of a number', `[${fill(() => '1')}]`, `${pointer}/50`)];
    }
  });
}

/** The values that a body of the schema can hold at most. */
export function countMaxValues(description: OpenApiDocument, reference: OpenApiSchema): number {
  const { properties = {}, items, maxItems = 0 } = dereference(description, reference);
  const inMembers = Object.values(properties).map((member) => countMaxValues(description, member));
  const inItems = items ? maxItems * countMaxValues(description, items) : 0;
  return inMembers.reduce((sum, count) => sum + count, 1 + inItems);
}

/** A body with as many values as the schema allows, and with long texts. */
export function createLargestValue(
  description: OpenApiDocument,
  reference: OpenApiSchema,
  textLength: number,
): unknown {
  const schema = dereference(description, reference);
  const { properties = {}, items, maxItems = 0, enum: words, maxLength = 100 } = schema;
  if (words) return words[0];
  switch (schemaType(schema)) {
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: maxItems }, (_, index) =>
        schemaType(dereference(description, items ?? {})) === 'string'
          ? String(index).padStart(Math.min(textLength, 100), 'x')
          : createLargestValue(description, items ?? {}, textLength),
      );
    case 'string':
      return 'x'.repeat(Math.min(textLength, maxLength));
    default:
      return Object.fromEntries(
        Object.entries(properties).map(([name, member]) => [name, createLargestValue(description, member, textLength)]),
      );
  }
}

function listPlacesBelow(description: OpenApiDocument, { schema, pointer, wrap }: Place): Place[] {
  const places = [
    ...Object.entries(schema.properties ?? {}).map(([name, member]) => ({
      schema: dereference(description, member),
      pointer: `${pointer}/${name}`,
      wrap: (value: string) => wrap(`{${JSON.stringify(name)}:${value}}`),
    })),
    ...(schema.items
      ? [
          {
            schema: dereference(description, schema.items),
            pointer: `${pointer}/0`,
            wrap: (value: string) => wrap(`[${value}]`),
          },
        ]
      : []),
  ];
  return places.flatMap((place) => [place, ...listPlacesBelow(description, place)]);
}

/** Items, separated by commas, up to the limit of a body. */
function fill(createItem: (index: number) => string): string {
  const items: string[] = [];
  for (let bytes = 0, index = 0; bytes < maxBytes; index += 1) {
    const item = createItem(index);
    items.push(item);
    bytes += item.length + 1;
  }
  return items.join();
}

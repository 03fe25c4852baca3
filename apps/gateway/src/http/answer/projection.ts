/**
 * `?fields=id,name` on one resource or on the entries of a list; anything else passes as it is. The names were checked
 * by the route's query class.
 */
export function project(value: unknown, fields: unknown): unknown {
  if (typeof fields !== 'string' || value === null || typeof value !== 'object') return value;
  const names = fields.split(',').map((name) => name.trim());
  if ('items' in value && Array.isArray(value.items)) {
    return { ...value, items: value.items.map((item: unknown) => pick(item, names)) };
  }
  return pick(value, names);
}

function pick(value: unknown, names: readonly string[]): unknown {
  if (value === null || typeof value !== 'object') return value;
  const source = value as Record<string, unknown>;
  return Object.fromEntries(names.filter((name) => Object.hasOwn(source, name)).map((name) => [name, source[name]]));
}

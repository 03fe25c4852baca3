/**
 * Applies the names of `?fields=id,name` to one resource or to the entries of a list. Any other value is returned unchanged. The
 * query class of the route has validated the names.
 */
export function projectFields(value: unknown, names: readonly string[] | undefined): unknown {
  if (!names || value === null || typeof value !== 'object') return value;
  if ('items' in value && Array.isArray(value.items)) {
    return { ...value, items: value.items.map((item: unknown) => pickFields(item, names)) };
  }
  return pickFields(value, names);
}

function pickFields(value: unknown, names: readonly string[]): unknown {
  if (value === null || typeof value !== 'object') return value;
  const source = value as Record<string, unknown>;
  return Object.fromEntries(names.filter((name) => Object.hasOwn(source, name)).map((name) => [name, source[name]]));
}

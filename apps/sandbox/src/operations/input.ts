/** A text that counts as absent when it is empty, as the reference's own examples send it. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number that came as a number or as text. */
export function whole(value: unknown): number | undefined {
  return value === undefined || value === '' || value === null ? undefined : Number(value);
}

/** A truth value that came as one or as text. */
export function flag(value: unknown): boolean | undefined {
  return value === undefined || value === '' ? undefined : value === true || value === 'true';
}

export function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function rows(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(members) : [];
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The page that `offset` and `limit` of a query ask for. */
export function slice<T>(all: readonly T[], query: Readonly<Record<string, string>>): T[] {
  const offset = whole(query.offset) ?? 0;
  return all.slice(offset, offset + (whole(query.limit) ?? 100));
}

// These functions read members of a body or a query. The members are untyped: each may have any JSON value.

/** Reads a text. An empty text counts as absent, as the examples of the reference send empty optional members. */
export function readString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads a number, or a number written as text. Other text becomes NaN: the contract check has rejected it before. */
export function readNumber(value: unknown): number | undefined {
  return value === undefined || value === '' || value === null ? undefined : Number(value);
}

/** Reads a boolean, or a boolean written as text. */
export function readBoolean(value: unknown): boolean | undefined {
  return value === undefined || value === '' ? undefined : value === true || value === 'true';
}

/** Reads an id that the contract types as a number. Beyond 2^53 it arrives as text. */
export function readId(value: unknown): string | undefined {
  return value === undefined ? undefined : (readString(value) ?? String(readNumber(value)));
}

export function readObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function readObjects(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(readObject) : [];
}

export function readStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

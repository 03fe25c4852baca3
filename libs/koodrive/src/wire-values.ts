/*
 * The upstream sends one kind of value in several forms (facts/*.md): ids as text or number, sizes as Integer, Long or
 * String, times in three formats. These functions read all forms. They never throw: an invalid value becomes undefined.
 */

type WireValue = string | number | null | undefined;

/** An id as text; undefined for an empty one. */
export function parseId(value: WireValue): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  return String(value);
}

/** An integer from 0 to 2^53 - 1. */
export function parseNonNegativeInteger(value: WireValue): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

const createSizeParser =
  (unitBytes: number) =>
  (value: WireValue): number | undefined => {
    const number = parseNonNegativeInteger(value);
    return number === undefined || number * unitBytes > Number.MAX_SAFE_INTEGER ? undefined : number * unitBytes;
  };

/** Bytes of a space's capacity, which is in GB (documented on some pages, inferred for the others). */
export const gigabytesToBytes = createSizeParser(1024 ** 3);
/** Bytes of a space's usage, which is in KB (inferred from examples that add up, facts/auth.md "Units"). */
export const kilobytesToBytes = createSizeParser(1024);

const isoMillisecondsPattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/**
 * A time as RFC 3339 in UTC. Reads ISO 8601, `yyyyMMddHHmmss` (no time zone is stated; UTC is inferred),
 * `yyyy-MM-dd HH:mm:ss` (read as UTC), and milliseconds since 1970.
 */
export function parseTimestamp(value: WireValue): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const text = String(value);
  // Fast path: most times already have this form, and one list can contain a hundred of them.
  if (isoMillisecondsPattern.test(text)) return text;
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text);
  const spaced = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text);
  const date = compact
    ? new Date(`${compact[1]}-${compact[2]}-${compact[3]}T${compact[4]}:${compact[5]}:${compact[6]}Z`)
    : spaced
      ? new Date(`${spaced[1]}T${spaced[2]}Z`)
      : /^\d{11,14}$/.test(text)
        ? new Date(Number(text))
        : new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

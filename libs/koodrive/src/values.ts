/**
 * The upstream prints one kind of value in several forms (facts/*.md): ids as text or number, sizes as Integer, Long or
 * String, times in three formats. These read them all. None throws: what cannot be read is undefined.
 */
type Wire = string | number | null | undefined;

/** An id as text; '' counts as none. */
export function id(value: Wire): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  return String(value);
}

/** A whole number, 0 or more, below 2^53. */
export function whole(value: Wire): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

const scaled =
  (unit: number) =>
  (value: Wire): number | undefined => {
    const number = whole(value);
    return number === undefined || number * unit > Number.MAX_SAFE_INTEGER ? undefined : number * unit;
  };

/** Capacities of spaces are GB (documented for some pages, inferred for the others): bytes. */
export const gigabytes = scaled(1024 ** 3);
/** Used figures of spaces are KB (inferred from examples that add up, facts/auth.md "Units"): bytes. */
export const kilobytes = scaled(1024);

const isoMilliseconds = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/**
 * A time as RFC 3339 in UTC. Reads ISO 8601, `yyyyMMddHHmmss` (no zone stated: UTC inferred), `yyyy-MM-dd HH:mm:ss`
 * and milliseconds since 1970.
 */
export function moment(value: Wire): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const text = String(value);
  // Most are in our own form already, and a list holds a hundred of them.
  if (isoMilliseconds.test(text)) return text;
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

/**
 * Parses the header Retry-After (RFC 9110, 10.2.3), which contains seconds or a date.
 * @param now milliseconds since 1970
 * @returns milliseconds from now; undefined if the header is absent or invalid
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // A value without a letter is not a date, but Date.parse would read a number as a year.
  const date = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * The header Retry-After (RFC 9110, 10.2.3), seconds or a date, as milliseconds from now; undefined when absent or
 * unreadable.
 * @param now milliseconds since 1970
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // Without a letter it is no date, but a number that Date.parse would take for a year.
  const date = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

import type { IncomingHttpHeaders } from 'node:http';

/**
 * Evaluates the conditions that OBS documents for downloads: If-Match, If-None-Match, If-Modified-Since and
 * If-Unmodified-Since, each with one value. It documents no If-Range, so a Range is sent whatever If-Range says.
 *
 * @param current `modifiedAt` in milliseconds since 1970
 * @returns the status to respond with; undefined where the bytes are to be sent
 */
export function evaluateConditions(
  headers: IncomingHttpHeaders,
  current: { readonly etag: string; readonly modifiedAt: number },
): 304 | 412 | undefined {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  // HTTP dates have no fractions of a second.
  const modifiedAt = Math.floor(current.modifiedAt / 1000) * 1000;
  const unmodifiedSince = parseDate(headers['if-unmodified-since']);
  const modifiedSince = parseDate(headers['if-modified-since']);
  if (ifMatch !== undefined ? ifMatch !== current.etag : modifiedAt > (unmodifiedSince ?? Infinity)) return 412;
  if (ifNoneMatch !== undefined ? ifNoneMatch === current.etag : modifiedAt <= (modifiedSince ?? -Infinity)) return 304;
  return undefined;
}

/** A date that cannot be parsed is no condition. */
function parseDate(header: string | undefined): number | undefined {
  const time = Date.parse(header ?? '');
  return Number.isNaN(time) ? undefined : time;
}

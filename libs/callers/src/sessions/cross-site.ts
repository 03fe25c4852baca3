import type { CallerRequest } from '../credential-headers.js';

/**
 * Whether a request that brings a cookie was made by a page that may (S4). A browser adds cookies to requests of any
 * page; what only an allowed page can add is a header of its own, since for that the browser asks us first (CORS).
 * Origin cannot be made up by a page; where there is none (GET of the same origin), Sec-Fetch-Site tells the same.
 */
export function comesFromAllowedPage(request: CallerRequest, allowedOrigins: ReadonlySet<string>): boolean {
  const { headers, origin: own } = request;
  if (headers['x-csrf'] !== '1') return false;
  const { origin } = headers;
  if (origin !== undefined) return origin === own || allowedOrigins.has(origin);
  return headers['sec-fetch-site'] === 'same-origin';
}

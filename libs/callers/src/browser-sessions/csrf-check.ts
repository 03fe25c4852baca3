import type { CallerRequest } from '../credential-headers.js';

/**
 * Whether a request with a cookie comes from an allowed page (S4). A browser sends cookies with requests of any page. Only
 * an allowed page can add the header X-CSRF, because for a custom header the browser first sends a CORS preflight. A page
 * cannot forge Origin. Without Origin (a GET of the same origin), Sec-Fetch-Site gives the same information.
 */
export function passesCsrfCheck(request: CallerRequest, allowedOrigins: ReadonlySet<string>): boolean {
  const { headers, origin: ownOrigin } = request;
  if (headers['x-csrf'] !== '1') return false;
  const { origin } = headers;
  if (origin !== undefined) return origin === ownOrigin || allowedOrigins.has(origin);
  return headers['sec-fetch-site'] === 'same-origin';
}

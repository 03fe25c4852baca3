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
  if (origin !== undefined) return allowedOrigins.has(origin) || isSameOrigin(origin, ownOrigin);
  return headers['sec-fetch-site'] === 'same-origin';
}

/**
 * Compares scheme, host and port (RFC 6454, 5). Browsers write Origin in lower case and without a default port; the Host
 * that the own origin is made of is written by any client or proxy.
 */
function isSameOrigin(origin: string, ownOrigin: string | undefined): boolean {
  const normalized = normalizeOrigin(origin);
  return normalized !== undefined && ownOrigin !== undefined && normalized === normalizeOrigin(ownOrigin);
}

/** @returns undefined for a text that is not an http or https origin, such as `null` */
function normalizeOrigin(text: string): string | undefined {
  return /^https?:\/\/[^/?#@\\\s]+$/i.test(text) && URL.canParse(text) ? new URL(text).origin : undefined;
}

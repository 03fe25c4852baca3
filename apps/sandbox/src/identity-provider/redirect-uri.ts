import { isLoopbackHost } from '../loopback.js';

/**
 * Parses a redirect URI. Returns undefined when it is not allowed: it must be http(s), on loopback or at one of the
 * origins of the options.
 */
export function parseAllowedRedirect(uri: string, origins: readonly string[]): URL | undefined {
  if (!URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.hash !== '') return undefined;
  return isLoopbackHost(url.hostname) || origins.includes(url.origin) ? url : undefined;
}

/** Returns the redirect URI for the `domain` of a front end, which is a URL or a host (inferred). */
export function toRedirectUri(domain: string): string {
  if (/^https?:\/\//i.test(domain)) return domain;
  const host = /^(?:\[[^\]]*\]|[^:/[]*)(?=[:/]|$)/.exec(domain)?.[0] ?? '';
  const scheme = isLoopbackHost(host) ? 'http' : 'https';
  return `${scheme}://${domain}`;
}

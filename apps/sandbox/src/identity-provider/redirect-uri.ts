const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address that a sign-in may lead back to, or undefined when it is none of ours: http(s) on this machine, or an
 * origin that the options allow.
 */
export function allowedRedirect(uri: string, origins: readonly string[]): URL | undefined {
  if (!URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.hash !== '') return undefined;
  return LOOPBACK.has(url.hostname) || origins.includes(url.origin) ? url : undefined;
}

/** The redirect address for a front end's `domain`, which may be a whole address or a bare host (inferred). */
export function redirectForDomain(domain: string): string {
  if (/^https?:\/\//i.test(domain)) return domain;
  const scheme = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(domain) ? 'http' : 'https';
  return `${scheme}://${domain}`;
}

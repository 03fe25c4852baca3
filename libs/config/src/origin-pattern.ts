/** An allowed origin: its text, and the parts that the rules of the configuration check. */
export interface OriginPattern {
  /** `https://host`, `https://host:8443` or `https://*.domain.example`. */
  readonly text: string;
  readonly protocol: 'https:' | 'http:';
  readonly hostname: string;
}

/** Parses `https://host`, `https://host:8443` or `https://*.domain.example`. @returns undefined for any other form */
export function parseOriginPattern(text: string): OriginPattern | undefined {
  const match = /^(https?:\/\/)(\*\.)?([^/?#@*\s]+)$/.exec(text);
  if (!match) return undefined;
  const [, scheme = '', star, rest = ''] = match;
  const url = URL.canParse(scheme + rest) ? new URL(scheme + rest) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  // A wildcard directly below a top-level domain would allow everybody.
  if (star && !isDomain(url.hostname)) return undefined;
  return { text, protocol: url.protocol, hostname: url.hostname };
}

/** Two labels or more, none empty. As of URLs: a host whose last label is numeric is an IPv4 address. */
const isDomain = (hostname: string): boolean => /^[^.[\]]+(\.[^.]+)+$/.test(hostname) && !/\.\d+$/.test(hostname);

/** Whether traffic to this host stays on the machine, so that plain HTTP is safe. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

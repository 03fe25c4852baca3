/** An origin that may be called, as it was written, and what the rules of the configuration look at. */
export interface OriginPattern {
  /** `https://host`, `https://host:8443` or `https://*.domain.example`. */
  readonly text: string;
  readonly protocol: 'https:' | 'http:';
  readonly hostname: string;
}

/** Reads `https://host`, `https://host:8443` or `https://*.domain.example`; undefined where it is none of these. */
export function parseOriginPattern(text: string): OriginPattern | undefined {
  const match = /^(https?:\/\/)(\*\.)?([^/?#@*\s]+)$/.exec(text);
  if (!match) return undefined;
  const [, scheme = '', star, rest = ''] = match;
  const address = URL.canParse(scheme + rest) ? new URL(scheme + rest) : undefined;
  if (!address || (address.protocol !== 'https:' && address.protocol !== 'http:')) return undefined;
  // A star right below a top-level domain would admit everybody.
  if (star && (!address.hostname.includes('.') || /^[\d.]+$|^\[/.test(address.hostname))) return undefined;
  return { text, protocol: address.protocol, hostname: address.hostname };
}

/** Whether plain HTTP to this host stays on the machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

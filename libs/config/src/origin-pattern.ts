/** An origin that may be called. With `subdomains`, any name below `hostname` and not `hostname` itself. */
export interface OriginPattern {
  readonly protocol: 'https:' | 'http:';
  readonly hostname: string;
  /** Empty for the scheme's own port, as in URL. */
  readonly port: string;
  readonly subdomains: boolean;
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
  return {
    protocol: address.protocol,
    hostname: address.hostname,
    port: address.port,
    subdomains: star !== undefined,
  };
}

/** Whether the address lies at one of the origins: scheme, host and port. */
export function originAllowed(patterns: readonly OriginPattern[], address: URL): boolean {
  return patterns.some(
    (pattern) =>
      pattern.protocol === address.protocol &&
      pattern.port === address.port &&
      (pattern.subdomains ? address.hostname.endsWith(`.${pattern.hostname}`) : address.hostname === pattern.hostname),
  );
}

/** Whether plain HTTP to this host stays on the machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

interface AllowedOriginPattern {
  readonly protocol: string;
  readonly port: string;
  /** A host, or `.suffix` for all its subdomains. */
  readonly host: string;
}

/** The origins that may be called: scheme, host and port. `https://*.example.com` allows every subdomain of example.com. */
export class AllowedOrigins {
  private readonly patterns: readonly AllowedOriginPattern[];

  /** @throws TypeError for a pattern that is not an origin, or whose wildcard is not below a domain of at least two labels */
  constructor(origins: readonly string[]) {
    this.patterns = origins.map(parsePattern);
  }

  allows(url: URL): boolean {
    return this.patterns.some(
      ({ protocol, port, host }) =>
        url.protocol === protocol &&
        url.port === port &&
        url.username === '' &&
        url.password === '' &&
        (host.startsWith('.') ? url.hostname.endsWith(host) && url.hostname !== host : url.hostname === host),
    );
  }
}

function parsePattern(origin: string): AllowedOriginPattern {
  const [, scheme = '', wildcard, rest = ''] = /^(https?:\/\/)(\*\.)?([^/*?#@]+)\/?$/.exec(origin) ?? [];
  const originText = scheme + rest;
  if (!scheme || !URL.canParse(originText)) throw new TypeError(`${origin} is not an origin`);
  const url = new URL(originText);
  if (wildcard && !isDomain(url.hostname)) throw new TypeError(`${origin} has a wildcard that is not below a domain`);
  return { protocol: url.protocol, port: url.port, host: wildcard ? `.${url.hostname}` : url.hostname };
}

/** Two labels or more, none empty. As of URLs: a host whose last label is numeric is an IPv4 address. */
const isDomain = (hostname: string): boolean => /^[^.[\]]+(\.[^.]+)+$/.test(hostname) && !/\.\d+$/.test(hostname);

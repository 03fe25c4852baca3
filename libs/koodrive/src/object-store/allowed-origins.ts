interface Pattern {
  readonly protocol: string;
  readonly port: string;
  /** A host, or `.suffix` for every host below it. */
  readonly host: string;
}

/** The origins that may be called: scheme, host and port. `https://*.example.com` means every host below example.com. */
export class AllowedOrigins {
  private readonly patterns: readonly Pattern[];

  /** @throws TypeError on a pattern that is no origin, or whose wildcard would cover a whole top-level domain */
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

function parsePattern(origin: string): Pattern {
  const [, scheme = '', wildcard, rest = ''] = /^(https?:\/\/)(\*\.)?([^/*?#@]+)\/?$/.exec(origin) ?? [];
  const address = scheme + rest;
  if (!scheme || !URL.canParse(address)) throw new TypeError(`${origin} is no origin`);
  const url = new URL(address);
  if (wildcard && !url.hostname.includes('.')) throw new TypeError(`${origin} covers too much`);
  return { protocol: url.protocol, port: url.port, host: wildcard ? `.${url.hostname}` : url.hostname };
}

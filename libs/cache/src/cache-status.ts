/** Why the upstream was asked (RFC 9211, 2.2): nothing kept, what was kept too old, or the request wanted it so. */
export type Forwarded = 'uri-miss' | 'stale' | 'request';

const CACHE = 'koodrive-gateway';

/** @param ttl milliseconds of freshness left; negative where it is stale */
export function hitStatus(ttl: number): string {
  return `${CACHE}; hit; ttl=${Math.floor(ttl / 1000)}`;
}

export function forwardedStatus(reason: Forwarded, stored: boolean, collapsed: boolean): string {
  return `${CACHE}; fwd=${reason}${stored ? '; stored' : ''}${collapsed ? '; collapsed' : ''}`;
}

/** The upstream was asked in vain, and what was kept is served in its place. */
export function staleOnErrorStatus(ttl: number): string {
  return `${hitStatus(ttl)}; detail=stale-on-error`;
}

/** Why the request went to the upstream (RFC 9211, 2.2): no cached response, a stale one, or the request required it. */
export type ForwardReason = 'uri-miss' | 'stale' | 'request';

const cacheName = 'koodrive-gateway';

/** @param ttlMs milliseconds until the response is stale; negative if it is stale */
export function formatHitStatus(ttlMs: number): string {
  return `${cacheName}; hit; ttl=${Math.floor(ttlMs / 1000)}`;
}

/**
 * @param stored whether the response was cached
 * @param collapsed whether the caller joined a request that was already in progress
 */
export function formatForwardedStatus(reason: ForwardReason, stored: boolean, collapsed: boolean): string {
  return `${cacheName}; fwd=${reason}${stored ? '; stored' : ''}${collapsed ? '; collapsed' : ''}`;
}

/** The status of a cached response that is served because the upstream failed. */
export function formatStaleIfErrorStatus(ttlMs: number): string {
  return `${formatHitStatus(ttlMs)}; detail=stale-on-error`;
}

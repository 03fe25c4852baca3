import type { FastifyRequest } from 'fastify';

/** What `getOwnOrigin` reads of a request. */
export type ForwardedRequest = Pick<FastifyRequest, 'headers' | 'protocol' | 'host' | 'ips'>;

/**
 * The origin that the caller used for this request. The host is what the proxy next to the gateway says, since proxies
 * pass it on. The scheme is what the proxy next to the caller has seen.
 */
export function getOwnOrigin(request: ForwardedRequest): string {
  return `${readForwardedScheme(request) ?? request.protocol}://${request.host}`;
}

/**
 * Each trusted proxy appends the scheme that it sees, as it appends to X-Forwarded-For. The first of them was next to the
 * caller; what stands before its entry was written by the caller. A proxy that replaces the header, where others append
 * to it, leaves fewer entries than proxies: then the first entry counts. Fastify would read the last one.
 */
function readForwardedScheme({ ips = [], headers }: ForwardedRequest): string | undefined {
  const header = headers['x-forwarded-proto'];
  // From the gateway's peer to the caller. Without a trusted proxy, the caller is the peer.
  const proxyCount = ips.length - 1;
  if (proxyCount < 1 || typeof header !== 'string') return undefined;
  const entries = header.split(',').map((entry) => entry.trim());
  return entries.at(-Math.min(proxyCount, entries.length));
}

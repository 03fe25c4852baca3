import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { parseIpAddress } from './ip-address.js';

/** The address of a client whose connection has ended already. */
export const unknownAddress = '0.0.0.0';

/**
 * The IP address of the client, in its canonical form: the farthest one that a trusted proxy reported. A reported text
 * that is no address is ignored, and the client counts as the proxy that reported it.
 */
// eslint-disable-next-line no-restricted-properties -- the only place that reads what Fastify takes from the headers
export function getClientAddress({ ip, ips = [ip] }: Pick<FastifyRequest, 'ip' | 'ips'>): string {
  // Fastify's types do not say that a closed socket has no address.
  const reported: readonly (string | undefined)[] = ips;
  return reported.map((text) => text && parseIpAddress(text)).findLast(Boolean) ?? unknownAddress;
}

/**
 * The network by which a client is counted: an IPv4 address itself, for IPv6 its /64 network, since one client usually
 * has all addresses of such a network.
 */
export function getClientNetwork(request: Pick<FastifyRequest, 'ip' | 'ips'>): string {
  const address = getClientAddress(request);
  return isIPv6(address) ? toNetwork(address) : address;
}

function toNetwork(ipv6Address: string): string {
  const [head = '', tail] = ipv6Address.split('::');
  const headGroups = head === '' ? [] : head.split(':');
  const tailGroups = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeroGroupCount = tail === undefined ? 0 : Math.max(0, 8 - headGroups.length - tailGroups.length);
  const groups = [...headGroups, ...Array<string>(zeroGroupCount).fill('0'), ...tailGroups];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * The network by which an IP address is counted: an IPv4 address itself, for IPv6 its /64 network, since one client
 * usually has all addresses of such a network.
 */
export function toClientNetwork(ipAddress: string): string {
  if (!ipAddress.includes(':')) return ipAddress;
  const mappedIpv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ipAddress)?.[1];
  if (mappedIpv4 !== undefined) return mappedIpv4;
  const [head = '', tail] = ipAddress.split('%')[0]?.toLowerCase().split('::') ?? [];
  const headGroups = head === '' ? [] : head.split(':');
  const tailGroups = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeroGroupCount = tail === undefined ? 0 : Math.max(0, 8 - headGroups.length - tailGroups.length);
  const groups = [...headGroups, ...Array<string>(zeroGroupCount).fill('0'), ...tailGroups];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net';

const mappedIpv4Prefix = '::ffff:';

/**
 * The IP address in a text, in its one canonical form: no port, no brackets, no zone, and IPv4 where IPv6 only maps it.
 * @returns undefined for a text that is no address
 */
export function parseIpAddress(text: string): string | undefined {
  const [, inBrackets, withoutColon] = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(text) ?? [];
  const [address = ''] = (inBrackets ?? withoutColon ?? text).split('%');
  const version = isIP(address);
  if (version !== 6) return version === 4 ? address : undefined;
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  return canonical.startsWith(mappedIpv4Prefix) && canonical.includes('.')
    ? canonical.slice(mappedIpv4Prefix.length)
    : canonical;
}

/** A list of IP addresses and ranges. */
export class IpRanges {
  private readonly list = new BlockList();

  /** @param entries such as `10.0.0.7` or `10.0.0.0/8` */
  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const [ipAddress = '', prefixLength] = entry.split('/');
      const family = isIPv6(ipAddress) ? 'ipv6' : 'ipv4';
      if (prefixLength === undefined) this.list.addAddress(ipAddress, family);
      else this.list.addSubnet(ipAddress, Number(prefixLength), family);
    }
  }

  /** @param text an address in any form that `parseIpAddress` reads */
  includes(text: string | undefined): boolean {
    const ipAddress = text === undefined ? undefined : parseIpAddress(text);
    return ipAddress !== undefined && this.list.check(ipAddress, isIPv6(ipAddress) ? 'ipv6' : 'ipv4');
  }
}

import { describe, expect, it } from '@jest/globals';
import { getClientAddress, getClientNetwork } from './client-address.js';
import { IpRanges, parseIpAddress } from './ip-address.js';

describe('parseIpAddress', () => {
  it.each([
    ['9.9.9.2', '9.9.9.2'],
    ['9.9.9.2:1', '9.9.9.2'],
    ['2001:DB8:0001::', '2001:db8:1::'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:9.9.9.3', '9.9.9.3'],
    ['::FFFF:909:903', '9.9.9.3'],
    ['0:0:0:0:0:ffff:9.9.9.3', '9.9.9.3'],
    ['[::ffff:909:903]:80', '9.9.9.3'],
    // Not a mapped address.
    ['::ffff:0:909:903', '::ffff:0:909:903'],
  ])('reads %s as %s', (text, address) => expect(parseIpAddress(text)).toBe(address));

  it.each(['', 'unknown', '_hidden:1', '9.9.9', '9.9.9.256', '9.9.9.2:', '9.9.9.2:x', '[]:1', '1:2', '0x7f.1', 'a b'])(
    'reads no address in %j',
    (text) => expect(parseIpAddress(text)).toBeUndefined(),
  );
});

describe('The address of a client', () => {
  it('is that of the socket where no proxy is trusted', () => {
    expect(getClientAddress({ ip: '::ffff:192.0.2.7' })).toBe('192.0.2.7');
  });

  it('is the farthest one that is reported', () => {
    expect(getClientAddress({ ip: '9.9.9.2:1', ips: ['10.0.0.1', '9.9.9.2:1'] })).toBe('9.9.9.2');
  });

  it.each(['unknown', '', '9.9.9.2:x'])('is that of the proxy that reported %j', (text) => {
    expect(getClientAddress({ ip: text, ips: ['10.0.0.1', '10.0.0.2', text] })).toBe('10.0.0.2');
  });

  it('is unspecified where the connection has ended', () => {
    expect(getClientAddress({ ip: undefined as unknown as string })).toBe('0.0.0.0');
  });
});

describe('The network of a client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:8', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['2001:0db8:0:0:ffff::9', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('for %s is %s', (ip, network) => expect(getClientNetwork({ ip })).toBe(network));
});

describe('IpRanges', () => {
  const ranges = new IpRanges(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']);

  it.each(['10.1.2.3', '10.1.2.3:4', '::ffff:a01:203', '192.0.2.7', '[2001:db8:1::1]:5'])('include %s', (text) =>
    expect(ranges.includes(text)).toBe(true),
  );

  it.each(['11.0.0.1', '192.0.2.8', '2001:db9::1', 'unknown', '', undefined])('do not include %s', (text) =>
    expect(ranges.includes(text)).toBe(false),
  );
});

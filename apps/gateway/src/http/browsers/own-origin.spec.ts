import { describe, expect, it } from '@jest/globals';
import { getOwnOrigin } from './own-origin.js';

const readOrigin = (ips: string[] | undefined, schemes?: string) =>
  getOwnOrigin({ headers: { 'x-forwarded-proto': schemes }, protocol: 'http', host: 'drive.example', ips });
const [nginx, front, caller] = ['10.0.0.1', '10.0.0.2', '203.0.113.9'];

describe('S37: the scheme of the own origin', () => {
  it('is that of the connection where no proxy is trusted, whatever the caller writes', () => {
    expect(readOrigin(undefined, 'https')).toBe('http://drive.example');
    expect(readOrigin([caller], 'https')).toBe('http://drive.example');
  });

  it.each<[string, string[], string, string]>([
    ['one proxy', [nginx, caller], 'https', 'https'],
    ['one proxy, and an entry of the caller', [nginx, caller], 'https, http', 'http'],
    ['two proxies that append', [nginx, front, caller], 'https, http', 'https'],
    ['two proxies that append, and an entry of the caller', [nginx, front, caller], 'https, http, http', 'http'],
    ['two proxies, one of which replaces the header', [nginx, front, caller], 'https', 'https'],
  ])('is what the proxy next to the caller has seen: %s', (_name, ips, header, scheme) => {
    expect(readOrigin(ips, header)).toBe(`${scheme}://drive.example`);
  });
});

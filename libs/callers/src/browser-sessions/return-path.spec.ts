import { describe, expect, it } from '@jest/globals';
import { resolveReturnPath } from './return-path.js';

describe('resolveReturnPath', () => {
  it.each([
    ['/', '/'],
    ['/app?tab=1#top', '/app?tab=1#top'],
    ['/app/../page', '/page'],
    ['/a%2Fb', '/a%2Fb'],
    ['/?next=https://evil.example', '/?next=https://evil.example'],
    ['/authors', '/authors'],
    ['/%E4%BC%9A%E8%AE%AE/100%25', '/%E4%BC%9A%E8%AE%AE/100%25'],
    ['/app?q=%61uth%2F..%5C%FF', '/app?q=%61uth%2F..%5C%FF'],
  ])('for %j returns %j', (path, expected) => expect(resolveReturnPath(path, ['/'])).toBe(expected));

  it.each([
    '',
    'app',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /app',
    '/a b',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\u0000',
    '/é',
    '/auth/logout',
    '/x/../auth/login',
    `/${'a'.repeat(2_048)}`,
  ])('rejects %j', (path) => expect(resolveReturnPath(path, ['/'])).toBeUndefined());

  it.each([
    ['an encoded letter', '/%61uth/openid/logout'],
    ['a twice encoded letter', '/%2561uth/openid/logout'],
    ['an encoded slash', '/auth%2Fopenid%2Flogout'],
    ['upper case', '/AUTH/openid/logout'],
    ['encoded dot segments', '/x/%2e%2e/auth/login'],
    ['twice encoded dot segments', '/x/%252e%252e/auth/login'],
    ['dot segments between encoded slashes', '/x%2f..%2fauth/login'],
    ['an encoded second slash', '/%2Fevil.example'],
    ['an encoded backslash', '/%5Cevil.example'],
    ['an encoded tab', '/%09/evil.example'],
    ['an encoded C1 control character', '/%C2%85'],
    ['an encoded line separator', '/%E2%80%A8'],
    ['bytes that are not UTF-8', '/%FF'],
    ['a broken escape', '/%zz'],
    ['a path that is encoded four times', '/%2525252561'],
  ])('S37: judges the decoded path and rejects %s', (_name, path) => {
    expect(resolveReturnPath(path, ['/'])).toBeUndefined();
  });

  it('S37: compares the decoded path with the allowed prefixes', () => {
    const allowed = ['/app'];
    expect(resolveReturnPath('/app%2F..%2Fadmin', allowed)).toBeUndefined();
    expect(resolveReturnPath('/%61pp', allowed)).toBeUndefined();
    expect(resolveReturnPath('/app/%61', allowed)).toBe('/app/%61');
  });

  it('accepts only paths below the allowed prefixes, by complete segments', () => {
    const allowed = ['/app', '/console/'];
    expect(['/app', '/app/x', '/app?y', '/console/z'].map((path) => resolveReturnPath(path, allowed))).not.toContain(
      undefined,
    );
    expect(['/', '/apple', '/app/../x', '/console'].map((path) => resolveReturnPath(path, allowed))).toEqual(
      Array(4).fill(undefined),
    );
  });
});

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

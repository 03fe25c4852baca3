import { describe, expect, it } from '@jest/globals';
import { returnPath } from './return-path.js';

describe('A sign-in leads back', () => {
  it.each([
    ['/', '/'],
    ['/app?tab=1#top', '/app?tab=1#top'],
    ['/app/../page', '/page'],
    ['/a%2Fb', '/a%2Fb'],
    ['/?next=https://evil.example', '/?next=https://evil.example'],
    ['/authors', '/authors'],
  ])('to %j as %j', (wanted, path) => expect(returnPath(wanted, ['/'])).toBe(path));

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
  ])('never to %j', (wanted) => expect(returnPath(wanted, ['/'])).toBeUndefined());

  it('below the listed paths only, by whole segments', () => {
    const allowed = ['/app', '/console/'];
    expect(['/app', '/app/x', '/app?y', '/console/z'].map((path) => returnPath(path, allowed))).not.toContain(
      undefined,
    );
    expect(['/', '/apple', '/app/../x', '/console'].map((path) => returnPath(path, allowed))).toEqual(
      Array(4).fill(undefined),
    );
  });
});

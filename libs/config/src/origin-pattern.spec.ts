import { describe, expect, it } from '@jest/globals';
import { isLoopback, parseOriginPattern } from './origin-pattern.js';

describe('An origin pattern', () => {
  it.each(['https://a.example', 'https://a.example:8443', 'https://*.a.example', 'http://127.0.0.1:3901'])(
    'can be %s',
    (text) => expect(parseOriginPattern(text)?.text).toBe(text),
  );

  it.each([
    'a.example',
    'https://*',
    'https://*.com',
    'https://*..x',
    'https://*.a..x',
    'https://*.com.',
    'https://*.1',
    'https://*.10.0.0.1',
    'https://*.[::1]',
    'https://a.*.example',
    'https://*a.example',
  ])('cannot be %s', (text) => expect(parseOriginPattern(text)).toBeUndefined());

  it.each(['https://a.example/path', 'https://u@a.example', 'https://a.example?x', 'ftp://a.example', 'https://a b'])(
    'holds an origin only: %s is rejected',
    (text) => expect(parseOriginPattern(text)).toBeUndefined(),
  );
});

describe('isLoopback', () => {
  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['127.0.0.1.evil.example', false],
    ['10.0.0.1', false],
  ] as const)('for %s is %s', (hostname, expected) => {
    expect(isLoopback(hostname)).toBe(expected);
  });
});

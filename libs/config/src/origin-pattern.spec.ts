import { describe, expect, it } from '@jest/globals';
import { isLoopback, originAllowed, parseOriginPattern } from './origin-pattern.js';

const allowed = (pattern: string, address: string): boolean => {
  const parsed = parseOriginPattern(pattern);
  if (!parsed) throw new Error(`${pattern} is no pattern`);
  return originAllowed([parsed], new URL(address));
};

describe('An origin pattern', () => {
  it.each([
    ['https://a.example', 'https://a.example/x', true],
    ['https://a.example', 'https://A.EXAMPLE:443/x', true],
    ['https://a.example', 'http://a.example/x', false],
    ['https://a.example', 'https://a.example:8443/x', false],
    ['https://a.example', 'https://b.a.example/x', false],
    ['https://*.a.example', 'https://b.a.example/x', true],
    ['https://*.a.example', 'https://c.b.a.example/x', true],
    ['https://*.a.example', 'https://a.example/x', false],
    ['https://*.a.example', 'https://evila.example/x', false],
    ['https://*.a.example', 'https://b.a.example.evil.example/x', false],
    ['https://*.a.example', 'https://evil.example/b.a.example', false],
    ['https://*.a.example', 'https://b.a.example@evil.example/', false],
    ['http://127.0.0.1:3901', 'http://127.0.0.1:3901/x', true],
    ['http://127.0.0.1:3901', 'http://127.0.0.1:3902/x', false],
  ] as const)('%s and %s: %s', (pattern, address, expected) => {
    expect(allowed(pattern, address)).toBe(expected);
  });

  it.each([
    'a.example',
    'https://*',
    'https://*.com',
    'https://*.10.0.0.1',
    'https://a.*.example',
    'https://*a.example',
  ])('is not %s', (text) => expect(parseOriginPattern(text)).toBeUndefined());

  it.each(['https://a.example/path', 'https://u@a.example', 'https://a.example?x', 'ftp://a.example', 'https://a b'])(
    'holds nothing but an origin: not %s',
    (text) => expect(parseOriginPattern(text)).toBeUndefined(),
  );
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['127.0.0.1.evil.example', false],
  ['10.0.0.1', false],
] as const)('%s is loopback: %s', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});

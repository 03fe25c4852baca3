import { describe, expect, it } from '@jest/globals';
import { SignInOrigins } from './sign-in-origins.js';

describe('The origins of sign-in pages', () => {
  it.each([
    ['production', 'https://id.example/authorize', true],
    ['production', 'http://id.example/authorize', false],
    ['production', 'http://127.0.0.1:3900/authorize', false],
    ['production', 'https://user@id.example/authorize', false],
    ['production', 'javascript:alert(1)', false],
    ['development', 'http://127.0.0.1:3900/authorize', true],
    ['development', 'http://id.example/authorize', false],
    ['development', 'ftp://127.0.0.1/authorize', false],
  ] as const)('are not documented: without a list, in %s, %s is allowed: %s', (environment, url, allowed) => {
    expect(new SignInOrigins(environment).allows(new URL(url))).toBe(allowed);
  });

  it.each([
    ['https://id.example/authorize', true],
    ['https://login.tenant.example/', true],
    ['https://id.example:8443/authorize', false],
    ['https://id.example.evil.example/', false],
    ['http://id.example/authorize', false],
    ['http://127.0.0.1:3900/authorize', false],
  ])('may be listed: then, %s is allowed: %s', (url, allowed) => {
    const origins = new SignInOrigins('development', ['https://id.example', 'https://*.tenant.example']);
    expect(origins.allows(new URL(url))).toBe(allowed);
  });
});

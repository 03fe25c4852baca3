import { describe, expect, it } from '@jest/globals';
import { passesCsrfCheck } from './csrf-check.js';

const allowedOrigins = new Set(['https://app.example']);
const passes = (headers: Record<string, string>) =>
  passesCsrfCheck({ headers, rawHeaders: [], origin: 'https://drive.example' }, allowedOrigins);

describe('passesCsrfCheck', () => {
  it('accepts X-CSRF from the own origin and from an allowed origin', () => {
    expect(passes({ 'x-csrf': '1', origin: 'https://drive.example' })).toBe(true);
    expect(passes({ 'x-csrf': '1', origin: 'https://app.example' })).toBe(true);
    expect(passes({ 'x-csrf': '1', 'sec-fetch-site': 'same-origin' })).toBe(true);
  });

  it.each<Record<string, string>>([
    {},
    { origin: 'https://drive.example' },
    { 'sec-fetch-site': 'same-origin' },
    { 'x-csrf': '1' },
    { 'x-csrf': '0', origin: 'https://drive.example' },
    { 'x-csrf': '1', 'sec-fetch-site': 'none' },
    { 'x-csrf': '1', 'sec-fetch-site': 'same-site' },
    { 'x-csrf': '1', origin: 'null' },
    { 'x-csrf': '1', origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { 'x-csrf': '1', origin: 'http://drive.example' },
    { 'x-csrf': '1', origin: 'https://drive.example:8443' },
    { 'x-csrf': '1', origin: 'https://app.example.evil.example' },
  ])('rejects %j', (headers) => expect(passes(headers)).toBe(false));
});

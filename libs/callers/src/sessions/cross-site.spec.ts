import { describe, expect, it } from '@jest/globals';
import { comesFromAllowedPage } from './cross-site.js';

const allowed = new Set(['https://app.example']);
const from = (headers: Record<string, string>) =>
  comesFromAllowedPage({ headers, rawHeaders: [], origin: 'https://drive.example' }, allowed);

describe('A request with a cookie', () => {
  it('may come from a page of ours or of a listed origin, with X-CSRF', () => {
    expect(from({ 'x-csrf': '1', origin: 'https://drive.example' })).toBe(true);
    expect(from({ 'x-csrf': '1', origin: 'https://app.example' })).toBe(true);
    expect(from({ 'x-csrf': '1', 'sec-fetch-site': 'same-origin' })).toBe(true);
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
  ])('may not come with %j', (headers) => expect(from(headers)).toBe(false));
});

import { describe, expect, it } from '@jest/globals';
import { passesCsrfCheck } from './csrf-check.js';

const allowedOrigins = new Set(['https://app.example']);
const passes = (headers: Record<string, string>) =>
  passesCsrfCheck({ headers, rawHeaders: [], origin: 'https://drive.example' }, allowedOrigins);

const isAccepted = (origin: string, ownOrigin: string) =>
  passesCsrfCheck({ headers: { 'x-csrf': '1', origin }, rawHeaders: [], origin: ownOrigin }, new Set());

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

  it.each([
    ['https://drive.example', 'https://drive.example:443'],
    ['https://drive.example', 'https://DRIVE.example'],
    ['https://drive.example:443', 'https://drive.example'],
    ['HTTPS://Drive.Example', 'https://drive.example'],
    ['http://127.0.0.1', 'http://127.0.0.1:80'],
    ['https://drive.example:8443', 'https://drive.example:8443'],
  ])('S25: compares origins, not texts: %s is %s', (origin, ownOrigin) =>
    expect(isAccepted(origin, ownOrigin)).toBe(true),
  );

  it.each([
    ['http://drive.example:443', 'https://drive.example'],
    ['https://drive.example:80', 'https://drive.example'],
    ['https://drive.example', 'https://drive.example.'],
    ['https://drive.example/', 'https://drive.example'],
    ['https://drive.example/path', 'https://drive.example'],
    ['https://user@drive.example', 'https://drive.example'],
    ['https://drive.example https://evil.example', 'https://drive.example'],
    ['https://evil.example\\@drive.example', 'https://drive.example'],
    ['ftp://drive.example', 'ftp://drive.example'],
    ['null', 'null'],
    ['', ''],
  ])('S25: %s is not %s', (origin, ownOrigin) => expect(isAccepted(origin, ownOrigin)).toBe(false));
});

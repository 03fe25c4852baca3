import { describe, expect, it } from '@jest/globals';
import { STATUS_CODES } from 'node:http';
import { catalogueEntry, problemCatalogue, type ProblemCode, problemTexts } from './catalogue.js';
import { chinese } from './chinese.js';

const codes = Object.keys(problemCatalogue) as ProblemCode[];

describe('The catalogue of problems', () => {
  it.each(codes)('%s has a real status of 400 or more, and is named in lower-case words', (code) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(catalogueEntry(code).status).toBeGreaterThanOrEqual(400);
    expect(STATUS_CODES[catalogueEntry(code).status]).toBeDefined();
  });

  it.each(codes)('%s is told in English and in Chinese', (code) => {
    const english = problemTexts(code, 'en');
    const other = problemTexts(code, 'zh');
    expect(english.detail).toMatch(/\.$/);
    expect(other.title).toMatch(/\p{Script=Han}/u);
    expect(other.detail).toMatch(/\p{Script=Han}.*。$/u);
  });

  it('holds no Chinese text for a code that is gone', () => {
    expect(Object.keys(chinese).sort()).toEqual([...codes].sort());
  });

  it('gives every 429 and 503 a time to wait', () => {
    const waiting = codes.filter((code) => [429, 503].includes(catalogueEntry(code).status));
    expect(waiting.length).toBeGreaterThan(3);
    for (const code of waiting) expect(catalogueEntry(code).retryAfterSeconds).toBeGreaterThan(0);
  });

  it('calls no change of input or rights retryable', () => {
    const retryable = codes.filter((code) => catalogueEntry(code).retryable);
    for (const code of retryable) expect([401, 403, 404, 422]).not.toContain(catalogueEntry(code).status);
    expect(catalogueEntry('outcome-unknown').retryable).toBeUndefined();
  });
});

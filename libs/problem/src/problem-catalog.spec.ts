import { describe, expect, it } from '@jest/globals';
import { STATUS_CODES } from 'node:http';
import { getProblemDefinition, problemCatalog, type ProblemCode, getProblemTexts } from './problem-catalog.js';
import { chineseProblemTexts } from './chinese-problem-texts.js';

const codes = Object.keys(problemCatalog) as ProblemCode[];

describe('The problem catalog', () => {
  it.each(codes)('%s has an HTTP status of 400 or more and a code of lower-case words', (code) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(getProblemDefinition(code).status).toBeGreaterThanOrEqual(400);
    expect(STATUS_CODES[getProblemDefinition(code).status]).toBeDefined();
  });

  it.each(codes)('%s has texts in English and in Chinese', (code) => {
    const english = getProblemTexts(code, 'en');
    const chinese = getProblemTexts(code, 'zh');
    expect(english.detail).toMatch(/\.$/);
    expect(chinese.title).toMatch(/\p{Script=Han}/u);
    expect(chinese.detail).toMatch(/\p{Script=Han}.*。$/u);
  });

  it('holds Chinese texts for its own codes only', () => {
    expect(Object.keys(chineseProblemTexts).sort()).toEqual([...codes].sort());
  });

  it('has a Retry-After for every 429 and 503', () => {
    const delayed = codes.filter((code) => [429, 503].includes(getProblemDefinition(code).status));
    expect(delayed.length).toBeGreaterThan(3);
    for (const code of delayed) expect(getProblemDefinition(code).retryAfterSeconds).toBeGreaterThan(0);
  });

  it('marks no problem of the input or of permissions as retryable', () => {
    const retryable = codes.filter((code) => getProblemDefinition(code).retryable);
    for (const code of retryable) expect([401, 403, 404, 422]).not.toContain(getProblemDefinition(code).status);
    expect(getProblemDefinition('outcome-unknown').retryable).toBeUndefined();
  });
});

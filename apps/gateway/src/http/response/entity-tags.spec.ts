import { describe, expect, it } from '@jest/globals';
import { matchesStrongly, matchesWeakly, parseEntityTags } from './entity-tags.js';

describe('parseEntityTags', () => {
  it.each([
    ['"a"', ['"a"']],
    [' "a" ,W/"b","c,d"', ['"a"', 'W/"b"', '"c,d"']],
    ['""', ['""']],
    [' * ', '*'],
  ])('parses %j', (header, tags) => expect(parseEntityTags(header)).toEqual(tags));

  it.each(['', 'a', '"a', 'w/"a"', '"a" "b"', '"a",', '*, "a"', '"a b"', "'a'"])('rejects %j', (header) =>
    expect(parseEntityTags(header)).toBeUndefined(),
  );

  it('needs a time that grows with the length only', () => {
    const header = `${'"a", '.repeat(3000)}"`;
    expect(parseEntityTags(header)).toBeUndefined();
  });
});

describe('matchesStrongly', () => {
  it.each([
    [['"a"', '"b"'], '"b"', true],
    [['"a"'], '"b"', false],
    [['W/"a"'], 'W/"a"', false],
    [['W/"a"'], '"a"', false],
    [['"a"'], 'W/"a"', false],
    ['*', '"a"', true],
    [['"a"'], undefined, false],
  ] as const)('compares %j with %j: %s', (tags, etag, matches) => expect(matchesStrongly(tags, etag)).toBe(matches));
});

describe('matchesWeakly', () => {
  it.each([
    ['"a"', '"a"', true],
    ['"b", W/"a"', '"a"', true],
    ['"a"', 'W/"a"', true],
    ['"b"', '"a"', false],
    ['*', undefined, true],
    ['"a"', undefined, false],
    ['a', '"a"', false],
  ])('compares %j with %j: %s', (header, etag, matches) => expect(matchesWeakly(header, etag)).toBe(matches));
});

import { describe, expect, it } from '@jest/globals';
import { undeclared } from './json-bounds.js';
import { scanJson } from './json-scanner.js';
import { createMalformedJsonProblem, findEncodingProblem } from './malformed-json.js';

const describePlace = (text: string): string => {
  const bytes = Buffer.from(text);
  const { detail } = createMalformedJsonProblem(bytes, scanJson(bytes, undeclared).bytes).options;
  return /line .*(?=\.)/.exec(detail?.en ?? '')?.[0] ?? '';
};

describe('the problem of malformed JSON', () => {
  it.each([
    ['', 'line 1, column 1'],
    ['{"a":1', 'line 1, column 7'],
    ['{"a":nulll}', 'line 1, column 6'],
    ['{"a":01}', 'line 1, column 6'],
    ['{"a":1,}', 'line 1, column 8'],
    ['[1 2]', 'line 1, column 4'],
    ['[1]]', 'line 1, column 4'],
    ["{'a':1}", 'line 1, column 2'],
    ['{\n  "a": 1,\r\n  b: 2\n}', 'line 3, column 3'],
    ['{"a":"\\x"}', 'line 1, column 7'],
    ['{"a":"\\u12g4"}', 'line 1, column 7'],
    ['{"a":"文\t"}', 'line 1, column 8'],
    ['{"a":"open\n}', 'line 1, column 11'],
  ])('of %j names %s', (text, place) => expect(describePlace(text)).toBe(place));

  it.each([
    [[0xff], 'line 1, column 1'],
    [[...Buffer.from('{"文":"'), 0xe4, 0xbc], 'line 1, column 7'],
    [[0x0a, 0x0a, 0x61, 0xc3], 'line 3, column 2'],
  ])('that is not UTF-8 (%j) names %s', (bytes, place) =>
    expect(findEncodingProblem(Buffer.from(bytes))?.options.detail?.en).toBe(`The body is not UTF-8: ${place}.`),
  );

  it('does not concern UTF-8, also with the replacement character', () =>
    expect(findEncodingProblem(Buffer.from('{"\ufffd":"文😀"}'))).toBeUndefined());
});

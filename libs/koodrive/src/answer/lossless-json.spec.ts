import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse as parseReference } from 'lossless-json';
import { parseLossless } from './lossless-json.js';

/** The same promise, kept by a parser written by others. */
function reference(text: string): unknown {
  const number = (digits: string): unknown =>
    /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits);
  return parseReference(text, undefined, number);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('parseLossless', () => {
  it.each([
    ['{"deptId":1395496464656556500}', { deptId: '1395496464656556500' }],
    ['[9007199254740991,9007199254740992,9007199254740993]', [2 ** 53 - 1, '9007199254740992', '9007199254740993']],
    ['[-9007199254740991,-9007199254740993]', [-(2 ** 53 - 1), '-9007199254740993']],
    ['12345678901234567890', '12345678901234567890'],
    [' \n[ 12345678901234567890\t, 1 ]\r\n', ['12345678901234567890', 1]],
    [
      '[1.23456789012345678901,1e20,12345678901234567890.5,1234567890123456789e2]',
      [1.2345678901234567, 1e20, 12345678901234567000, 1.2345678901234568e20],
    ],
    ['{"a":"12345678901234567890","b":12345678901234567890}', { a: '12345678901234567890', b: '12345678901234567890' }],
    ['{"12345678901234567890":1}', { '12345678901234567890': 1 }],
    [
      '["\\"",12345678901234567890,"\\\\",12345678901234567890]',
      ['"', '12345678901234567890', '\\', '12345678901234567890'],
    ],
    ['["\\\\\\",12345678901234567890,"]', ['\\",12345678901234567890,']],
    [
      '{"a":[[[12345678901234567890]]],"b":{"c":12345678901234567890}}',
      { a: [[['12345678901234567890']]], b: { c: '12345678901234567890' } },
    ],
  ])('reads %s', (text, value) => expect(parseLossless(text)).toEqual(value));

  it('agrees with a lossless parser on whatever is JSON', () => {
    const awkward = fc.oneof(
      fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((digits) => `\u0001${digits}\u0001`),
      fc.constantFrom('\\', '"', '\\"', '12345678901234567890', ',-12345678901234567890,', ':1234567890123456789]'),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        awkward,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('a\\', '12345678901234567890')), tie('tree'), {
          maxKeys: 4,
        }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space).replace(/"\\u0001(-?\d+)\\u0001"/g, '$1');
        expect(plain(parseLossless(text))).toEqual(plain(reference(text)));
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    '{1234567890123456789:1}',
    '{"a":1,1234567890123456789:1}',
    '{ 1234567890123456789 : 1}',
    '[01234567890123456789]',
    '[+1234567890123456789]',
    '[1234567890123456789n]',
    '["a" 1234567890123456789]',
    '{"a":1234567890123456789',
  ])('does not make JSON of %s', (text) => expect(() => parseLossless(text)).toThrow(SyntaxError));

  it('refuses exactly what JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      ' ',
      '-',
      '1234567890123456789',
      '01234567890123456789',
      '1e5',
      'true',
      '"a"',
      '\n',
      '\f',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (valid) expect(() => parseLossless(text)).not.toThrow();
        else expect(() => parseLossless(text)).toThrow(SyntaxError);
      }),
      { numRuns: 4000 },
    );
  });

  it.each([
    '{"__proto__":{"admin":true},"a":1}',
    '{"\\u005f_proto__":{"admin":true},"a":1}',
    '{"_\\u005Fproto__":1,"a":1}',
  ])('drops the prototype out of %s', (text) => {
    const value = parseLossless(text);
    expect(Object.getOwnPropertyNames(value)).toEqual(['a']);
    expect((Object.assign({}, value) as { admin?: boolean }).admin).toBeUndefined();
  });

  it('drops it however deep it lies, without running out of stack', () => {
    const depth = 200_000;
    const text = `${'['.repeat(depth)}{"__proto__":1,"a":2}${']'.repeat(depth)}`;
    let value = parseLossless(text);
    while (Array.isArray(value)) value = (value as unknown[])[0];
    expect(Object.getOwnPropertyNames(value)).toEqual(['a']);
  });

  it('keeps a text that only mentions it', () => {
    expect(parseLossless('{"name":"__proto__"}')).toEqual({ name: '__proto__' });
  });
});

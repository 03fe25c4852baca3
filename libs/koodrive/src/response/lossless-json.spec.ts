import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse as parseReference } from 'lossless-json';
import { parseLosslessJson } from './lossless-json.js';

/** The same rules with an independent parser. */
function parseWithReference(text: string): unknown {
  const number = (digits: string): unknown =>
    /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits);
  return parseReference(text, undefined, number);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('parseLosslessJson', () => {
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
  ])('parses %s', (text, value) => expect(parseLosslessJson(text)).toEqual(value));

  it('agrees with another lossless parser on all valid JSON', () => {
    const awkward = fc.oneof(
      fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((digits) => `\u0001${digits}\u0001`),
      fc.constantFrom('\\', '"', '\\"', '12345678901234567890', ',-12345678901234567890,', ':1234567890123456789]'),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
    );
    // The other parser sets the prototype; here such members are dropped, as the tests below say.
    const memberName = fc.string().filter((name) => name !== '__proto__');
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        awkward,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(memberName, fc.constantFrom('a\\', '12345678901234567890')), tie('tree'), {
          maxKeys: 4,
        }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space).replace(/"\\u0001(-?\d+)\\u0001"/g, '$1');
        expect(plain(parseLosslessJson(text))).toEqual(plain(parseWithReference(text)));
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
  ])('rejects %s', (text) => expect(() => parseLosslessJson(text)).toThrow(SyntaxError));

  it('rejects exactly what JSON.parse rejects', () => {
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
        if (valid) expect(() => parseLosslessJson(text)).not.toThrow();
        else expect(() => parseLosslessJson(text)).toThrow(SyntaxError);
      }),
      { numRuns: 4000 },
    );
  });

  it.each([
    '{"__proto__":{"admin":true},"a":1}',
    '{"\\u005f_proto__":{"admin":true},"a":1}',
    '{"_\\u005Fproto__":1,"a":1}',
  ])('drops __proto__ from %s', (text) => {
    const value = parseLosslessJson(text);
    expect(Object.getOwnPropertyNames(value)).toEqual(['a']);
    expect((Object.assign({}, value) as { admin?: boolean }).admin).toBeUndefined();
  });

  it('drops __proto__ at any depth without a stack overflow', () => {
    const depth = 200_000;
    const text = `${'['.repeat(depth)}{"__proto__":1,"a":2}${']'.repeat(depth)}`;
    let value = parseLosslessJson(text);
    while (Array.isArray(value)) value = (value as unknown[])[0];
    expect(Object.getOwnPropertyNames(value)).toEqual(['a']);
  });

  it('preserves __proto__ as a value', () => {
    expect(parseLosslessJson('{"name":"__proto__"}')).toEqual({ name: '__proto__' });
  });
});

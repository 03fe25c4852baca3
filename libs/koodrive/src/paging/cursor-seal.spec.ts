import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidCursorError } from '../failure/errors.js';
import { CursorSeal } from './cursor-seal.js';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const scope = { operation: 'getUserList', input: { deptId: '1', isDirect: true }, principal: { kind: 'app' } } as const;

describe('CursorSeal', () => {
  const seal = new CursorSeal([key(1)]);

  it('opens what it sealed', () => {
    for (const position of [{ offset: 50 }, { cursor: '0|[9-1-0]文=,' }, { page: 2, size: 50 }]) {
      expect(seal.open(seal.seal(position, scope), scope)).toEqual(position);
    }
  });

  it('does not mind the order of the input, nor members without a value', () => {
    const input = { isDirect: true, deptId: '1', keyWord: undefined };
    expect(seal.open(seal.seal({ offset: 1 }, scope), { ...scope, input })).toEqual({ offset: 1 });
  });

  it.each([
    ['another operation', { ...scope, operation: 'getDepartmentSpaceList' }],
    ['another input', { ...scope, input: { deptId: '2', isDirect: true } }],
    ['another principal', { ...scope, principal: { kind: 'user', userId: '1' } as const }],
  ])('does not open for %s', (_what, other) => {
    const cursor = seal.seal({ offset: 1 }, scope);
    expect(() => seal.open(cursor, other)).toThrow(InvalidCursorError);
  });

  it('opens what an old key sealed, and seals with the first', () => {
    const rotated = new CursorSeal([key(2), key(1)]);
    expect(rotated.open(seal.seal({ offset: 7 }, scope), scope)).toEqual({ offset: 7 });
    expect(() => seal.open(rotated.seal({ offset: 7 }, scope), scope)).toThrow(InvalidCursorError);
  });

  it('does not open when a character is changed, added or taken away', () => {
    const cursor = seal.seal({ offset: 50 }, scope);
    for (let i = 0; i < cursor.length; i++) {
      const changed = cursor.slice(0, i) + (cursor[i] === 'A' ? 'B' : 'A') + cursor.slice(i + 1);
      // The last character of base64url holds spare bits: another character there may stand for the same bytes.
      if (i < cursor.length - 1) expect(() => seal.open(changed, scope)).toThrow(InvalidCursorError);
    }
    for (const forged of [`${cursor}.x`, `x${cursor}`, cursor.slice(1), cursor.split('.')[0] ?? '']) {
      expect(() => seal.open(forged, scope)).toThrow(InvalidCursorError);
    }
  });

  it('opens nothing that it did not seal', () => {
    const text = fc.oneof(
      fc.string(),
      fc.base64String().map((part) => `${part}.${part}`),
      fc.constant('.'.repeat(9)),
    );
    fc.assert(fc.property(text, (cursor) => expect(() => seal.open(cursor, scope)).toThrow(InvalidCursorError)));
    expect(() => seal.open('a'.repeat(1_000_000), scope)).toThrow(InvalidCursorError);
  });

  it('wants keys of 32 bytes', () => {
    expect(() => new CursorSeal([new Uint8Array(31)])).toThrow(RangeError);
  });
});

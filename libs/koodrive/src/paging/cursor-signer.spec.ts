import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidCursorError } from '../failure/errors.js';
import { CursorSigner } from './cursor-signer.js';

const createKey = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const scope = { operation: 'getUserList', input: { deptId: '1', isDirect: true }, principal: { kind: 'app' } } as const;

describe('CursorSigner', () => {
  const signer = new CursorSigner([createKey(1)]);

  it('verifies its own cursors', () => {
    for (const position of [{ offset: 50 }, { cursor: '0|[9-1-0]文=,' }, { page: 2, size: 50 }]) {
      expect(signer.verify(signer.sign(position, scope), scope)).toEqual(position);
    }
  });

  it('ignores the member order of the input, and undefined members', () => {
    const input = { isDirect: true, deptId: '1', keyWord: undefined };
    expect(signer.verify(signer.sign({ offset: 1 }, scope), { ...scope, input })).toEqual({ offset: 1 });
  });

  it.each([
    ['another operation', { ...scope, operation: 'getDepartmentSpaceList' }],
    ['another input', { ...scope, input: { deptId: '2', isDirect: true } }],
    ['another principal', { ...scope, principal: { kind: 'user', userId: '1' } as const }],
  ])('rejects a cursor of %s', (_what, other) => {
    const cursor = signer.sign({ offset: 1 }, scope);
    expect(() => signer.verify(cursor, other)).toThrow(InvalidCursorError);
  });

  it('verifies cursors of an old key, and signs with the first key', () => {
    const rotated = new CursorSigner([createKey(2), createKey(1)]);
    expect(rotated.verify(signer.sign({ offset: 7 }, scope), scope)).toEqual({ offset: 7 });
    expect(() => signer.verify(rotated.sign({ offset: 7 }, scope), scope)).toThrow(InvalidCursorError);
  });

  it('rejects a cursor with a changed, added or removed character', () => {
    const cursor = signer.sign({ offset: 50 }, scope);
    for (let i = 0; i < cursor.length; i++) {
      const changed = cursor.slice(0, i) + (cursor[i] === 'A' ? 'B' : 'A') + cursor.slice(i + 1);
      // The last character of base64url contains unused bits, so that several characters can encode the same bytes.
      if (i < cursor.length - 1) expect(() => signer.verify(changed, scope)).toThrow(InvalidCursorError);
    }
    for (const forged of [`${cursor}.x`, `x${cursor}`, cursor.slice(1), cursor.split('.')[0] ?? '']) {
      expect(() => signer.verify(forged, scope)).toThrow(InvalidCursorError);
    }
  });

  it('rejects any other text', () => {
    const text = fc.oneof(
      fc.string(),
      fc.base64String().map((part) => `${part}.${part}`),
      fc.constant('.'.repeat(9)),
    );
    fc.assert(fc.property(text, (cursor) => expect(() => signer.verify(cursor, scope)).toThrow(InvalidCursorError)));
    expect(() => signer.verify('a'.repeat(1_000_000), scope)).toThrow(InvalidCursorError);
  });

  it('requires keys of 32 bytes', () => {
    expect(() => new CursorSigner([new Uint8Array(31)])).toThrow(RangeError);
  });
});

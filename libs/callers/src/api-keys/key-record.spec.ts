import { describe, expect, it } from '@jest/globals';
import { formatKeyFile, KeyFileError, type KeyRecord, parseKeyFile } from './key-record.js';

const record: KeyRecord = {
  id: 'abcdefghijkm',
  owner: 'Reports 报表',
  hash: 'a'.repeat(64),
  scopes: ['files:read'],
  createdAt: '2026-11-22T00:00:00.000Z',
};
const fileOf = (...keys: unknown[]): string => JSON.stringify({ version: 1, keys });

describe('A file of API keys', () => {
  it('reads back as it was written', () => {
    const full: KeyRecord = { ...record, userId: '123', expiresAt: record.createdAt, revokedAt: record.createdAt };
    expect(parseKeyFile(formatKeyFile([full]))).toEqual([full]);
  });

  it.each([
    ['owner', ''],
    ['owner', 'two\nlines'],
    ['hash', 'A'.repeat(64)],
    ['hash', undefined],
    ['scopes', ['files:read', 'files:burn']],
    ['scopes', 'files:read'],
    ['userId', '../me'],
    ['createdAt', 'yesterday'],
    ['expiresAt', '2026-13-01T00:00:00Z'],
    ['expiresAt', null],
    ['revokedAt', 5],
    ['id', 'ABC'],
  ])('with a wrong %s is refused whole, and the place is named', (name, value) => {
    const broken = { ...record, id: 'other2345678', [name]: value };
    expect(() => parseKeyFile(fileOf(record, broken))).toThrow(`key 2: "${name}" is missing or wrong`);
  });

  it.each(['', '{', '[]', '{"version":2,"keys":[]}', '{"version":1}', fileOf(null), fileOf(record, record)])(
    'is not %.40s',
    (text) => expect(() => parseKeyFile(text)).toThrow(KeyFileError),
  );

  it('is not quoted in the message that refuses it', () => {
    expect(() => parseKeyFile('{"keys": c4n4ry')).toThrow(/^the file is not JSON$/);
  });
});

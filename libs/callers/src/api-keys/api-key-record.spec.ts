import { describe, expect, it } from '@jest/globals';
import { serializeApiKeyFile, ApiKeyFileError, type ApiKeyRecord, parseApiKeyFile } from './api-key-record.js';

const record: ApiKeyRecord = {
  id: 'abcdefghijkm',
  owner: 'Reports 报表',
  hash: 'a'.repeat(64),
  scopes: ['files:read'],
  createdAt: '2026-11-22T00:00:00.000Z',
};
const buildFile = (...keys: unknown[]): string => JSON.stringify({ version: 1, keys });

describe('A file of API keys', () => {
  it('is parsed to the records that were serialized', () => {
    const full: ApiKeyRecord = { ...record, userId: '123', expiresAt: record.createdAt, revokedAt: record.createdAt };
    expect(parseApiKeyFile(serializeApiKeyFile([full]))).toEqual([full]);
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
  ])('is rejected with an invalid %s, and the message names the place', (name, value) => {
    const invalid = { ...record, id: 'other2345678', [name]: value };
    expect(() => parseApiKeyFile(buildFile(record, invalid))).toThrow(`key 2: "${name}" is missing or wrong`);
  });

  it.each(['', '{', '[]', '{"version":2,"keys":[]}', '{"version":1}', buildFile(null), buildFile(record, record)])(
    'cannot be %.40s',
    (text) => expect(() => parseApiKeyFile(text)).toThrow(ApiKeyFileError),
  );

  it('is not quoted in the error message', () => {
    expect(() => parseApiKeyFile('{"keys": c4n4ry')).toThrow(/^the file is not JSON$/);
  });
});

import { describe, expect, it } from '@jest/globals';
import { decodeEntry, encodeEntry, type SharedCacheEntry } from './entry-codec.js';
import { createSerializedResponse } from './serialized-response.js';

const entry: SharedCacheEntry = {
  response: createSerializedResponse({ status: 200, body: '{"name":"名"}', contentType: 'application/json' }),
  requestedAt: 1_893_456_000_000,
  tags: ['thing:1'],
  tagVersions: ['v0', 'v1'],
};

/** Writes an entry as any release does: length of the header, the header as JSON, the body. */
function encodeHeader(header: object): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, Buffer.from('body')]);
}

describe('the codec of shared cache entries', () => {
  it('decodes what it encoded', () => {
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  it('decodes an entry of an earlier release to undefined, which is a miss', () => {
    const described = { status: 200, contentType: 'text/plain', etag: '"x"', headers: {}, keep: true };
    const earlier = {
      form: 1,
      filledAt: entry.requestedAt,
      tags: ['thing:1'],
      versions: ['v0', 'v1'],
      answer: described,
    };
    expect(decodeEntry(encodeHeader(earlier))).toBeUndefined();
  });

  it.each([1, 3, undefined])('decodes an entry of format version %p to undefined, whatever its members are', (form) => {
    const { response, ...rest } = entry;
    expect(decodeEntry(encodeHeader({ ...rest, response, form }))).toBeUndefined();
  });

  it('decodes bytes of another format to undefined', () => {
    const bytes = encodeEntry(entry);
    for (const other of [Buffer.alloc(0), Buffer.from('{}'), Buffer.from('plain text'), bytes.subarray(0, 20)])
      expect(decodeEntry(other)).toBeUndefined();
  });
});

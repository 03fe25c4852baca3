import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { hashApiKeySecret, hasApiKeyPrefix, generateApiKey, parseApiKey } from './api-key-format.js';

describe('An API key', () => {
  it('contains an id and 256 random bits, and is parsed to the same parts', () => {
    const { id, secret, text } = generateApiKey();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(text.startsWith(`kdg_${id}_${secret}`)).toBe(true);
    expect(parseApiKey(text)).toEqual({ id, secret });
    expect(hasApiKeyPrefix(text)).toBe(true);
  });

  it('is unique', () => {
    const keys = Array.from({ length: 500 }, () => generateApiKey());
    expect(new Set(keys.map(({ id }) => id)).size).toBe(500);
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(500);
  });

  it('is mistyped if one character is changed', () => {
    const { text } = generateApiKey();
    for (let index = 'kdg_'.length; index < text.length; index += 1) {
      const other = text[index] === 'a' ? 'b' : 'a';
      if (text[index] === '_' && index === 'kdg_'.length + 12) continue;
      const changed = text.slice(0, index) + other + text.slice(index + 1);
      expect(parseApiKey(changed)).toBe('mistyped');
    }
  });

  it.each(['', 'kdg_', 'kdg_a_b', 'KDG_abc', 'eyJhbGciOiJub25lIn0.e30.', 'kdg_' + 'x'.repeat(100_000)])(
    'cannot be %.40s',
    (text) => {
      expect(parseApiKey(text)).toBe('malformed');
    },
  );

  it('must have no other text before or after it', () => {
    const { text } = generateApiKey();
    for (const extended of [` ${text}`, `${text} `, `${text}\n`, `${text}, ${text}`]) {
      expect(parseApiKey(extended)).toBe('malformed');
    }
  });

  it('is stored as the SHA-256 of its secret', () => {
    expect(hashApiKeySecret('abc').toString('hex')).toBe(createHash('sha256').update('abc').digest('hex'));
  });
});

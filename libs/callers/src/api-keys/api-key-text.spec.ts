import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { hashSecret, looksLikeApiKey, newApiKeyText, parseApiKeyText } from './api-key-text.js';

describe('The text of an API key', () => {
  it('holds 256 random bits and an id, and reads back as it was made', () => {
    const { id, secret, text } = newApiKeyText();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(text.startsWith(`kdg_${id}_${secret}`)).toBe(true);
    expect(parseApiKeyText(text)).toEqual({ id, secret });
    expect(looksLikeApiKey(text)).toBe(true);
  });

  it('is never the same twice', () => {
    const made = Array.from({ length: 500 }, () => newApiKeyText());
    expect(new Set(made.map(({ id }) => id)).size).toBe(500);
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(500);
  });

  it('with any one character changed is known to be mistyped', () => {
    const { text } = newApiKeyText();
    for (let index = 'kdg_'.length; index < text.length; index += 1) {
      const other = text[index] === 'a' ? 'b' : 'a';
      if (text[index] === '_' && index === 'kdg_'.length + 12) continue;
      const changed = text.slice(0, index) + other + text.slice(index + 1);
      expect(parseApiKeyText(changed)).toBe('mistyped');
    }
  });

  it.each(['', 'kdg_', 'kdg_a_b', 'KDG_abc', 'eyJhbGciOiJub25lIn0.e30.', 'kdg_' + 'x'.repeat(100_000)])(
    'is not %.40s',
    (text) => {
      expect(parseApiKeyText(text)).toBe('malformed');
    },
  );

  it('bears no byte before or after', () => {
    const { text } = newApiKeyText();
    for (const around of [` ${text}`, `${text} `, `${text}\n`, `${text}, ${text}`]) {
      expect(parseApiKeyText(around)).toBe('malformed');
    }
  });

  it('is kept as the SHA-256 of its secret', () => {
    expect(hashSecret('abc').toString('hex')).toBe(createHash('sha256').update('abc').digest('hex'));
  });
});

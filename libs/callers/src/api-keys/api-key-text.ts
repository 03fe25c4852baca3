import { hash, randomBytes, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const prefix = 'kdg_';
const idLength = 12;
const idAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const secretBytes = 32;
const form = /^kdg_([a-z0-9]{12})_([A-Za-z0-9_-]{43})([0-9a-f]{8})$/;

/** The parts of a key's text: `kdg_<id>_<secret><checksum>`. */
export interface ApiKeyText {
  readonly id: string;
  readonly secret: string;
}

/** Whether a credential means to be an API key; strategies for other credentials leave it alone. */
export function looksLikeApiKey(text: string): boolean {
  return text.startsWith(prefix);
}

/** A fresh key: a random id, and a secret of 256 bits. */
export function newApiKeyText(): ApiKeyText & { readonly text: string } {
  const id = Array.from({ length: idLength }, () => idAlphabet.charAt(randomInt(idAlphabet.length))).join('');
  const secret = randomBytes(secretBytes).toString('base64url');
  return { id, secret, text: `${prefix}${id}_${secret}${checksum(id, secret)}` };
}

/** Reads a key. `mistyped` is right in form but not in its checksum: no key was ever so. */
export function parseApiKeyText(text: string): ApiKeyText | 'malformed' | 'mistyped' {
  const match = form.exec(text);
  if (!match) return 'malformed';
  const [, id = '', secret = '', sum] = match;
  return checksum(id, secret) === sum ? { id, secret } : 'mistyped';
}

/**
 * SHA-256, once, without salt: right for a secret of 256 random bits, and for nothing a person chose. There is nothing
 * to guess from, so a slow hash would only cost each request its time.
 */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** CRC-32: tells a typing mistake from a guess without a look at the file; it protects nothing. */
function checksum(id: string, secret: string): string {
  return crc32(id + secret)
    .toString(16)
    .padStart(8, '0');
}

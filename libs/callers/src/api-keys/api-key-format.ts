import { hash, randomBytes, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const apiKeyPrefix = 'kdg_';
const idLength = 12;
/** Without characters that are easily confused. */
const idAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const secretBytes = 32;
const checksumLength = 8;
const secretLength = Math.ceil((secretBytes * 8) / 6);
const apiKeyPattern = new RegExp(
  `^${apiKeyPrefix}([a-z0-9]{${idLength}})_([A-Za-z0-9_-]{${secretLength}})([0-9a-f]{${checksumLength}})$`,
);
export const apiKeyIdPattern = new RegExp(`^[a-z0-9]{${idLength}}$`);

/** The parts of an API key: `kdg_<id>_<secret><checksum>`. */
export interface ParsedApiKey {
  readonly id: string;
  readonly secret: string;
}

/** Whether a credential has the prefix of API keys. The strategies for other credentials ignore it. */
export function hasApiKeyPrefix(text: string): boolean {
  return text.startsWith(apiKeyPrefix);
}

/** Generates a key with a random id and a random secret of 256 bits. */
export function generateApiKey(): ParsedApiKey & { readonly text: string } {
  const id = Array.from({ length: idLength }, () => idAlphabet.charAt(randomInt(idAlphabet.length))).join('');
  const secret = randomBytes(secretBytes).toString('base64url');
  return { id, secret, text: `${apiKeyPrefix}${id}_${secret}${computeChecksum(id, secret)}` };
}

/** Parses a key. `mistyped` means that the form is valid but the checksum is wrong: such a key was never issued. */
export function parseApiKey(text: string): ParsedApiKey | 'malformed' | 'mistyped' {
  const match = apiKeyPattern.exec(text);
  if (!match) return 'malformed';
  const [, id = '', secret = '', checksum] = match;
  return computeChecksum(id, secret) === checksum ? { id, secret } : 'mistyped';
}

/**
 * The hash of a secret that is stored: one SHA-256 without salt. This is safe for 256 random bits, but not for a password
 * that a person chose. The secret cannot be guessed, so a slow hash would only make each request slower.
 */
export function hashApiKeySecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** CRC-32 as 8 hexadecimal digits. It detects typing errors without reading the file, and is no protection. */
function computeChecksum(id: string, secret: string): string {
  return crc32(id + secret)
    .toString(16)
    .padStart(checksumLength, '0');
}

import { hash } from 'node:crypto';

/**
 * SHA-256 in base64url: an id or store key made from a text. It hides secret texts, which are random ids of 256 bits and
 * signed tokens; it needs no salt, because they cannot be guessed. It does not hide a user id, which can be guessed.
 */
export const hashId = (text: string): string => hash('sha256', text, 'base64url');

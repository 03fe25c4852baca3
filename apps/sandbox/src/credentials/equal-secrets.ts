import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares hashes, so that the duration depends neither on the length nor on the content of the expected secret. */
export function equalSecrets(presented: unknown, expected: string): boolean {
  return typeof presented === 'string' && timingSafeEqual(sha256(presented), sha256(expected));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

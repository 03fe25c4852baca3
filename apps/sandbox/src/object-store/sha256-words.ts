import { createSHA256, type IHasher } from 'hash-wasm';

/** The eight 32-bit words of a SHA-256 between two blocks: what `hashCtx` carries. */
export type Words = readonly number[];

// A state as hash-wasm saves it: 4 bytes that name the hash, a block of 64 bytes, the count of bytes (64 bits), the
// eight words, the length of the digest; all little-endian, 116 bytes.
const COUNT_AT = 68;
const WORDS_AT = 76;

/** A SHA-256 that goes on from a state; `bytes` is how many bytes led to it, a multiple of 64. */
export async function resumeSha256(from?: { readonly words: Words; readonly bytes: number }): Promise<IHasher> {
  const hash = (await createSHA256()).init();
  if (!from) return hash;
  const state = Buffer.from(hash.save());
  state.writeBigUInt64LE(BigInt(from.bytes), COUNT_AT);
  from.words.forEach((word, i) => state.writeUInt32LE(word >>> 0, WORDS_AT + 4 * i));
  return hash.load(state);
}

/** The words after what was hashed so far, which must be a multiple of 64 bytes for them to mean anything. */
export function wordsOf(hash: IHasher): Words {
  const state = Buffer.from(hash.save());
  return Array.from({ length: 8 }, (_, i) => state.readUInt32LE(WORDS_AT + 4 * i));
}

export const sameWords = (a: Words, b: Words): boolean => a.length === b.length && a.every((word, i) => word === b[i]);

/** `X-Amz-Iteration-Hash-Ctx`: base64 of JSON with the words and the count of bits before the part (facts/files.md). */
export function encodeHashContext(words: Words, bytesBefore: number): string {
  const bits = BigInt(bytesBefore) * 8n;
  const context = {
    ...{ md_len: 32, num: 0, h: words },
    ...{ nh: Number(bits >> 32n), nl: Number(bits & 0xffffffffn), hash_type: 'sha256' },
  };
  return Buffer.from(JSON.stringify(context)).toString('base64');
}

export function decodeHashContext(text: string): { words: Words; bytes: number } {
  const context = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as { h: number[]; nh: number; nl: number };
  return { words: context.h, bytes: Number(((BigInt(context.nh) << 32n) | BigInt(context.nl)) / 8n) };
}

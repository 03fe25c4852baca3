import { createSHA256, type IHasher } from 'hash-wasm';

export const sha256BlockBytes = 64;

/** The eight 32-bit words of a SHA-256 between two blocks, as in `hashCtx`. */
export type Sha256State = readonly number[];

// Format of a state that hash-wasm saves, 116 bytes, little-endian: 4 bytes for the algorithm, a block of 64 bytes, the
// number of hashed bytes (64 bits), the eight words, the length of the digest.
const byteCountOffset = 68;
const stateOffset = 76;

/** Creates a SHA-256 that continues from a state. `byteCount` is the number of hashed bytes, a multiple of 64. */
export async function resumeSha256(from?: {
  readonly state: Sha256State;
  readonly byteCount: number;
}): Promise<IHasher> {
  const hash = (await createSHA256()).init();
  if (!from) return hash;
  const saved = Buffer.from(hash.save());
  saved.writeBigUInt64LE(BigInt(from.byteCount), byteCountOffset);
  from.state.forEach((word, i) => saved.writeUInt32LE(word >>> 0, stateOffset + 4 * i));
  return hash.load(saved);
}

/** Reads the state after the hashed bytes. It is meaningful only when their number is a multiple of 64. */
export function readSha256State(hash: IHasher): Sha256State {
  const state = Buffer.from(hash.save());
  return Array.from({ length: 8 }, (_, i) => state.readUInt32LE(stateOffset + 4 * i));
}

export const equalSha256States = (a: Sha256State, b: Sha256State): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);

/** Encodes `X-Amz-Iteration-Hash-Ctx`: base64 of JSON with the state and the number of bits before the part (facts/files.md). */
export function encodeHashContext(state: Sha256State, byteCount: number): string {
  const bits = BigInt(byteCount) * 8n;
  const context = {
    md_len: 32,
    num: 0,
    h: state,
    nh: Number(bits >> 32n),
    nl: Number(bits & 0xffffffffn),
    hash_type: 'sha256',
  };
  return Buffer.from(JSON.stringify(context)).toString('base64');
}

export function decodeHashContext(text: string): { state: Sha256State; byteCount: number } {
  const context = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as { h: number[]; nh: number; nl: number };
  return { state: context.h, byteCount: Number(((BigInt(context.nh) << 32n) | BigInt(context.nl)) / 8n) };
}
